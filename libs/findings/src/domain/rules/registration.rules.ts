import { civilDateAt, daysBetween, isCivilDate, type RecordedEvent } from '@liggare/kernel';
import type { Occurrence, RuleDescription } from '../rule.js';

/** A rule about the registration of one event, whatever it tells. */
export interface RegistrationRule extends RuleDescription {
  examine(event: RecordedEvent): Occurrence | undefined;
}

/** OSL 5:1 asks for registration without delay; this long is a delay by any measure. */
export const LATE_DAYS = 30;
export const FUTURE_DAYS = 366;

export const registeredLate: RegistrationRule = {
  id: 'registered-late',
  severity: 'note',
  source: 'OSL 5:1; KL 8:12 (edge case 1)',
  title: {
    sv: `Registrerat mer än ${LATE_DAYS} dagar i efterhand`,
    en: `Registered more than ${LATE_DAYS} days later`,
  },
  text: {
    sv: 'Gällde från {validFrom}, registrerades {recordedOn}: {days} dagar senare.',
    en: 'Was so from {validFrom}, registered on {recordedOn}: {days} days later.',
  },
  examine({ metadata, recordedAt, eventId }) {
    const validFrom = metadata.validFrom;
    if (validFrom === undefined || !isCivilDate(validFrom)) return undefined;
    const recordedOn = civilDateAt(recordedAt);
    const days = daysBetween(validFrom, recordedOn);
    if (days <= LATE_DAYS) return undefined;
    return { part: eventId, raisedOn: recordedOn, facts: { validFrom, recordedOn, days } };
  },
};

export const registeredFarAhead: RegistrationRule = {
  id: 'registered-far-ahead',
  severity: 'note',
  source: 'God ordning: kan vara ett felskrivet år · good order: may be a mistyped year (edge case 2)',
  title: { sv: 'Gäller från en dag långt fram', en: 'From a day far ahead' },
  text: {
    sv: 'Gäller från {validFrom}, registrerades {recordedOn}: {days} dagar i förväg.',
    en: 'Is so from {validFrom}, registered on {recordedOn}: {days} days ahead.',
  },
  examine({ metadata, recordedAt, eventId }) {
    const validFrom = metadata.validFrom;
    if (validFrom === undefined || !isCivilDate(validFrom)) return undefined;
    const recordedOn = civilDateAt(recordedAt);
    const days = daysBetween(recordedOn, validFrom);
    if (days <= FUTURE_DAYS) return undefined;
    return { part: eventId, raisedOn: recordedOn, clearedOn: validFrom, facts: { validFrom, recordedOn, days } };
  },
};

export const registrationRules: readonly RegistrationRule[] = [registeredLate, registeredFarAhead];
