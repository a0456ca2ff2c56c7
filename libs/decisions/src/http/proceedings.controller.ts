import { withoutUndefined } from '@liggare/kernel';
import { Roles, Sent, SentCommand } from '@liggare/platform';
import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { changeDecision } from './change-decision.js';
import { DecisionBody } from './decision-views.dto.js';
import {
  AdjustMinutesDto,
  AppealFurtherDto,
  CloseAppealDto,
  DiscardAdjustmentDto,
  DiscardNoticeDto,
  FileAppealDto,
  GrantStayDto,
  LiftStayDto,
  PostNoticeDto,
  TakeNoticeDownDto,
} from './legal-force.dto.js';

/** What legal force follows from: minutes, notices, appeals. Nobody registers legal force itself. */
@ApiTags('Beslut · Decisions')
@Controller('v1/decisions/:id')
export class ProceedingsController {
  constructor(private readonly commands: CommandBus) {}

  @Roles('registrar', 'coordinator')
  @Post('adjustments')
  @ApiOperation({ summary: 'Protokollet justerades i denna paragraf · The minutes were adjusted in this paragraph' })
  @ApiOkResponse({ type: DecisionBody })
  adjust(@Param('id', ParseUUIDPipe) id: string, @Body() body: AdjustMinutesDto, @Sent() sent: SentCommand) {
    return changeDecision(this.commands, id, { type: 'AdjustMinutes', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post('adjustments/registration-errors')
  @ApiOperation({
    summary: 'Justeringen av beslutet var fel registrerad · The adjustment of the decision was registered in error',
  })
  @ApiOkResponse({ type: DecisionBody })
  discardAdjustment(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DiscardAdjustmentDto,
    @Sent() sent: SentCommand,
  ) {
    return changeDecision(this.commands, id, { type: 'DiscardAdjustment', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post('notices')
  @ApiOperation({ summary: 'Justeringen tillkännagavs · The adjustment was announced' })
  @ApiCreatedResponse({ type: DecisionBody })
  post(@Param('id', ParseUUIDPipe) id: string, @Body() body: PostNoticeDto, @Sent() sent: SentCommand) {
    const noticeId = sent.newId;
    const change = { type: 'PostNotice', noticeId, ...withoutUndefined(body) } as const;
    return changeDecision(this.commands, id, change, sent, `/notices/${noticeId}`);
  }

  @Roles('registrar', 'coordinator')
  @Post('notices/:noticeId/removals')
  @ApiOperation({ summary: 'Anslaget togs ned · The notice was taken down' })
  @ApiOkResponse({ type: DecisionBody })
  takeDown(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('noticeId', ParseUUIDPipe) noticeId: string,
    @Body() body: TakeNoticeDownDto,
    @Sent() sent: SentCommand,
  ) {
    return changeDecision(this.commands, id, { type: 'TakeNoticeDown', noticeId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post('notices/:noticeId/registration-errors')
  @ApiOperation({ summary: 'Anslaget var fel registrerat · The notice was registered in error' })
  @ApiOkResponse({ type: DecisionBody })
  discardNotice(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('noticeId', ParseUUIDPipe) noticeId: string,
    @Body() body: DiscardNoticeDto,
    @Sent() sent: SentCommand,
  ) {
    return changeDecision(this.commands, id, { type: 'DiscardNotice', noticeId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post('appeals')
  @ApiOperation({ summary: 'Beslutet överklagades · The decision was appealed against' })
  @ApiCreatedResponse({ type: DecisionBody })
  appeal(@Param('id', ParseUUIDPipe) id: string, @Body() body: FileAppealDto, @Sent() sent: SentCommand) {
    const appealId = sent.newId;
    const change = { type: 'FileAppeal', appealId, ...withoutUndefined(body) } as const;
    return changeDecision(this.commands, id, change, sent, `/appeals/${appealId}`);
  }

  @Roles('registrar', 'coordinator')
  @Post('appeals/:appealId/further-appeals')
  @ApiOperation({ summary: 'Överklagat till högre instans · Appealed to a higher court' })
  @ApiOkResponse({ type: DecisionBody })
  appealFurther(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appealId', ParseUUIDPipe) appealId: string,
    @Body() body: AppealFurtherDto,
    @Sent() sent: SentCommand,
  ) {
    return changeDecision(this.commands, id, { type: 'AppealFurther', appealId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post('appeals/:appealId/outcomes')
  @ApiOperation({ summary: 'Avslaget, avvisat eller återkallat · Rejected, dismissed or withdrawn' })
  @ApiOkResponse({ type: DecisionBody })
  close(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appealId', ParseUUIDPipe) appealId: string,
    @Body() body: CloseAppealDto,
    @Sent() sent: SentCommand,
  ) {
    return changeDecision(this.commands, id, { type: 'CloseAppeal', appealId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post('appeals/:appealId/stays')
  @ApiOperation({ summary: 'Inhibition · A stay' })
  @ApiOkResponse({ type: DecisionBody })
  stay(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appealId', ParseUUIDPipe) appealId: string,
    @Body() body: GrantStayDto,
    @Sent() sent: SentCommand,
  ) {
    return changeDecision(this.commands, id, { type: 'GrantStay', appealId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post('appeals/:appealId/stay-ends')
  @ApiOperation({ summary: 'Inhibitionen upphör · The stay is lifted' })
  @ApiOkResponse({ type: DecisionBody })
  liftStay(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appealId', ParseUUIDPipe) appealId: string,
    @Body() body: LiftStayDto,
    @Sent() sent: SentCommand,
  ) {
    return changeDecision(this.commands, id, { type: 'LiftStay', appealId, ...withoutUndefined(body) }, sent);
  }
}
