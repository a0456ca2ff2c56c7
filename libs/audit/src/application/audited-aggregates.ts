import {
  decisionAggregate,
  matterAggregate,
  meetingAggregate,
  presentDecision,
  presentMatter,
  presentMeeting,
} from '@liggare/decisions';
import { findingAggregate } from '@liggare/findings';
import { groupAggregate, presentGroup } from '@liggare/groups';
import { importAggregate, presentImport } from '@liggare/imports';
import {
  areaAggregate,
  indicatorAggregate,
  initiativeAggregate,
  presentArea,
  presentIndicator,
  presentInitiative,
  presentProblem,
  problemAggregate,
} from '@liggare/initiatives';
import type { Aggregate, CivilDate, DomainEvent } from '@liggare/kernel';
import {
  erasureAggregate,
  keyRotationAggregate,
  partyAggregate,
  personAggregate,
  presentErasure,
  presentParty,
  presentPerson,
  retentionRuleAggregate,
} from '@liggare/people';
import {
  actionPlanAggregate,
  agreementAggregate,
  coordinationAggregate,
  presentActionPlan,
  presentAgreement,
  presentCoordination,
  presentSituationReport,
  situationReportAggregate,
} from '@liggare/plans';
import { anchorAggregate } from '../domain/anchor.js';
import { auditSampleAggregate } from '../domain/audit-sample.js';
import { stateDigestAggregate } from '../domain/published-digest.js';

/** An aggregate as the auditor's tools see it: something that folds, and can be shown on a day. */
export interface AuditedAggregate {
  readonly aggregate: Aggregate<unknown, unknown, DomainEvent>;
  present(state: unknown, validAt: CivilDate): unknown;
}

function audited<State, Command, Event extends DomainEvent>(
  aggregate: Aggregate<State, Command, Event>,
  present: (state: State, validAt: CivilDate) => unknown,
): AuditedAggregate {
  return {
    aggregate: aggregate,
    present: (state, validAt) => present(state as State, validAt),
  };
}

/** Every kind of entity, by the category of its streams. */
export const auditedAggregates: ReadonlyMap<string, AuditedAggregate> = new Map(
  [
    audited(personAggregate, presentPerson),
    audited(partyAggregate, presentParty),
    audited(erasureAggregate, presentErasure),
    audited(retentionRuleAggregate, ({ rule }) => rule),
    audited(keyRotationAggregate, (rotation) => rotation),
    audited(matterAggregate, presentMatter),
    audited(meetingAggregate, presentMeeting),
    audited(decisionAggregate, presentDecision),
    audited(groupAggregate, presentGroup),
    audited(problemAggregate, presentProblem),
    audited(initiativeAggregate, presentInitiative),
    audited(findingAggregate, (finding) => finding),
    audited(indicatorAggregate, presentIndicator),
    audited(areaAggregate, presentArea),
    audited(situationReportAggregate, presentSituationReport),
    audited(actionPlanAggregate, presentActionPlan),
    audited(agreementAggregate, presentAgreement),
    audited(coordinationAggregate, presentCoordination),
    audited(importAggregate, presentImport),
    audited(stateDigestAggregate, (digest) => digest),
    audited(anchorAggregate, ({ anchor }) => anchor),
    audited(auditSampleAggregate, (sample) => sample),
  ].map((entry) => [entry.aggregate.category, entry]),
);
