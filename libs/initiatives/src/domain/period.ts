import { bounds, type CivilDate, firstDay, type PartialDate } from '@liggare/kernel';

/** Half-open; an absent bound is open. */
export interface Period {
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

/** The period between two dates as far as they are known; one that would end before it begins holds no day. */
export function periodBetween(from: PartialDate | undefined, to: PartialDate | undefined): Period {
  const start = firstDay(from);
  const end = firstDay(to) ?? (to === undefined ? undefined : bounds(to).before);
  return periodOf(start, end !== undefined && start !== undefined && end < start ? start : end);
}

export function periodOf(from: CivilDate | undefined, to: CivilDate | undefined): Period {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

export function isIn({ from, to }: Period, day: CivilDate): boolean {
  return (from === undefined || from <= day) && (to === undefined || day < to);
}

/** A day that is absent is before all others. */
export function compareDays(a: CivilDate | undefined, b: CivilDate | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  return b === undefined || a > b ? 1 : -1;
}

/**
 * Things that each hold until the next begins; of those that begin on the same day the last one holds.
 * @param starts by beginning
 */
export function untilNext<T extends { readonly from: CivilDate | undefined }>(
  starts: readonly T[],
): readonly (Omit<T, 'from'> & { readonly period: Period })[] {
  const holding = starts.filter((start, index) => {
    const next = starts[index + 1];
    return !next || next.from !== start.from;
  });
  return holding.map(({ from, ...start }, index) => ({ ...start, period: periodOf(from, holding[index + 1]?.from) }));
}
