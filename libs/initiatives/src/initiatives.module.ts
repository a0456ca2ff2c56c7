import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ChangeInitiativeHandler, FindInitiativeHandler } from './application/handlers.js';
import { InitiativeList } from './application/initiative-list.js';
import { InitiativeBodiesController } from './http/initiative-bodies.controller.js';
import { InitiativesController } from './http/initiatives.controller.js';

/** Initiatives over HTTP and on the buses. */
@Module({
  imports: [CqrsModule],
  controllers: [InitiativesController, InitiativeBodiesController],
  providers: [ChangeInitiativeHandler, FindInitiativeHandler, InitiativeList],
})
export class InitiativesModule {}
