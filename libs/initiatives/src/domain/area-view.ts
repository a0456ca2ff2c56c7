import { type CivilDate, firstDay } from '@liggare/kernel';
import type { AreaBoundary, AreaName, AreaState, AreaSuccessor } from './area.js';
import { compareDays, isIn, untilNext, type Period } from './period.js';

export type AreaNamePeriod = Omit<AreaName, 'from'> & { readonly period: Period };
export type AreaBoundaryPeriod = Omit<AreaBoundary, 'from'> & { readonly period: Period };

/** When the area was called what; it ends with the first of its successions. */
export function areaNamePeriods(state: AreaState): readonly AreaNamePeriod[] {
  return untilSucceeded(state, periodsOf(state.names));
}

/** When the area ran where; figures of two boundaries are not of the same surface. */
export function areaBoundaryPeriods(state: AreaState): readonly AreaBoundaryPeriod[] {
  return untilSucceeded(state, periodsOf(state.boundaries));
}

/** An area on a day. */
export interface AreaView {
  readonly id: string;
  readonly code?: string;
  /** Absent when there was no such area that day. */
  readonly name?: string;
  readonly boundary?: AreaBoundaryPeriod;
  /** As far as they had come by that day. */
  readonly successors: readonly AreaSuccessor[];
  /** Everything that is registered, whatever the day, so that each fact can be corrected. */
  readonly registered: {
    readonly names: readonly AreaName[];
    readonly boundaries: readonly AreaBoundary[];
    readonly successors: readonly AreaSuccessor[];
  };
}

/** Pure: the area as the events say it was on a day. */
export function presentArea(state: AreaState, validAt: CivilDate): AreaView {
  const { id, code, names, boundaries, successors } = state;
  const name = areaNamePeriods(state).find(({ period }) => isIn(period, validAt))?.name;
  const boundary = areaBoundaryPeriods(state).find(({ period }) => isIn(period, validAt));
  return {
    id,
    ...(code === undefined ? {} : { code }),
    ...(name === undefined ? {} : { name }),
    ...(boundary === undefined ? {} : { boundary }),
    successors: successors.filter(({ on }) => on <= validAt),
    registered: { names, boundaries, successors },
  };
}

function periodsOf<T extends AreaName | AreaBoundary>(
  all: readonly T[],
): readonly (Omit<T, 'from'> & { readonly period: Period })[] {
  const starts = all.map((one) => ({ ...one, from: firstDay(one.from) }));
  return untilNext(starts.toSorted((a, b) => compareDays(a.from, b.from)));
}

function untilSucceeded<T extends { readonly period: Period }>(
  { successors }: AreaState,
  periods: readonly T[],
): readonly T[] {
  const end = successors.map(({ on }) => on).toSorted()[0];
  if (end === undefined) return periods;
  return periods
    .filter(({ period: { from } }) => from === undefined || from < end)
    .map((one) =>
      one.period.to === undefined || one.period.to > end ? { ...one, period: { ...one.period, to: end } } : one,
    );
}
