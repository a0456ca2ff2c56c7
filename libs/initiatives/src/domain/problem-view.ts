import { type CivilDate, firstDay, type PartialDate, type Personal } from '@liggare/kernel';
import { compareDays, isIn, periodBetween, untilNext, type Period } from './period.js';
import type { ProblemStatus } from './problem-vocabulary.js';
import type { Cause, ProblemRevision, ProblemState, ProblemStep, StoredProblemContent } from './problem.js';

export type ProblemPeriod = StoredProblemContent & { readonly period: Period };
export type CausePeriod = Cause & { readonly period: Period };

export interface ProblemStatusPeriod {
  readonly status: ProblemStatus;
  readonly since?: PartialDate;
  readonly reason?: Personal;
  readonly period: Period;
}

/** What the problem is, period by period. The first picture has no beginning: nothing is ever nameless. */
export function problemPeriods(state: ProblemState): readonly ProblemPeriod[] {
  if (state.id === '') return [];
  let content = state.registered;
  const starts = [{ ...content, from: undefined as CivilDate | undefined }];
  for (const revision of state.revisions.toSorted((a, b) => compareDays(a.from, b.from))) {
    const { revisionId: _, from, basis: _why, ...changes } = revision;
    content = { ...content, ...changes };
    starts.push({ ...content, from });
  }
  return untilNext(starts);
}

/** Open from the day it was noticed, until it is closed; and so on. */
export function problemStatusPeriods(state: ProblemState): readonly ProblemStatusPeriod[] {
  if (state.id === '') return [];
  const { firstNoticed } = state;
  const noticed = firstNoticed === undefined ? {} : { since: firstNoticed };
  const first = { status: 'open' as ProblemStatus, ...noticed, from: firstDay(firstNoticed) };
  const steps = state.steps.map(({ status, on, reason }) => {
    return { status, since: on, ...(reason === undefined ? {} : { reason }), from: firstDay(on) };
  });
  return untilNext([first, ...steps].toSorted((a, b) => compareDays(a.from, b.from)));
}

/** When each is held to be a cause; one that holds on no day is left out. */
export function causePeriods(state: ProblemState): readonly CausePeriod[] {
  return state.causes
    .map((cause) => ({ ...cause, period: periodBetween(cause.from, cause.to) }))
    .filter(({ period: { from, to } }) => from === undefined || from !== to);
}

/** A problem on a day. */
export interface ProblemView extends StoredProblemContent {
  readonly id: string;
  readonly firstNoticed?: PartialDate;
  /** Absent when it was not yet noticed that day. */
  readonly status?: ProblemStatus;
  readonly statusSince?: PartialDate;
  readonly statusReason?: Personal;
  readonly causes: readonly CausePeriod[];
  /** Everything that is registered, whatever the day, so that each fact can be corrected. */
  readonly registered: {
    readonly registrationId: string;
    readonly revisions: readonly ProblemRevision[];
    readonly causes: readonly Cause[];
    readonly steps: readonly ProblemStep[];
  };
}

/** Pure: the problem as the events say it was on a day. */
export function presentProblem(state: ProblemState, validAt: CivilDate): ProblemView {
  const onDay = <T extends { readonly period: Period }>(all: readonly T[]) =>
    all.filter(({ period }) => isIn(period, validAt));
  const { period: _, ...content } = onDay(problemPeriods(state))[0] ?? { ...state.registered, period: {} };
  const status = onDay(problemStatusPeriods(state))[0];
  const { registrationId, revisions, causes, steps, firstNoticed } = state;
  return {
    id: state.id,
    ...content,
    ...(firstNoticed === undefined ? {} : { firstNoticed }),
    ...(status === undefined ? {} : { status: status.status }),
    ...(status?.since === undefined ? {} : { statusSince: status.since }),
    ...(status?.reason === undefined ? {} : { statusReason: status.reason }),
    causes: onDay(causePeriods(state)),
    registered: { registrationId, revisions, causes, steps },
  };
}
