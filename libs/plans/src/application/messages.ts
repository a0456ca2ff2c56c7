import type { CommandContext, ExecuteOptions, Executed } from '@liggare/kernel';
import { Command } from '@nestjs/cqrs';
import type { ActionPlanCommand, ActionPlanState } from '../domain/action-plan.js';
import type { AgreementCommand, AgreementState } from '../domain/agreement.js';
import type { CoordinationCommand, CoordinationState } from '../domain/coordination.js';
import type { SituationReportCommand, SituationReportState } from '../domain/situation-report.js';

export class ChangeSituationReport extends Command<Executed<SituationReportState>> {
  constructor(
    readonly id: string,
    readonly change: SituationReportCommand,
    readonly context: CommandContext,
    readonly options: ExecuteOptions = {},
  ) {
    super();
  }
}

export class ChangeActionPlan extends Command<Executed<ActionPlanState>> {
  constructor(
    readonly id: string,
    readonly change: ActionPlanCommand,
    readonly context: CommandContext,
    readonly options: ExecuteOptions = {},
  ) {
    super();
  }
}

export class ChangeAgreement extends Command<Executed<AgreementState>> {
  constructor(
    readonly id: string,
    readonly change: AgreementCommand,
    readonly context: CommandContext,
    readonly options: ExecuteOptions = {},
  ) {
    super();
  }
}

export class ChangeCoordination extends Command<Executed<CoordinationState>> {
  constructor(
    readonly id: string,
    readonly change: CoordinationCommand,
    readonly context: CommandContext,
    readonly options: ExecuteOptions = {},
  ) {
    super();
  }
}
