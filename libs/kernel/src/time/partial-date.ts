import { addDays, civilDate, daysInMonth, isCivilDate, type CivilDate } from './civil-date.js';

/**
 * A date as well as the source knows it: a day `2023-02-13`, a month `2023-02`, a year `2023`, an interval
 * of those `2018-06/2022-10` (somewhere within, both ends included), an open interval `../2022-12-31` or
 * `2018/..`, or `unknown`. A subset of EDTF (ISO 8601-2:2019, levels 0 and 1).
 */
export type PartialDate = string & { readonly __partialDate: true };

export const UNKNOWN_DATE = 'unknown' as PartialDate;

/** What a partial date allows: the first possible day, and the first day that is no longer possible. */
export interface DateBounds {
  readonly earliest?: CivilDate;
  readonly before?: CivilDate;
}

export function isPartialDate(text: string): text is PartialDate {
  return boundsOf(text) !== undefined;
}

/** @throws RangeError when the text is none of the forms above, or an interval that runs backwards. */
export function partialDate(text: string): PartialDate {
  if (!isPartialDate(text))
    throw new RangeError(`not a date, month, year, interval or "unknown": ${JSON.stringify(text)}`);
  return text;
}

/** The days the date can be; both bounds are absent for `unknown`. @throws RangeError as {@link partialDate}. */
export function bounds(date: PartialDate): DateBounds {
  const result = boundsOf(date);
  if (!result) throw new RangeError(`not a partial date: ${JSON.stringify(date)}`);
  return result;
}

/** The day itself when the source knows the day, else undefined. */
export function knownDay(date: PartialDate): CivilDate | undefined {
  return isCivilDate(date) ? date : undefined;
}

function boundsOf(text: string): DateBounds | undefined {
  if (text === UNKNOWN_DATE) return {};
  const parts = text.split('/');
  if (parts.length === 1) return boundsOfOne(text);
  if (parts.length !== 2) return undefined;
  const [first, last] = parts as [string, string];
  if (first === '..' && last === '..') return undefined;
  const start = first === '..' ? {} : boundsOfOne(first);
  const end = last === '..' ? {} : boundsOfOne(last);
  if (!start || !end) return undefined;
  const result: DateBounds = {
    ...(start.earliest === undefined ? {} : { earliest: start.earliest }),
    ...(end.before === undefined ? {} : { before: end.before }),
  };
  if (result.earliest !== undefined && result.before !== undefined && result.earliest >= result.before)
    return undefined;
  return result;
}

function boundsOfOne(text: string): DateBounds | undefined {
  if (isCivilDate(text)) return { earliest: text, ...endingWith(text) };
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (year < 1) return undefined;
  if (match[2] === undefined) {
    return { earliest: civilDate(`${match[1]!}-01-01`), ...endingWith(civilDate(`${match[1]!}-12-31`)) };
  }
  const month = Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  const lastDay = civilDate(`${text}-${String(daysInMonth(year, month)).padStart(2, '0')}`);
  return { earliest: civilDate(`${text}-01`), ...endingWith(lastDay) };
}

/** There is no civil date after 9999-12-31: what may be that day has no end. */
function endingWith(lastDay: CivilDate): DateBounds {
  return lastDay === '9999-12-31' ? {} : { before: addDays(lastDay, 1) };
}

/** An incomplete date counts from its first possible day; absent when it has none. */
export function firstDay(date: PartialDate | undefined): CivilDate | undefined {
  return date === undefined ? undefined : bounds(date).earliest;
}

/** Is the one certainly before the other, whatever days the two turn out to be? */
export function certainlyBefore(one: PartialDate, other: PartialDate): boolean {
  const { before } = bounds(one);
  const { earliest } = bounds(other);
  return before !== undefined && earliest !== undefined && before <= earliest;
}
