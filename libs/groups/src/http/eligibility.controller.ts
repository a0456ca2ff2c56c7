import { withoutUndefined } from '@liggare/kernel';
import { Roles, Sent, SentCommand } from '@liggare/platform';
import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LoseEligibilityDto, RecallAllDto, RetainDespiteLossDto } from './eligibility.dto.js';
import { GroupCommands } from './group-commands.js';
import { GroupBody } from './group-views.dto.js';

/** Holders who may no longer hold their appointment, and groups that are recalled as a whole. */
@ApiTags('Uppdrag · Appointments')
@Controller('v1/groups/:id')
export class EligibilityController {
  constructor(private readonly groups: GroupCommands) {}

  @Roles('registrar', 'coordinator')
  @Post('appointments/:appointmentId/eligibility-losses')
  @ApiOperation({ summary: 'Innehavaren är inte längre valbar (4 kap. 7 § KL) · The holder is no longer eligible' })
  @ApiOkResponse({ type: GroupBody })
  lose(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Body() body: LoseEligibilityDto,
    @Sent() sent: SentCommand,
  ) {
    return this.groups.change(id, { type: 'LoseEligibility', appointmentId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post('appointments/:appointmentId/eligibility-retentions')
  @ApiOperation({ summary: 'Fullmäktige låter innehavaren stanna · The council lets the holder stay' })
  @ApiOkResponse({ type: GroupBody })
  retain(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Body() body: RetainDespiteLossDto,
    @Sent() sent: SentCommand,
  ) {
    return this.groups.change(id, { type: 'RetainDespiteLoss', appointmentId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post('recalls')
  @ApiOperation({ summary: 'Samtliga entledigas (4 kap. 10 § KL) · All are recalled' })
  @ApiOkResponse({ type: GroupBody })
  recall(@Param('id', ParseUUIDPipe) id: string, @Body() body: RecallAllDto, @Sent() sent: SentCommand) {
    return this.groups.change(id, { type: 'RecallAll', ...withoutUndefined(body) }, sent);
  }
}
