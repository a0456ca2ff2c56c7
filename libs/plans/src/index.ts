export { actionPlanAggregate, planOn, type ActionPlanCommand, type ActionPlanState } from './domain/action-plan.js';
export * from './domain/action-plan-events.js';
export { agreementAggregate, agreementPeriod, type AgreementCommand, type AgreementState } from './domain/agreement.js';
export * from './domain/agreement-events.js';
export { dueAfter } from './domain/compliance-answers.js';
export { compliance, type ComplianceFacts, type Requirement } from './domain/compliance.js';
export { coordinationAggregate, type CoordinationCommand, type CoordinationState } from './domain/coordination.js';
export * from './domain/coordination-events.js';
export {
  presentActionPlan,
  presentAgreement,
  presentCoordination,
  presentSituationReport,
} from './domain/plan-views.js';
export {
  situationReportAggregate,
  versionOn,
  type SituationReportCommand,
  type SituationReportState,
} from './domain/situation-report.js';
export * from './domain/situation-report-events.js';
export { PlansModule } from './plans.module.js';
export { plansSlice } from './plans.slice.js';
