import { withoutUndefined } from '@liggare/kernel';
import { Roles, Sent, SentCommand } from '@liggare/platform';
import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnnulPointsDto, DiscardAnnulmentDto, FinalizeAnnulmentDto } from './annulment.dto.js';
import { changeDecision } from './change-decision.js';
import { DecisionBody } from './decision-views.dto.js';

/** Points that courts have annulled. What rests on them follows by itself: see the policies of other slices. */
@ApiTags('Beslut · Decisions')
@Controller('v1/decisions')
export class AnnulmentsController {
  constructor(private readonly commands: CommandBus) {}

  @Roles('registrar', 'coordinator')
  @Post(':id/annulments')
  @ApiOperation({ summary: 'En domstol upphävde punkter (13 kap. 8 § KL) · A court annulled points' })
  @ApiOkResponse({ type: DecisionBody })
  annul(@Param('id', ParseUUIDPipe) id: string, @Body() body: AnnulPointsDto, @Sent() sent: SentCommand) {
    return changeDecision(this.commands, id, { type: 'AnnulPoints', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/annulments/:appealId/finality')
  @ApiOperation({ summary: 'Domen vann laga kraft · The judgment became final' })
  @ApiOkResponse({ type: DecisionBody })
  finalize(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appealId', ParseUUIDPipe) appealId: string,
    @Body() body: FinalizeAnnulmentDto,
    @Sent() sent: SentCommand,
  ) {
    return changeDecision(this.commands, id, { type: 'FinalizeAnnulment', appealId, ...body }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/annulments/:appealId/registration-errors')
  @ApiOperation({ summary: 'Upphävandet gäller inte · The annulment does not stand' })
  @ApiOkResponse({ type: DecisionBody })
  discard(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appealId', ParseUUIDPipe) appealId: string,
    @Body() body: DiscardAnnulmentDto,
    @Sent() sent: SentCommand,
  ) {
    const change = { type: 'DiscardAnnulment', appealId, ...withoutUndefined(body) } as const;
    return changeDecision(this.commands, id, change, sent);
  }
}
