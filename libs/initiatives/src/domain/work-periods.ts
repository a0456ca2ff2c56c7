import { type CivilDate, firstDay } from '@liggare/kernel';
import type { FollowUpStatus } from './initiative-vocabulary.js';
import { compareDays, periodBetween, type Period } from './period.js';
import type { Address, Budget, FollowUp, LegalBasis, PlannedFollowUp, Work } from './work.js';

export type AddressPeriod = Address & { readonly period: Period };
export type LegalBasisPeriod = LegalBasis & { readonly period: Period };

/** When the initiative meets which problem; a link that holds on no day is left out. */
export function addressPeriods({ addresses }: Pick<Work, 'addresses'>): readonly AddressPeriod[] {
  return addresses.map((one) => ({ ...one, period: periodBetween(one.from, one.to) })).filter(holdsSometimes);
}

export function legalBasisPeriods({ legalBases }: Pick<Work, 'legalBases'>): readonly LegalBasisPeriod[] {
  return legalBases.map((one) => ({ ...one, period: periodBetween(one.from, one.to) })).filter(holdsSometimes);
}

/** By period; of several for exactly the same period the last one registered holds. */
export function budgetsThatHold({ budgets }: Pick<Work, 'budgets'>): readonly Budget[] {
  const byPeriod = new Map(budgets.map((budget) => [`${budget.period.from}/${budget.period.to}`, budget]));
  return [...byPeriod.values()].toSorted((a, b) => compareDays(a.period.from, b.period.from));
}

/** By the period they are about, those of the same period in the order of registration: none takes over from another. */
export function followUpsByPeriod({ followUps }: Pick<Work, 'followUps'>): readonly FollowUp[] {
  return followUps.toSorted(
    (a, b) => compareDays(a.period.from, b.period.from) || compareDays(a.period.to, b.period.to),
  );
}

/** Made by the day; one that was made nobody knows when counts as made. */
export function isMadeBy({ madeOn }: Pick<FollowUp, 'madeOn'>, day: CivilDate): boolean {
  const made = firstDay(madeOn);
  return made === undefined || made <= day;
}

export type PlannedFollowUpState = PlannedFollowUp & {
  /** The follow-ups that do what was planned: those that name it, and those of its whole period. */
  readonly doneBy: readonly FollowUp[];
};

/** What is planned, by due day, with what was done of it. */
export function plannedFollowUps(state: Work): readonly PlannedFollowUpState[] {
  return state.plannedFollowUps
    .map((planned) => ({ ...planned, doneBy: state.followUps.filter((followUp) => does(followUp, planned)) }))
    .toSorted((a, b) => compareDays(a.dueOn, b.dueOn));
}

export function followUpStatus({ dueOn, doneBy }: PlannedFollowUpState, validAt: CivilDate): FollowUpStatus {
  if (doneBy.some((followUp) => isMadeBy(followUp, validAt))) return 'done';
  return dueOn < validAt ? 'overdue' : 'due';
}

/** A follow-up that says what it does does nothing else. */
function does(followUp: FollowUp, { plannedId, period }: PlannedFollowUp): boolean {
  if (followUp.plannedId !== undefined) return followUp.plannedId === plannedId;
  return followUp.period.from <= period.from && followUp.period.to >= period.to;
}

function holdsSometimes({ period: { from, to } }: { readonly period: Period }): boolean {
  return from === undefined || from !== to;
}
