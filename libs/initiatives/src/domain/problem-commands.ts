import type { CivilDate, DecisionPointRef, PartialDate } from '@liggare/kernel';
import type { CauseFactor, ProblemLevel } from './problem-vocabulary.js';

/** What a problem is, apart from when. Only `description` may name people or be secret. */
export interface ProblemContent {
  readonly title: string;
  readonly description?: string;
  /** What anybody may read. */
  readonly publicSummary?: string;
  /** Statute by which the description is secret. */
  readonly secrecy?: string;
  /** Codes or names. */
  readonly areas: readonly string[];
  readonly targetGroup?: string;
  readonly level?: ProblemLevel;
}

interface Based {
  readonly basis?: DecisionPointRef;
}

export interface RegisterProblem extends ProblemContent {
  readonly type: 'RegisterProblem';
  readonly problemId: string;
  readonly firstNoticed?: PartialDate;
}

export interface ReviseProblem extends Partial<ProblemContent>, Based {
  readonly type: 'ReviseProblem';
  readonly from: CivilDate;
}

export interface IdentifyCause extends Based {
  readonly type: 'IdentifyCause';
  readonly text: string;
  readonly factor: CauseFactor;
  readonly from?: PartialDate;
}

export interface WithdrawCause extends Based {
  readonly type: 'WithdrawCause';
  readonly causeId: string;
  readonly to: PartialDate;
  readonly reason?: string;
}

export interface StepProblem extends Based {
  readonly type: 'CloseProblem' | 'ReopenProblem';
  readonly on: PartialDate;
  readonly reason?: string;
}

/** Our own entry was wrong. `withdrawn`: what it says never was; it may then be registered anew. */
export interface CorrectProblemRegistration extends Partial<ProblemContent> {
  readonly type: 'CorrectProblemRegistration';
  readonly corrects: string;
  readonly firstNoticed?: PartialDate;
  readonly text?: string;
  readonly factor?: CauseFactor;
  readonly on?: PartialDate;
  readonly withdrawn?: true;
  readonly reason?: string;
}

/** Descriptions and reasons are plain here and only here. */
export type ProblemCommand =
  RegisterProblem | ReviseProblem | IdentifyCause | WithdrawCause | StepProblem | CorrectProblemRegistration;
