import type { CivilDate, PartialDate } from '@liggare/kernel';
import type { Based } from './commands.js';
import type { EligibilityGround, RecallGround } from './vocabulary.js';

/** `endsOn`: the day of the council meeting at which the appointment ends, when it is known. */
export interface LoseEligibility extends Based {
  readonly type: 'LoseEligibility';
  readonly appointmentId: string;
  readonly ground: EligibilityGround;
  readonly since: PartialDate;
  readonly endsOn?: CivilDate;
}

/** The council lets somebody who is no longer eligible stay. */
export interface RetainDespiteLoss extends Based {
  readonly type: 'RetainDespiteLoss';
  readonly appointmentId: string;
  readonly on: CivilDate;
}

/** `on`: the day of the new election, first day without the appointments. */
export interface RecallAll extends Based {
  readonly type: 'RecallAll';
  readonly on: CivilDate;
  readonly ground: RecallGround;
}

export type EligibilityCommand = LoseEligibility | RetainDespiteLoss | RecallAll;
