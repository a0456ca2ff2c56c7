import { civilDateAt, withoutUndefined } from '@liggare/kernel';
import {
  AsOfQuery,
  AsOfResolver,
  EntityReader,
  paged,
  Roles,
  Sent,
  SentCommand,
  written,
  type HeaderWriter,
  type Written,
} from '@liggare/platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DecisionRegister } from '../application/decision-register.js';
import { ChangeMeeting } from '../application/messages.js';
import { meetingAggregate, type MeetingCommand } from '../domain/meeting.js';
import { presentMeeting, type MeetingView } from '../domain/meeting-view.js';
import { CancelMeetingDto, CorrectMeetingDto, MeetingsQuery, RecordMeetingDto } from './meeting.dto.js';
import { MeetingBody, MeetingPage } from './meeting-views.dto.js';

/** Meetings (sammanträden) of bodies. */
@ApiTags('Sammanträden · Meetings')
@Controller('v1/meetings')
export class MeetingsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reader: EntityReader,
    private readonly register: DecisionRegister,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get()
  @ApiOperation({ summary: 'Sammanträden · Meetings' })
  @ApiOkResponse({ type: MeetingPage })
  async list(@Query() query: MeetingsQuery) {
    const asOf = await this.asOf.resolve(query);
    const { items, total } = await this.register.meetings(asOf, withoutUndefined(query), query);
    return { ...paged(items, total, query), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get(':id')
  @ApiOperation({ summary: 'Ett sammanträde · A meeting' })
  @ApiOkResponse({ type: MeetingBody })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AsOfQuery,
    @Res({ passthrough: true }) reply: HeaderWriter,
  ) {
    return this.reader.read({ aggregate: meetingAggregate, present: presentMeeting }, id, query, reply);
  }

  @Roles('registrar', 'coordinator')
  @Post()
  @ApiOperation({ summary: 'Registrera ett sammanträde · Register a meeting' })
  @ApiCreatedResponse({ type: MeetingBody })
  async record(@Body() body: RecordMeetingDto, @Sent() sent: SentCommand): Promise<Written<MeetingView>> {
    const { newId: meetingId, context } = sent;
    const organ = withoutUndefined(body.organ);
    const change = { type: 'RecordMeeting', meetingId, ...withoutUndefined(body), organ } as const;
    const done = await this.commands.execute(new ChangeMeeting(meetingId, change, context, { expected: 'new' }));
    return written(done, {
      id: meetingId,
      location: `/v1/meetings/${meetingId}`,
      body: presentMeeting(done.state, civilDateAt(context.now)),
      created: true,
    });
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/cancellations')
  @ApiOperation({ summary: 'Sammanträdet blev inte av · The meeting did not take place' })
  @ApiOkResponse({ type: MeetingBody })
  cancel(@Param('id', ParseUUIDPipe) id: string, @Body() body: CancelMeetingDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'CancelMeeting', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/registration-corrections')
  @ApiOperation({ summary: 'Rätta registrets uppgift · Correct the register’s entry' })
  @ApiOkResponse({ type: MeetingBody })
  correct(@Param('id', ParseUUIDPipe) id: string, @Body() body: CorrectMeetingDto, @Sent() sent: SentCommand) {
    const { organ, ...rest } = withoutUndefined(body);
    const corrected = organ === undefined ? rest : { ...rest, organ: withoutUndefined(organ) };
    return this.change(id, { type: 'CorrectMeetingRegistration', ...corrected }, sent);
  }

  private async change(id: string, change: MeetingCommand, sent: SentCommand): Promise<Written<MeetingView>> {
    const options = { expected: sent.ifMatch ?? 'existing' } as const;
    const done = await this.commands.execute(new ChangeMeeting(id, change, sent.context, options));
    const body = presentMeeting(done.state, civilDateAt(sent.context.now));
    return written(done, { id, location: `/v1/meetings/${id}`, body });
  }
}
