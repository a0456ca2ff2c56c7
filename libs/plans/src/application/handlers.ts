import { Repository, type Executed } from '@liggare/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actionPlanAggregate, type ActionPlanState } from '../domain/action-plan.js';
import { agreementAggregate, type AgreementState } from '../domain/agreement.js';
import { coordinationAggregate, type CoordinationState } from '../domain/coordination.js';
import { situationReportAggregate, type SituationReportState } from '../domain/situation-report.js';
import { ChangeActionPlan, ChangeAgreement, ChangeCoordination, ChangeSituationReport } from './messages.js';
import { PlanReferences } from './reference-checks.js';

/** Each refuses a reference to nothing, and what the aggregate's own rules refuse. */
@CommandHandler(ChangeSituationReport)
export class ChangeSituationReportHandler implements ICommandHandler<ChangeSituationReport> {
  constructor(
    private readonly repository: Repository,
    private readonly references: PlanReferences,
  ) {}

  async execute({ id, change, context, options }: ChangeSituationReport): Promise<Executed<SituationReportState>> {
    if ('basis' in change) await this.references.point(change.basis);
    for (const [index, problem] of (change.problemIds ?? []).entries()) {
      await this.references.problem(problem, `/problemIds/${index}`);
    }
    return this.repository.execute(situationReportAggregate, id, change, context, options);
  }
}

@CommandHandler(ChangeActionPlan)
export class ChangeActionPlanHandler implements ICommandHandler<ChangeActionPlan> {
  constructor(
    private readonly repository: Repository,
    private readonly references: PlanReferences,
  ) {}

  async execute({ id, change, context, options }: ChangeActionPlan): Promise<Executed<ActionPlanState>> {
    if ('basis' in change) await this.references.point(change.basis);
    if (change.type !== 'FollowUpActionPlan') {
      await this.references.reportVersion(change.restsOn);
      for (const [index, { initiativeId, bodyGroupId }] of (change.items ?? []).entries()) {
        await this.references.initiative(initiativeId, `/items/${index}/initiativeId`);
        await this.references.group(bodyGroupId, `/items/${index}/bodyGroupId`);
      }
    }
    return this.repository.execute(actionPlanAggregate, id, change, context, options);
  }
}

@CommandHandler(ChangeAgreement)
export class ChangeAgreementHandler implements ICommandHandler<ChangeAgreement> {
  constructor(
    private readonly repository: Repository,
    private readonly references: PlanReferences,
  ) {}

  async execute({ id, change, context, options }: ChangeAgreement): Promise<Executed<AgreementState>> {
    if ('basis' in change) await this.references.point(change.basis);
    if ('parties' in change) {
      for (const [index, { groupId }] of (change.parties ?? []).entries()) {
        await this.references.group(groupId, `/parties/${index}/groupId`);
      }
    }
    return this.repository.execute(agreementAggregate, id, change, context, options);
  }
}

@CommandHandler(ChangeCoordination)
export class ChangeCoordinationHandler implements ICommandHandler<ChangeCoordination> {
  constructor(
    private readonly repository: Repository,
    private readonly references: PlanReferences,
  ) {}

  async execute({ id, change, context, options }: ChangeCoordination): Promise<Executed<CoordinationState>> {
    if ('basis' in change) await this.references.point(change.basis);
    if ('groupId' in change) await this.references.group(change.groupId, '/groupId');
    return this.repository.execute(coordinationAggregate, id, change, context, options);
  }
}
