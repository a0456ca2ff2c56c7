import type { CivilDate, DecisionPointRef, PartialDate, Personal } from '@liggare/kernel';
import { descriptionPeriods } from './description-periods.js';
import type { Description } from './initiative-commands.js';
import type { InitiativeConfidence, InitiativeStatus } from './initiative-vocabulary.js';
import type {
  DecisionLink,
  InitiativeState,
  InitiativeSuccessor,
  Milestone,
  Partner,
  Responsibility,
  Revision,
} from './initiative.js';
import { isIn } from './period.js';
import {
  partnerPeriods,
  responsibilityPeriods,
  type PartnerPeriod,
  type ResponsibilityPeriod,
} from './responsibility-periods.js';
import { statusPeriods } from './status-periods.js';

/** An initiative on a day. How far it has come is here; what effect it had is not (edge case 47). */
export interface InitiativeView extends Description {
  readonly id: string;
  readonly confidence: InitiativeConfidence;
  readonly registeredFor?: PartialDate;
  /** Absent when the initiative was not yet on the agenda that day. */
  readonly status?: InitiativeStatus;
  readonly statusSince?: PartialDate;
  readonly statusReason?: Personal;
  readonly statusBasis?: DecisionPointRef;
  readonly responsible: readonly ResponsibilityPeriod[];
  readonly partners: readonly PartnerPeriod[];
  readonly links: readonly DecisionLink[];
  /** As far as they had come by that day. */
  readonly successors: readonly InitiativeSuccessor[];
  /** Everything that is registered, whatever the day, so that each fact can be ended or corrected. */
  readonly registered: {
    readonly registrationId: string;
    readonly revisions: readonly Revision[];
    readonly milestones: readonly Milestone[];
    readonly responsibilities: readonly Responsibility[];
    readonly partners: readonly Partner[];
    readonly successors: readonly InitiativeSuccessor[];
  };
}

/** Pure: the initiative as the events say it was on a day. */
export function presentInitiative(state: InitiativeState, validAt: CivilDate): InitiativeView {
  const onDay = <T extends { readonly period: Parameters<typeof isIn>[0] }>(all: readonly T[]) =>
    all.filter(({ period }) => isIn(period, validAt));
  const { period: _, ...description } = onDay(descriptionPeriods(state))[0] ?? { ...state.registered, period: {} };
  const status = onDay(statusPeriods(state))[0];
  const { registrationId, revisions, milestones, responsibilities, partners, successors, registeredFor } = state;
  return {
    id: state.id,
    ...description,
    confidence: state.confidence,
    ...(registeredFor === undefined ? {} : { registeredFor }),
    ...(status === undefined ? {} : { status: status.status }),
    ...(status?.since === undefined ? {} : { statusSince: status.since }),
    ...(status?.reason === undefined ? {} : { statusReason: status.reason }),
    ...(status?.basis === undefined ? {} : { statusBasis: status.basis }),
    responsible: onDay(responsibilityPeriods(state)),
    partners: onDay(partnerPeriods(state)),
    links: state.links,
    successors: successors.filter(({ on }) => on <= validAt),
    registered: { registrationId, revisions, milestones, responsibilities, partners, successors },
  };
}
