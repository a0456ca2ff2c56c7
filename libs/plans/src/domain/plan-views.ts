import type { CivilDate } from '@liggare/kernel';
import { planOn, type ActionPlanState } from './action-plan.js';
import { agreementPeriod, type AgreementState } from './agreement.js';
import type { CoordinationState } from './coordination.js';
import { versionOn, type SituationReportState } from './situation-report.js';

/** Pure: what is shown of each on a day. Everything registered is in it, so that each fact can be corrected. */
export function presentSituationReport(state: SituationReportState, validAt: CivilDate) {
  const current = versionOn(state, validAt);
  return { id: state.id, ...(current ? { current } : {}), versions: state.versions };
}

export function presentActionPlan(state: ActionPlanState, validAt: CivilDate) {
  const current = planOn(state, validAt);
  return { id: state.id, ...(current ? { current } : {}), versions: state.versions, followUps: state.followUps };
}

export function presentAgreement(state: AgreementState, validAt: CivilDate) {
  const period = agreementPeriod(state);
  const valid =
    (period.from === undefined || period.from <= validAt) && (period.to === undefined || validAt < period.to);
  const { id, registrationId, registered, facts } = state;
  return { id, registrationId, registered, period, valid, facts };
}

export function presentCoordination(state: CoordinationState) {
  return state;
}
