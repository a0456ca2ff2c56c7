import { decisionAggregate, meetingAggregate, type DecisionState, type MeetingState } from '@liggare/decisions';
import { groupAggregate, type GroupState } from '@liggare/groups';
import {
  indicatorAggregate,
  initiativeAggregate,
  problemAggregate,
  type IndicatorState,
  type InitiativeState,
  type ProblemState,
} from '@liggare/initiatives';
import { partyAggregate, personAggregate, type PartyState, type PersonState } from '@liggare/people';
import {
  actionPlanAggregate,
  agreementAggregate,
  situationReportAggregate,
  type ActionPlanState,
  type AgreementState,
  type SituationReportState,
} from '@liggare/plans';

/** The entities that rules look at. The words are those of the streams. */
export interface States {
  readonly person: PersonState;
  readonly party: PartyState;
  readonly meeting: MeetingState;
  readonly decision: DecisionState;
  readonly group: GroupState;
  readonly initiative: InitiativeState;
  readonly problem: ProblemState;
  readonly indicator: IndicatorState;
  readonly 'situation-report': SituationReportState;
  readonly 'action-plan': ActionPlanState;
  readonly agreement: AgreementState;
}

export type EntityKind = keyof States;

/** How each of them is folded: by the entity's own `evolve`, so that a rule sees what everybody sees. */
export const AGGREGATES = {
  person: personAggregate,
  party: partyAggregate,
  meeting: meetingAggregate,
  decision: decisionAggregate,
  group: groupAggregate,
  initiative: initiativeAggregate,
  problem: problemAggregate,
  indicator: indicatorAggregate,
  'situation-report': situationReportAggregate,
  'action-plan': actionPlanAggregate,
  agreement: agreementAggregate,
} as const;

export const ENTITY_KINDS = Object.keys(AGGREGATES) as readonly EntityKind[];

export function isExamined(category: string): category is EntityKind {
  return category in AGGREGATES;
}
