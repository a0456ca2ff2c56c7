import { NO_EVENTS, NotFound, Repository, withoutUndefined } from '@liggare/kernel';
import { AsOfQuery, AsOfResolver, paged, Roles } from '@liggare/platform';
import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ParticipationRegister } from '../application/participation-register.js';
import { References } from '../application/references.js';
import { decisionAggregate } from '../domain/decision.js';
import { meetingAggregate } from '../domain/meeting.js';
import { participantsIn } from '../domain/participants.js';
import { DecisionParticipantsBody, ParticipationPage, ParticipationsQuery } from './participation.dto.js';

/** Who took part in which decisions. */
@ApiTags('Beslut · Decisions')
@Controller('v1')
export class ParticipationsController {
  constructor(
    private readonly repository: Repository,
    private readonly register: ParticipationRegister,
    private readonly references: References,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get('decisions/:id/participants')
  @ApiOperation({
    summary: 'Vilka som deltog i beslutet, och om reservationerna är deras · Who took part, and whose reservations',
  })
  @ApiOkResponse({ type: DecisionParticipantsBody })
  async participants(@Param('id', ParseUUIDPipe) id: string, @Query() query: AsOfQuery) {
    const asOf = await this.asOf.resolve(query);
    const decision = await this.repository.load(decisionAggregate, id, asOf.knownAt);
    if (decision.revision === NO_EVENTS) throw new NotFound('decision', id);
    const { meetingId } = decision.state;
    const meeting = meetingId && (await this.repository.load(meetingAggregate, meetingId, asOf.knownAt)).state;
    return { ...participantsIn(decision.state, meeting || undefined), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get('persons/:id/participations')
  @ApiOperation({ summary: 'Beslut som personen deltog i, eller inte · Decisions the person took part in, or not' })
  @ApiOkResponse({ type: ParticipationPage })
  async participations(@Param('id', ParseUUIDPipe) personId: string, @Query() query: ParticipationsQuery) {
    if (!(await this.references.has('person', personId))) throw new NotFound('person', personId);
    const asOf = await this.asOf.resolve(query);
    const filter = { personId, ...withoutUndefined(query) };
    const { items, total } = await this.register.participations(asOf, filter, query);
    return { ...paged(items, total, query), asOf: asOf.echo };
  }
}
