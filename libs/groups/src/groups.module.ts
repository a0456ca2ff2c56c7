import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AnnulmentVoidsWhatRested } from './application/annulment-voids-what-rested.policy.js';
import { Answers } from './application/answers.js';
import { DeathEndsAppointments } from './application/death-ends-appointments.policy.js';
import { ChangeGroupHandler, FindGroupHandler } from './application/handlers.js';
import { AnswersController } from './http/answers.controller.js';
import { FindGroupsNamingHandler } from './application/find-groups-naming.js';
import { FindLastAssignmentsHandler } from './application/find-last-assignments.js';
import { LostSeatEndsDependents } from './application/lost-seat-ends-dependents.policy.js';
import { AppointmentsController } from './http/appointments.controller.js';
import { CompositionController } from './http/composition.controller.js';
import { EligibilityController } from './http/eligibility.controller.js';
import { GroupCommands } from './http/group-commands.js';
import { GroupCorrectionsController } from './http/group-corrections.controller.js';
import { GroupsController } from './http/groups.controller.js';
import { UnderlyingSeatsController } from './http/underlying-seats.controller.js';

/** Groups, appointments and compositions over HTTP and on the buses. */
@Module({
  imports: [CqrsModule],
  controllers: [
    GroupsController,
    GroupCorrectionsController,
    AppointmentsController,
    CompositionController,
    EligibilityController,
    AnswersController,
    UnderlyingSeatsController,
  ],
  providers: [
    ChangeGroupHandler,
    FindGroupHandler,
    FindGroupsNamingHandler,
    FindLastAssignmentsHandler,
    GroupCommands,
    Answers,
    DeathEndsAppointments,
    AnnulmentVoidsWhatRested,
    LostSeatEndsDependents,
  ],
})
export class GroupsModule {}
