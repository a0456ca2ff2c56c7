import { civilDateAt, withoutUndefined } from '@liggare/kernel';
import { Roles, Sent, SentCommand, written, type Written } from '@liggare/platform';
import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangeMeeting } from '../application/messages.js';
import { presentMeeting, type MeetingView } from '../domain/meeting-view.js';
import type { MinutesCommand } from '../domain/minutes-decide.js';
import { TakeNoticeDownDto } from './legal-force.dto.js';
import { MeetingBody } from './meeting-views.dto.js';
import {
  AdjustParagraphsDto,
  CorrectAdjustmentDto,
  CorrectParagraphsNoticeDto,
  PostParagraphsNoticeDto,
} from './minutes.dto.js';

/**
 * Adjustments and notices of a meeting's minutes, each of a set of paragraphs. The decisions of those paragraphs get them,
 * also when they are registered later.
 */
@ApiTags('Sammanträden · Meetings')
@Controller('v1/meetings/:id')
export class MinutesController {
  constructor(private readonly commands: CommandBus) {}

  @Roles('registrar', 'coordinator')
  @Post('adjustments')
  @ApiOperation({
    summary: 'Paragrafer justerades · Paragraphs were adjusted',
    description:
      'Utan paragrafer: de som ingen annan justering av sammanträdet nämner. · Without paragraphs: those that no other adjustment of the meeting names.',
  })
  @ApiCreatedResponse({ type: MeetingBody })
  adjust(@Param('id', ParseUUIDPipe) id: string, @Body() body: AdjustParagraphsDto, @Sent() sent: SentCommand) {
    const adjustmentId = sent.newId;
    const change = { type: 'AdjustParagraphs', adjustmentId, ...withoutUndefined(body) } as const;
    return this.change(id, change, sent, `/adjustments/${adjustmentId}`);
  }

  @Roles('registrar', 'coordinator')
  @Post('adjustments/:adjustmentId/registration-corrections')
  @ApiOperation({ summary: 'Rätta uppgiften om en justering · Correct the entry of an adjustment' })
  @ApiOkResponse({ type: MeetingBody })
  correctAdjustment(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('adjustmentId', ParseUUIDPipe) adjustmentId: string,
    @Body() body: CorrectAdjustmentDto,
    @Sent() sent: SentCommand,
  ) {
    const change = { type: 'CorrectParagraphsAdjustment', adjustmentId, ...withoutUndefined(body) } as const;
    return this.change(id, change, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post('notices')
  @ApiOperation({
    summary: 'Justeringen av paragrafer tillkännagavs · The adjustment of paragraphs was announced',
    description:
      'Paragrafer, eller en justering; utan någotdera: hela protokollet. · Paragraphs, or an adjustment; with neither: all of the minutes.',
  })
  @ApiCreatedResponse({ type: MeetingBody })
  post(@Param('id', ParseUUIDPipe) id: string, @Body() body: PostParagraphsNoticeDto, @Sent() sent: SentCommand) {
    const noticeId = sent.newId;
    const change = { type: 'PostParagraphsNotice', noticeId, ...withoutUndefined(body) } as const;
    return this.change(id, change, sent, `/notices/${noticeId}`);
  }

  @Roles('registrar', 'coordinator')
  @Post('notices/:noticeId/removals')
  @ApiOperation({ summary: 'Anslaget togs ned · The notice was taken down' })
  @ApiOkResponse({ type: MeetingBody })
  takeDown(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('noticeId', ParseUUIDPipe) noticeId: string,
    @Body() body: TakeNoticeDownDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'TakeParagraphsNoticeDown', noticeId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post('notices/:noticeId/registration-corrections')
  @ApiOperation({ summary: 'Rätta uppgiften om ett anslag · Correct the entry of a notice' })
  @ApiOkResponse({ type: MeetingBody })
  correctNotice(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('noticeId', ParseUUIDPipe) noticeId: string,
    @Body() body: CorrectParagraphsNoticeDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'CorrectParagraphsNotice', noticeId, ...withoutUndefined(body) }, sent);
  }

  private async change(
    id: string,
    change: MinutesCommand,
    sent: SentCommand,
    made = '',
  ): Promise<Written<MeetingView>> {
    const options = { expected: sent.ifMatch ?? 'existing' } as const;
    const done = await this.commands.execute(new ChangeMeeting(id, change, sent.context, options));
    const body = presentMeeting(done.state, civilDateAt(sent.context.now));
    return written(done, { id, location: `/v1/meetings/${id}${made}`, body, created: made !== '' });
  }
}
