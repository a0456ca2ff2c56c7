import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ChangeAreaHandler } from './application/area-handlers.js';
import { AreaList } from './application/area-list.js';
import {
  ChangeIndicatorHandler,
  ChangeProblemHandler,
  FindIndicatorHandler,
  FindProblemHandler,
} from './application/chain-handlers.js';
import { ChangeInitiativeHandler, FindInitiativeHandler } from './application/handlers.js';
import { ChainLists } from './application/chain-lists.js';
import { InitiativeList } from './application/initiative-list.js';
import { PreventiveChain } from './application/preventive-chain.js';
import { ReferenceChecks } from './application/reference-checks.js';
import { AreasController } from './http/areas.controller.js';
import { InitiativeBodiesController } from './http/initiative-bodies.controller.js';
import { IndicatorsController } from './http/indicators.controller.js';
import { InitiativeWorkController } from './http/initiative-work.controller.js';
import { InitiativesController } from './http/initiatives.controller.js';
import { ProblemsController } from './http/problems.controller.js';

/** Problems, initiatives and indicators over HTTP and on the buses. */
@Module({
  imports: [CqrsModule],
  controllers: [
    // Before InitiativesController, whose `:id` would take its list for an id.
    InitiativeWorkController,
    ...[InitiativesController, InitiativeBodiesController, ProblemsController, IndicatorsController],
    AreasController,
  ],
  providers: [
    ...[ChangeInitiativeHandler, FindInitiativeHandler, InitiativeList],
    ...[ChangeProblemHandler, FindProblemHandler, ChangeIndicatorHandler, FindIndicatorHandler, ReferenceChecks],
    ...[PreventiveChain, ChainLists],
    ...[ChangeAreaHandler, AreaList],
  ],
})
export class InitiativesModule {}
