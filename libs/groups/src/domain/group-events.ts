import { bounds, defineEvent, field, knownDay, type CivilDate, type PartialDate } from '@liggare/kernel';
import { CORRECTION_ORIGINS, LEGAL_FORMS, SEAT_KINDS, VACANCY_REASONS } from './vocabulary.js';
import { Type } from '@sinclair/typebox';

/** Number of seats, 0 or more. */
export const seats = (description: string) => Type.Integer({ minimum: 0, maximum: 10_000, description });
/** Number of one seat, counted from 1. */
export const seatNumber = (description: string) => Type.Integer({ minimum: 1, maximum: 10_000, description });

/** The days of partial dates that are known to the day, for the envelope. */
export function knownDays(from?: PartialDate, to?: PartialDate): { from?: CivilDate; to?: CivilDate } {
  const first = from === undefined ? undefined : (knownDay(from) ?? bounds(from).earliest);
  const last = to === undefined ? undefined : knownDay(to);
  return { ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { to: last }) };
}

const instructionTexts = {
  purpose: field.optional(field.text('What the group is for')),
  tasks: field.optional(field.list(field.text('One task'), 'Its tasks, in the order of the instruction')),
  rules: field.optional(field.text('Other rules of the instruction: meetings, substitutes, reporting')),
  documentHash: field.optional(field.text('SHA-256 of the adopted document, hex')),
};

export const GroupEstablished = defineEvent('GroupEstablished', {
  sv: 'En grupp inrättades för en period; förnyas den för nästa mandat är det en ny grupp',
  en: 'A group was established for a period; renewed for the next mandate it is another group',
  data: field.object({
    name: field.text('Name, as decided'),
    legalForm: field.oneOf(LEGAL_FORMS, 'Which rules of law apply to it'),
    from: field.partial('First day, as well as it is known'),
    to: field.optional(field.partial('First day after its mandate; absent: until further notice')),
    appointingBody: field.optional(field.text('Who appoints to it, as the source says')),
    appointingBodyId: field.optional(field.uuid('The group that appoints to it, when it is registered')),
    predecessorId: field.optional(field.uuid('The group whose work it took over; no appointment is carried over')),
    basis: field.basis(),
  }),
  validTime: ({ from, to }) => knownDays(from, to),
});

export const GroupRenamed = defineEvent('GroupRenamed', {
  sv: 'Gruppen bär ett nytt namn från en dag',
  en: 'The group bears a new name from a day on',
  data: field.object({
    name: field.text('The new name'),
    from: field.day('First day of the new name'),
    basis: field.basis(),
  }),
  validTime: ({ from }) => ({ from }),
});

export const SuccessorNamed = defineEvent('SuccessorNamed', {
  sv: 'En annan grupp tog över efter gruppen',
  en: 'Another group took over from the group',
  data: field.object({ successorId: field.uuid('The group that took over'), basis: field.basis() }),
});

export const InstructionAdopted = defineEvent('InstructionAdopted', {
  sv: 'En version av gruppens instruktion antogs; den bestämmer antalet platser',
  en: "A version of the group's instruction was adopted; it sets the number of seats",
  data: field.object({
    version: Type.Integer({ minimum: 1, description: 'Number of the version' }),
    effectiveFrom: field.partial('First day it applies, as well as it is known'),
    memberSeats: seats('Number of members (ledamöter)'),
    substituteSeats: seats('Number of substitutes (ersättare)'),
    ...instructionTexts,
    basis: field.basis(),
  }),
  validTime: ({ effectiveFrom }) => knownDays(effectiveFrom),
});

export const InstructionCorrected = defineEvent('InstructionCorrected', {
  sv: 'Rättelse av vad en version av instruktionen hela tiden sagt; känd först från nu',
  en: 'A correction of what a version of the instruction always said; known only from now on',
  // A decision that was written wrongly and put right by another decision is something that happened.
  corrects: ({ origin }) => origin === 'registration',
  data: field.object({
    version: Type.Integer({ minimum: 1, description: 'The corrected version' }),
    origin: field.oneOf(CORRECTION_ORIGINS, 'Was the decision wrongly written, or wrongly registered by us?'),
    effectiveFrom: field.optional(field.partial('First day it applies')),
    memberSeats: field.optional(seats('Number of members')),
    substituteSeats: field.optional(seats('Number of substitutes')),
    ...instructionTexts,
    basis: field.basis(),
  }),
});

export const SeatsChanged = defineEvent('SeatsChanged', {
  sv: 'Antalet platser av ett slag ändrades utan ny instruktion',
  en: 'The number of seats of a kind changed without a new instruction',
  data: field.object({
    kind: field.oneOf(SEAT_KINDS, 'Kind of seat'),
    seats: seats('The new number'),
    from: field.day('First day it applies'),
    basis: field.basis(),
  }),
  validTime: ({ from }) => ({ from }),
});

export const VacancyExplained = defineEvent('VacancyExplained', {
  sv: 'Varför en plats står tom',
  en: 'Why a seat is empty',
  data: field.object({
    kind: field.oneOf(SEAT_KINDS, 'Kind of seat'),
    seat: seatNumber('Number of the seat'),
    reason: field.oneOf(VACANCY_REASONS, 'The party declined it, there is no candidate, or an election is pending'),
    partyId: field.optional(field.uuid('The party that has the right to nominate')),
    from: field.day('First day the explanation holds'),
    to: field.optional(field.day('First day it no longer holds; absent: until the seat is filled')),
    basis: field.basis(),
  }),
  validTime: ({ from, to }) => ({ from, to }),
});

export const GroupDissolved = defineEvent('GroupDissolved', {
  sv: 'Gruppen upphörde; öppna uppdrag slutar samma dag',
  en: 'The group ceased to be; open appointments end on the same day',
  data: field.object({
    on: field.day('First day it no longer exists'),
    successorId: field.optional(field.uuid('The group that took over its tasks')),
    basis: field.basis(),
  }),
  validTime: ({ on }) => ({ to: on }),
});
