/**
 * A day in the municipality's calendar, `YYYY-MM-DD` (ISO 8601, proleptic Gregorian), without time or zone.
 * Two civil dates compare with `<` because the text form sorts as the calendar does.
 */
export type CivilDate = string & { readonly __civilDate: true };

/** The zone in which "today" is decided. Legal dates themselves have no zone. */
export const MUNICIPAL_ZONE = 'Europe/Stockholm';

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** True for a well-formed date that exists in the calendar; `2023-02-29` does not. */
export function isCivilDate(text: string): text is CivilDate {
  const match = FORM.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Parses a civil date. @throws RangeError when the text is not a day of the calendar. */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new RangeError(`not a civil date (YYYY-MM-DD): ${JSON.stringify(text)}`);
  return text;
}

/** The day `days` later (or earlier, if negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10) as CivilDate;
}

/** Whole days from `from` to `to`; negative when `to` is the earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
