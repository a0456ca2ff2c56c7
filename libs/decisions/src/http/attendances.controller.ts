import { withoutUndefined } from '@liggare/kernel';
import { EntityReader, Roles, Sent, SentCommand, written, type HeaderWriter } from '@liggare/platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangeMeeting } from '../application/messages.js';
import { attendanceRemarks } from '../domain/attendance-remarks.js';
import { participantsOf } from '../domain/attendance-standing.js';
import type { AttendanceCommand } from '../domain/attendance.js';
import { meetingAggregate, type MeetingState } from '../domain/meeting.js';
import { AttendanceBody } from './attendance-views.dto.js';
import { AttendanceQuery, CorrectAttendanceDto, RecordAttendanceDto } from './attendance.dto.js';

/** Who attended a meeting, as its minutes record it. */
@ApiTags('Sammanträden · Meetings')
@Controller('v1/meetings')
export class AttendancesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reader: EntityReader,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get(':id/attendances')
  @ApiOperation({ summary: 'Närvaro enligt protokollet · Attendance as the minutes have it' })
  @ApiOkResponse({ type: AttendanceBody })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AttendanceQuery,
    @Res({ passthrough: true }) reply: HeaderWriter,
  ) {
    const present = (meeting: MeetingState) => bodyOf(meeting, query.paragraph);
    return this.reader.read({ aggregate: meetingAggregate, present }, id, query, reply);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/attendances')
  @ApiOperation({
    summary:
      'För in närvaro, jäv, ordförande och justerare enligt protokollet · Enter attendance, jäv, chair, adjusters',
  })
  @ApiOkResponse({ type: AttendanceBody })
  record(@Param('id', ParseUUIDPipe) id: string, @Body() body: RecordAttendanceDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'RecordAttendance', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/attendances/:entryId/registration-corrections')
  @ApiOperation({ summary: 'Rätta registrets återgivning av en rad · Correct the register’s rendering of a line' })
  @ApiOkResponse({ type: AttendanceBody })
  correct(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
    @Body() body: CorrectAttendanceDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'CorrectAttendanceRegistration', entryId, ...withoutUndefined(body) }, sent);
  }

  private async change(id: string, change: AttendanceCommand, sent: SentCommand) {
    const options = { expected: sent.ifMatch ?? 'existing' } as const;
    const done = await this.commands.execute(new ChangeMeeting(id, change, sent.context, options));
    return written(done, { id, location: `/v1/meetings/${id}/attendances`, body: bodyOf(done.state, undefined) });
  }
}

function bodyOf(meeting: MeetingState, paragraph: string | undefined) {
  return {
    attendanceKnown: meeting.attendance !== undefined,
    entries: meeting.attendance ?? [],
    participants: participantsOf(meeting, paragraph),
    remarks: attendanceRemarks(meeting),
  };
}
