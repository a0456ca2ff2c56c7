import type { CivilDate, DecisionPointRef, PartialDate, Personal } from '@liggare/kernel';
import type { Assessment, Continuation } from './initiative-vocabulary.js';
import type { DayPeriod } from './work-commands.js';

/** The initiative meets a problem, or one cause of it. */
export interface Address {
  readonly addressId: string;
  readonly problemId: string;
  readonly causeId?: string;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  readonly basis?: DecisionPointRef;
}

export interface Budget {
  readonly budgetId: string;
  readonly period: DayPeriod;
  /** Whole Swedish kronor. */
  readonly amount: number;
  readonly funding?: string;
  readonly basis?: DecisionPointRef;
}

export interface LegalBasis {
  readonly legalBasisId: string;
  readonly statute: string;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
  readonly basis?: DecisionPointRef;
}

export interface PlannedFollowUp {
  readonly plannedId: string;
  readonly period: DayPeriod;
  readonly dueOn: CivilDate;
  readonly basis?: DecisionPointRef;
}

export interface FollowUp {
  readonly followUpId: string;
  readonly period: DayPeriod;
  readonly madeOn: PartialDate;
  readonly assessment: Assessment;
  readonly continuation?: Continuation;
  readonly summary?: string;
  readonly evidence?: Personal;
  readonly evidenceReference?: string;
  readonly plannedId?: string;
  readonly basis?: DecisionPointRef;
}

/** What an initiative works on, with what means, and how it is followed up; lists in the order of registration. */
export interface Work {
  readonly addresses: readonly Address[];
  readonly budgets: readonly Budget[];
  readonly legalBases: readonly LegalBasis[];
  readonly plannedFollowUps: readonly PlannedFollowUp[];
  readonly followUps: readonly FollowUp[];
}

export const noWork: Work = { addresses: [], budgets: [], legalBases: [], plannedFollowUps: [], followUps: [] };
