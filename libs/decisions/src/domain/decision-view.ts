import type { CivilDate } from '@liggare/kernel';
import { outcomeOf, type BallotOutcome } from './ballot-remarks.js';
import type { Ballot } from './ballot.js';
import type { DecisionState, Point } from './decision.js';
import { deferralRemarks, type Deferral, type DeferralRemark } from './deferral.js';
import { legalForceOf, type LegalForce } from './legal-force.js';
import { presentElection, type ElectionView } from './election-view.js';

/** Where a point stands on a day. Legal force is another question, answered from notices and appeals. */
export const POINT_STATUSES = [
  'scheduled',
  'in-effect',
  'ended',
  'superseded',
  'annulled',
  'without-effect',
  'undated',
] as const;
export type PointStatus = (typeof POINT_STATUSES)[number];

export type DecisionView = Omit<DecisionState, 'points' | 'ballots' | 'elections' | 'deferral'> & {
  readonly points: readonly (Point & { readonly status: PointStatus; readonly legalForce: LegalForce })[];
  readonly ballots: readonly (Ballot & { readonly outcome: BallotOutcome })[];
  readonly elections: readonly ElectionView[];
  /** Entered before the minutes were adjusted, and they have not been since. */
  readonly provisional: boolean;
  readonly deferral?: Deferral & { readonly remarks: readonly DeferralRemark[] };
};

/** A motion rejected, deferred, referred back or only noted is registered, but changes nothing (edge case 38). */
export function mayHaveEffect({ outcome }: Pick<DecisionState, 'outcome'>): boolean {
  return outcome === 'adopted' || outcome === 'unknown';
}

/** The adjustment itself promotes the decision, and so does what can only come after it (edge case 59). */
export function isProvisional({ awaitsAdjustment, proceedings }: DecisionState): boolean {
  return awaitsAdjustment === true && !proceedings.adjusted && proceedings.notices.length === 0;
}

/** Pure: the decision as the events have it, with each point's status on a day. */
export function presentDecision(state: DecisionState, validAt: CivilDate): DecisionView {
  const { deferral, ...facts } = state;
  return {
    ...facts,
    provisional: isProvisional(state),
    points: state.points.map((point) => ({
      ...point,
      status: statusOf(state, point, validAt),
      legalForce: legalForceOf(state, point.number, validAt),
    })),
    ballots: state.ballots.map((ballot) => ({ ...ballot, outcome: outcomeOf(ballot) })),
    elections: state.elections.map((election) => presentElection(election, state.decidedOn, state.elections)),
    ...(deferral === undefined ? {} : { deferral: { ...deferral, remarks: deferralRemarks(deferral, state.points) } }),
  };
}

function statusOf(state: DecisionState, point: Point, day: CivilDate): PointStatus {
  if (!mayHaveEffect(state)) return 'without-effect';
  // From the start, whatever the day: the composition also tells what was believed until the judgment was final.
  if (state.annulments.some((a) => a.finalOn !== undefined && a.points.includes(point.number))) return 'annulled';
  const { superseded, effectiveFrom, effectiveTo } = point;
  if (superseded && (superseded.from === undefined || superseded.from <= day)) return 'superseded';
  if (effectiveFrom === undefined) return 'undated';
  if (day < effectiveFrom) return 'scheduled';
  return effectiveTo === undefined || day < effectiveTo ? 'in-effect' : 'ended';
}
