import { MUNICIPAL_ZONE, type CivilDate } from './civil-date.js';

/** A point in time, RFC 3339 in UTC with exactly three decimals: `2026-11-23T18:01:00.000Z`. Sorts as text. */
export type Instant = string & { readonly __instant: true };

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads an RFC 3339 date-time with an offset (any zone) and writes it in UTC with milliseconds.
 * @throws RangeError when the text has no offset or is no moment of the calendar.
 */
export function instant(text: string): Instant {
  const ms = RFC3339.test(text) ? Date.parse(text) : NaN;
  // Date.parse rolls 30 February over into March; the day it names must survive.
  if (Number.isNaN(ms) || !dayExists(text))
    throw new RangeError(`not an RFC 3339 date-time with offset: ${JSON.stringify(text)}`);
  return instantFromMillis(ms);
}

export function instantFromMillis(ms: number): Instant {
  return new Date(ms).toISOString() as Instant;
}

export function millisOf(moment: Instant): number {
  return Date.parse(moment);
}

const municipalDay = new Intl.DateTimeFormat('sv-SE', { timeZone: MUNICIPAL_ZONE, dateStyle: 'short' });

/** The civil date on the municipality's wall at that moment (edge case 63: 22:30 UTC may be the next day). */
export function civilDateAt(moment: Instant): CivilDate {
  return municipalDay.format(Date.parse(moment)) as CivilDate;
}

function dayExists(text: string): boolean {
  const day = text.slice(0, 10);
  return new Date(Date.parse(`${day}T00:00:00Z`)).toISOString().startsWith(day);
}
