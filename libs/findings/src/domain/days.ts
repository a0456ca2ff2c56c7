import { addDays, knownDay, type CivilDate, type PartialDate } from '@liggare/kernel';
import type { Occurrence } from './rule.js';

/** Half-open; an absent bound is open. */
export interface Period {
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

export const BEGINNING = '0001-01-01' as CivilDate;
export const END = '9999-12-31' as CivilDate;

export function lasts(
  from: CivilDate | undefined,
  to: CivilDate | undefined,
): Pick<Occurrence, 'raisedOn' | 'clearedOn'> {
  return {
    ...(from === undefined || from === BEGINNING ? {} : { raisedOn: from }),
    ...(to === undefined || to === END ? {} : { clearedOn: to }),
  };
}

export function holds({ from, to }: Period, day: string): boolean {
  return (from === undefined || from <= day) && (to === undefined || day < to);
}

/** The days in both; undefined when there are none. */
export function common(a: Period, b: Period): Period | undefined {
  const from = later(a.from, b.from);
  const to = earlier(a.to, b.to);
  if (from !== undefined && to !== undefined && to <= from) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** The part of a period that is more than so many days in. */
export function after({ from, to }: Period, days: number): Period | undefined {
  if (from === undefined) return undefined;
  return common({ from: addDays(from, days), ...(to === undefined ? {} : { to }) }, {});
}

/**
 * The longest periods in which something holds, when it can change on these days only.
 * @param within outside of which it is not asked
 */
export function periodsWhere(
  within: Period,
  changes: Iterable<CivilDate | undefined>,
  holds: (day: CivilDate) => boolean,
): Period[] {
  const start = within.from ?? BEGINNING;
  const inside = [...changes].filter(
    (day): day is CivilDate => day !== undefined && day > start && (within.to === undefined || day < within.to),
  );
  const days = [...new Set([start, ...inside])].sort();
  const found: Period[] = [];
  for (const [index, day] of days.entries()) {
    if (!holds(day)) continue;
    const to = days[index + 1] ?? within.to;
    const last = found.at(-1);
    const from = last?.to === day ? last.from : day;
    if (last?.to === day) found.pop();
    found.push({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });
  }
  return found;
}

/** The day, when the source knows it. */
export function dayOf(date: PartialDate | undefined): CivilDate | undefined {
  return date === undefined ? undefined : knownDay(date);
}

function later(a: CivilDate | undefined, b: CivilDate | undefined): CivilDate | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}

function earlier(a: CivilDate | undefined, b: CivilDate | undefined): CivilDate | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
