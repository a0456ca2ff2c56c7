import { addDays, bounds, type CivilDate, type DateBounds, type PartialDate } from '@liggare/kernel';

/** A day, or a date as well as the source knows it: every civil date is a partial date too. */
export type SomeDate = CivilDate | PartialDate;

/** Half-open `[from, to)`; an absent bound is open. What a fact with partial dates can cover at most. */
export interface Period {
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

/** The last day on which an exclusive end known only as `to` can fall; undefined when it can be any day. */
export function latestEnd(to: SomeDate): CivilDate | undefined {
  if (isWholeDay(to)) return to;
  const { before } = boundsOf(to);
  return before === undefined ? undefined : addDays(before, -1);
}

/** The first day it can be; undefined when nothing is known. */
export function earliestDay(date: SomeDate): CivilDate | undefined {
  if (isWholeDay(date)) return date;
  return boundsOf(date).earliest;
}

/** Every day the fact may hold on: from the first possible start to the last possible end. Exact for whole days. */
export function possiblePeriod(from: SomeDate, to?: SomeDate): Period {
  const first = earliestDay(from);
  const last = to === undefined ? undefined : latestEnd(to);
  return period(first, last);
}

/** The days the fact holds on whatever the uncertain dates turn out to be; empty when no day is sure. */
export function certainPeriod(from: SomeDate, to?: SomeDate): Period {
  const start = latestEnd(from);
  const end = to === undefined ? undefined : earliestDay(to);
  // A start that can be any day, or an end that can be any day, leaves no day sure.
  if (start === undefined || (to !== undefined && end === undefined)) return EMPTY;
  return period(start, end);
}

/** The same period, ended no later than `day`. */
export function endedAt(range: Period, day: CivilDate | undefined): Period {
  if (day === undefined || (range.to !== undefined && range.to <= day)) return range;
  return { ...range, to: day };
}

export function isEmptyPeriod({ from, to }: Period): boolean {
  return from !== undefined && to !== undefined && to <= from;
}

export function includes({ from, to }: Period, day: CivilDate): boolean {
  return (from === undefined || from <= day) && (to === undefined || day < to);
}

/** Do they share a day? */
export function meet(a: Period, b: Period): boolean {
  if (isEmptyPeriod(a) || isEmptyPeriod(b)) return false;
  return startsBefore(a, b) && startsBefore(b, a);
}

/** The days in both; empty when there are none. */
export function common(a: Period, b: Period): Period {
  const from = a.from === undefined || (b.from !== undefined && a.from < b.from) ? b.from : a.from;
  return endedAt(endedAt(from === undefined ? {} : { from }, a.to), b.to);
}

function startsBefore(a: Period, b: Period): boolean {
  return a.from === undefined || b.to === undefined || a.from < b.to;
}

function period(from: CivilDate | undefined, to: CivilDate | undefined): Period {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** Most dates are whole days; their length tells, since they were checked when they came in. */
function isWholeDay(date: SomeDate): date is CivilDate {
  return date.length === 10 && date[4] === '-';
}

function boundsOf(date: SomeDate): DateBounds {
  return bounds(date as string as PartialDate);
}

const EMPTY: Period = { from: '9999-12-31' as CivilDate, to: '0001-01-01' as CivilDate };
