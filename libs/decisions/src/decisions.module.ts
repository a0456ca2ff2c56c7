import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DependentsGraph } from './application/dependents-graph.js';
import { DecisionRegister } from './application/decision-register.js';
import {
  ChangeDecisionHandler,
  ChangeMatterHandler,
  ChangeMeetingHandler,
  FindDecisionHandler,
  FindDecisionPointHandler,
  FindDecisionsOfMeetingHandler,
  FindEntitiesRestingOnHandler,
  FindMatterHandler,
  FindMeetingHandler,
} from './application/handlers.js';
import { MinutesReachDecisions } from './application/minutes-reach-decisions.policy.js';
import { ParticipationRegister } from './application/participation-register.js';
import { References } from './application/references.js';
import { AnnulmentsController } from './http/annulments.controller.js';
import { AttendancesController } from './http/attendances.controller.js';
import { LegalForceRegister } from './application/legal-force-register.js';
import { LegalForceController } from './http/legal-force.controller.js';
import { ProceedingsController } from './http/proceedings.controller.js';
import { MinutesController } from './http/minutes.controller.js';
import { BallotsController } from './http/ballots.controller.js';
import { DependentsController } from './http/dependents.controller.js';
import { DecisionPartsController } from './http/decision-parts.controller.js';
import { DecisionsController } from './http/decisions.controller.js';
import { MattersController } from './http/matters.controller.js';
import { MeetingsController } from './http/meetings.controller.js';
import { ParticipationsController } from './http/participations.controller.js';

/** Matters, meetings and decisions over HTTP and on the buses. */
@Module({
  imports: [CqrsModule],
  controllers: [
    MattersController,
    MeetingsController,
    AttendancesController,
    MinutesController,
    DecisionsController,
    DecisionPartsController,
    DependentsController,
    AnnulmentsController,
    ProceedingsController,
    LegalForceController,
    BallotsController,
    ParticipationsController,
  ],
  providers: [
    ChangeMatterHandler,
    ChangeMeetingHandler,
    ChangeDecisionHandler,
    FindMatterHandler,
    FindMeetingHandler,
    FindDecisionHandler,
    FindDecisionPointHandler,
    FindDecisionsOfMeetingHandler,
    FindEntitiesRestingOnHandler,
    DecisionRegister,
    DependentsGraph,
    LegalForceRegister,
    MinutesReachDecisions,
    ParticipationRegister,
    References,
  ],
})
export class DecisionsModule {}
