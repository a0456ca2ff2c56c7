import type { CivilDate, DecisionPointRef, PartialDate } from '@liggare/kernel';
import type { Assessment, Continuation } from './initiative-vocabulary.js';

/** Half-open: `to` is the first day after. */
export interface DayPeriod {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

interface Based {
  readonly basis?: DecisionPointRef;
}

export interface AddressProblem extends Based {
  readonly type: 'AddressProblem';
  readonly problemId: string;
  readonly causeId?: string;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
}

export interface StopAddressingProblem extends Based {
  readonly type: 'StopAddressingProblem';
  readonly addressId: string;
  readonly to: PartialDate;
}

export interface SetBudget extends Based {
  readonly type: 'SetBudget';
  readonly period: DayPeriod;
  /** Whole Swedish kronor. */
  readonly amount: number;
  readonly funding?: string;
}

export interface StateLegalBasis extends Based {
  readonly type: 'StateLegalBasis';
  readonly statute: string;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
}

export interface EndLegalBasis extends Based {
  readonly type: 'EndLegalBasis';
  readonly legalBasisId: string;
  readonly to: PartialDate;
}

export interface PlanFollowUp extends Based {
  readonly type: 'PlanFollowUp';
  readonly period: DayPeriod;
  readonly dueOn: CivilDate;
}

/** `plannedId` may be absent: a follow-up of a whole planned period does what was planned. */
export interface RecordFollowUp extends Based {
  readonly type: 'RecordFollowUp';
  readonly period: DayPeriod;
  readonly madeOn: PartialDate;
  readonly assessment: Assessment;
  readonly continuation?: Continuation;
  readonly summary?: string;
  readonly evidence?: string;
  readonly evidenceReference?: string;
  readonly plannedId?: string;
}

/** What an initiative works on, with what means, and how it is followed up. */
export type WorkCommand =
  AddressProblem | StopAddressingProblem | SetBudget | StateLegalBasis | EndLegalBasis | PlanFollowUp | RecordFollowUp;
