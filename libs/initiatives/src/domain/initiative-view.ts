import type { CivilDate, DecisionPointRef, PartialDate, Personal } from '@liggare/kernel';
import { descriptionPeriods } from './description-periods.js';
import type { FollowUpStatus, InitiativeConfidence, InitiativeStatus } from './initiative-vocabulary.js';
import type {
  DecisionLink,
  InitiativeState,
  InitiativeSuccessor,
  Milestone,
  Partner,
  Responsibility,
  Revision,
  StoredDescription,
} from './initiative.js';
import { isIn } from './period.js';
import {
  partnerPeriods,
  responsibilityPeriods,
  type PartnerPeriod,
  type ResponsibilityPeriod,
} from './responsibility-periods.js';
import { statusPeriods } from './status-periods.js';
import {
  addressPeriods,
  budgetsThatHold,
  followUpsByPeriod,
  followUpStatus,
  isMadeBy,
  legalBasisPeriods,
  plannedFollowUps,
  type AddressPeriod,
  type LegalBasisPeriod,
} from './work-periods.js';
import type { Budget, FollowUp, PlannedFollowUp, Work } from './work.js';

/** A planned follow-up as it stands on a day. */
export type PlannedFollowUpView = PlannedFollowUp & { readonly status: FollowUpStatus };

/** An initiative on a day. `status`: how far it has come. What effect it had is in its follow-ups only (edge case 47). */
export interface InitiativeView extends StoredDescription {
  readonly id: string;
  /** The entry was a mistake, and only its description is left of it. */
  readonly registeredInError?: true;
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
  /** Problems and causes it meets that day. */
  readonly addresses: readonly AddressPeriod[];
  readonly budgets: readonly Budget[];
  readonly legalBases: readonly LegalBasisPeriod[];
  /** Made by that day, by the period they are about. */
  readonly followUps: readonly FollowUp[];
  readonly plannedFollowUps: readonly PlannedFollowUpView[];
  /** Everything that is registered, whatever the day, so that each fact can be ended or corrected. */
  readonly registered: {
    readonly registrationId: string;
    readonly revisions: readonly Revision[];
    readonly milestones: readonly Milestone[];
    readonly responsibilities: readonly Responsibility[];
    readonly partners: readonly Partner[];
    readonly successors: readonly InitiativeSuccessor[];
  } & Work;
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
    ...(state.registeredInError ? { registeredInError: true } : {}),
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
    addresses: onDay(addressPeriods(state)),
    budgets: budgetsThatHold(state).filter(({ period }) => isIn(period, validAt)),
    legalBases: onDay(legalBasisPeriods(state)),
    followUps: followUpsByPeriod(state).filter((followUp) => isMadeBy(followUp, validAt)),
    plannedFollowUps: plannedFollowUps(state).map(({ doneBy, ...planned }) => {
      return { ...planned, status: followUpStatus({ ...planned, doneBy }, validAt) };
    }),
    registered: { registrationId, revisions, milestones, responsibilities, partners, successors, ...workOf(state) },
  };
}

function workOf({ addresses, budgets, legalBases, plannedFollowUps: planned, followUps }: Work): Work {
  return { addresses, budgets, legalBases, plannedFollowUps: planned, followUps };
}
