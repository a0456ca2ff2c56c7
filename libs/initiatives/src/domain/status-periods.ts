import {
  type CivilDate,
  type DecisionPointRef,
  firstDay,
  type PartialDate,
  partialDate,
  type Personal,
} from '@liggare/kernel';
import type { InitiativeStatus } from './initiative-vocabulary.js';
import type { InitiativeState } from './initiative.js';
import { compareDays, untilNext, type Period } from './period.js';

export interface StatusPeriod {
  readonly status: InitiativeStatus;
  /** Since when, as the source has it: the period's beginning is no surer than this. */
  readonly since?: PartialDate;
  readonly reason?: Personal;
  readonly basis?: DecisionPointRef;
  readonly period: Period;
}

type Step = Omit<StatusPeriod, 'period'> & { readonly from: CivilDate | undefined };

/**
 * Which status holds when, from the dated events. The last one to begin holds; but being registered or decided is
 * something that only an initiative can be on which work has not begun: a decision that comes late changes nothing.
 */
export function statusPeriods(state: InitiativeState): readonly StatusPeriod[] {
  if (state.id === '' || state.registeredInError) return [];
  const { registeredFor } = state;
  const steps: Step[] = [
    {
      status: 'registered',
      from: firstDay(registeredFor),
      ...(registeredFor === undefined ? {} : { since: registeredFor }),
    },
    ...state.milestones.map(({ milestoneId: _, on, ...step }) => ({ ...step, since: on, from: firstDay(on) })),
    ...state.successors.map(({ kind, on, basis }) => {
      return { status: kind, since: partialDate(on), from: on, ...(basis ? { basis } : {}) };
    }),
  ];
  const ordered = steps.toSorted((a, b) => compareDays(a.from, b.from) || Math.min(rank(a), 2) - Math.min(rank(b), 2));
  const taken: Step[] = [];
  for (const step of ordered) {
    const current = taken.at(-1);
    if (!current || (step.status !== current.status && rank(step) >= Math.min(rank(current), 2))) taken.push(step);
  }
  return untilNext(taken);
}

function rank({ status }: Step): number {
  return status === 'registered' ? 0 : status === 'decided' ? 1 : 2;
}
