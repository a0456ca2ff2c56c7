import { Refusal, withoutUndefined, type PartialDate, type Personal } from '@liggare/kernel';
import { changedFields } from './changed-fields.js';
import type { DeferralEvent, DeferredBy } from './deferral-events.js';
import type { Outcome, PointKind } from './decision-vocabulary.js';
import { plainOrgan, type Organ } from './organ.js';
import { sealedUnder } from './sealed-under.js';

/** That a matter was tabled (bordlagt) or sent back (återremitterat), as the minutes have it. */
export interface Deferral {
  readonly by?: DeferredBy;
  readonly to?: Organ;
  readonly until?: PartialDate;
  readonly grounds?: Personal;
}

/** What in a registered deferral does not fit together. It is shown and never refused. */
export const DEFERRAL_REMARKS = [
  /** To table or send back an election takes a majority (KL 5:50). */
  'election-by-minority',
] as const;
export type DeferralRemark = (typeof DEFERRAL_REMARKS)[number];

export interface DeferDecision {
  readonly type: 'DeferDecision';
  readonly by?: DeferredBy;
  readonly to?: Organ;
  readonly until?: PartialDate;
  readonly grounds?: string;
}

export function deferralRemarks({ by }: Deferral, points: readonly { readonly kind: PointKind }[]): DeferralRemark[] {
  const election = points.some(({ kind }) => kind === 'elects');
  return by === 'minority' && election ? ['election-by-minority'] : [];
}

interface Deferrable {
  readonly id: string;
  readonly outcome: Outcome;
  readonly deferral?: Deferral;
}

/**
 * The outcome says that the matter was deferred; this says how.
 * @throws Refusal `not-deferred` when the entry says that something else became of it
 */
export function decideDeferral(state: Deferrable, command: DeferDecision): readonly DeferralEvent[] {
  if (!['deferred', 'referred-back', 'unknown'].includes(state.outcome)) {
    throw new Refusal('not-deferred', 'the entry says that the matter was neither tabled nor sent back');
  }
  const { by, until } = command;
  const to = command.to === undefined ? undefined : plainOrgan(command.to);
  const told = withoutUndefined({ by, to, until, grounds: sealedUnder(state.id)(command.grounds) });
  if (state.deferral !== undefined && Object.keys(changedFields(state.deferral, told)).length === 0) return [];
  return [{ type: 'DecisionDeferred', data: { decisionId: state.id, ...told } }];
}
