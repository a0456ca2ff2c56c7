import type { CivilDate } from './civil-date.js';

/**
 * A half-open period of civil dates, `[from, to)`. `to` absent means "until further notice".
 * "T.o.m. 31 december" is stored as `to = <1 January>`.
 */
export interface DateRange {
  readonly from: CivilDate;
  readonly to?: CivilDate;
}

/** Is `day` inside `[from, to)`? */
export function contains(range: DateRange, day: CivilDate): boolean {
  return range.from <= day && (range.to === undefined || day < range.to);
}

/** Do the two periods share at least one day? An empty period shares none. */
export function overlaps(a: DateRange, b: DateRange): boolean {
  if (isEmpty(a) || isEmpty(b)) return false;
  return (b.to === undefined || a.from < b.to) && (a.to === undefined || b.from < a.to);
}

/** A period that ends on the day it begins, or before, holds no day. */
export function isEmpty(range: DateRange): boolean {
  return range.to !== undefined && range.to <= range.from;
}
