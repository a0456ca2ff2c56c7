import type { LegalForceStatus } from '@liggare/decisions';
import type { CivilDate, DecisionPointRef } from '@liggare/kernel';
import { compositionOf } from './composition-of-state.js';
import type { Holder, TermStatus } from './composition.js';
import { earliestDay } from './period.js';
import type { GroupState } from './state.js';
import { ENDS_AT_ONCE, type LegalForm } from './vocabulary.js';

/** May the body make decisions of its own? (KL 3:2–5, 5:1, 6:37–43, 6:1; lag 2023:196 10 §) */
export const POWERS = ['decides', 'if-delegated', 'prepares', 'unknown'] as const;
export type Power = (typeof POWERS)[number];

const POWER_OF: Readonly<Record<LegalForm, Power>> = {
  'municipal-council': 'decides',
  'municipal-board': 'decides',
  committee: 'decides',
  subcommittee: 'if-delegated',
  'council-preparatory-committee': 'prepares',
  'committee-preparatory-group': 'prepares',
  'reference-group': 'prepares',
  'strategic-council': 'prepares',
  informal: 'prepares',
  unknown: 'unknown',
};

/** What of somebody's right to take part is not plain on the day. */
export const DECIDER_REMARKS = [
  /** The decision that the appointment rests on is under appeal; it has effect all the same (KL 13:14). */
  'under-appeal',
  /** It has not gained legal force; it has effect all the same (KL 13:14). */
  'before-legal-force',
  /** A court has forbidden to carry it out for the time being: may not take part. */
  'stayed',
  /** No longer eligible, but elected by the council: the assignment lasts until its next meeting (KL 4:7). */
  'eligibility-lost',
  /** No longer eligible, and the assignment ended at once (KL 4:7): may not take part. */
  'eligibility-lost-at-once',
  /** Nothing is registered that the appointment rests on. */
  'without-decision',
] as const;
export type DeciderRemark = (typeof DECIDER_REMARKS)[number];

const EXCLUDES: readonly DeciderRemark[] = ['stayed', 'eligibility-lost-at-once'];

/** Where a decision point stood on the day. */
export interface PointStanding {
  readonly status: LegalForceStatus;
  readonly stayed?: true;
}

export interface Decider {
  readonly appointmentId: string;
  readonly personId: string;
  readonly seat?: number;
  readonly roles: readonly string[];
  readonly basis?: DecisionPointRef;
  readonly mayTakePart: boolean;
  readonly remarks: readonly DeciderRemark[];
}

export interface Deciders {
  /** Where the group was in its life that day; nobody decides in one that is not `current`. */
  readonly status: TermStatus;
  readonly power: Power;
  readonly seats: number;
  /** More than half of the members must be present (KL 5:45, 6:27). */
  readonly quorum: number;
  /** There are as many who may take part, with substitutes called in. */
  readonly quorumPossible: boolean;
  readonly members: readonly Decider[];
  /** In the order in which they are called in. */
  readonly substitutes: readonly Decider[];
  readonly vacantSeats: number;
}

/**
 * Pure: who could lawfully take part in a decision of the group on the day, de jure. Undefined when the group was
 * never established.
 * @param standingOf where the point stood on the day; undefined when the decision is not registered
 */
export function decidersOf(
  groupId: string,
  state: GroupState,
  day: CivilDate,
  standingOf: (basis: DecisionPointRef) => PointStanding | undefined,
): Deciders | undefined {
  const composition = compositionOf(groupId, state, day);
  if (!composition) return undefined;
  const { status } = composition.term;
  const power = POWER_OF[composition.legalForm];
  if (status !== 'current') {
    const nobody = { members: [], substitutes: [], vacantSeats: 0 };
    return { status, power, seats: 0, quorum: 0, quorumPossible: false, ...nobody };
  }
  const decider = (holder: Holder): Decider => {
    const { appointmentId, personId, seat, roles, basis } = holder;
    const remarks = [...remarksOnBasis(basis && standingOf(basis)), ...remarksOnEligibility(state, holder, day)];
    return {
      ...{ appointmentId, personId },
      ...(seat === undefined ? {} : { seat }),
      roles: roles.map(({ role }) => role),
      ...(basis ? { basis } : {}),
      mayTakePart: !remarks.some((remark) => EXCLUDES.includes(remark)),
      remarks,
    };
  };
  const members = composition.members.holders.map(decider);
  const substitutes = composition.substitutes.holders.map(decider);
  const able = [...members, ...substitutes].filter(({ mayTakePart }) => mayTakePart).length;
  const { seats, vacant } = composition.members;
  const quorum = Math.floor(seats / 2) + 1;
  const quorumPossible = seats > 0 && Math.min(able, seats) >= quorum;
  return { status, power, seats, quorum, quorumPossible, members, substitutes, vacantSeats: vacant };
}

function remarksOnBasis(standing: PointStanding | undefined): readonly DeciderRemark[] {
  if (!standing) return ['without-decision'];
  const stayed = standing.stayed ? (['stayed'] as const) : [];
  if (standing.status === 'under-appeal') return ['under-appeal', ...stayed];
  const open = ['not-adjusted', 'not-announced', 'appeal-period', 'notice-broken'].includes(standing.status);
  return open ? ['before-legal-force'] : [];
}

function remarksOnEligibility(
  { losses, term }: GroupState,
  { appointmentId }: Holder,
  day: CivilDate,
): DeciderRemark[] {
  const lost = losses.some(
    (loss) =>
      loss.appointmentId === appointmentId &&
      (earliestDay(loss.since) ?? day) <= day &&
      !(loss.retained && loss.retained.on <= day),
  );
  if (!lost) return [];
  return [term && ENDS_AT_ONCE.includes(term.legalForm) ? 'eligibility-lost-at-once' : 'eligibility-lost'];
}
