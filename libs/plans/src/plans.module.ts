import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import {
  ChangeActionPlanHandler,
  ChangeAgreementHandler,
  ChangeCoordinationHandler,
  ChangeSituationReportHandler,
} from './application/handlers.js';
import { PlanRegisters } from './application/plan-registers.js';
import { PlanReferences } from './application/reference-checks.js';
import { ActionPlansController } from './http/action-plans.controller.js';
import { AgreementsController } from './http/agreements.controller.js';
import { ComplianceController } from './http/compliance.controller.js';
import { CoordinationsController } from './http/coordinations.controller.js';
import { SituationReportsController } from './http/situation-reports.controller.js';

/** Plans over HTTP and on the buses. */
@Module({
  imports: [CqrsModule],
  controllers: [
    SituationReportsController,
    ActionPlansController,
    AgreementsController,
    CoordinationsController,
    ComplianceController,
  ],
  providers: [
    ChangeSituationReportHandler,
    ChangeActionPlanHandler,
    ChangeAgreementHandler,
    ChangeCoordinationHandler,
    PlanReferences,
    PlanRegisters,
  ],
})
export class PlansModule {}
