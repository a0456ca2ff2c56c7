import { civilDateAt, withoutUndefined } from '@liggare/kernel';
import { Roles, Sent, SentCommand, written, type Written } from '@liggare/platform';
import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangeInitiative } from '../application/messages.js';
import type { InitiativeCommand } from '../domain/initiative-commands.js';
import { presentInitiative, type InitiativeView } from '../domain/initiative-view.js';
import { AddPartnerDto, AssignResponsibilityDto, EndResponsibilityDto, PartnerLeavesDto } from './bodies.dto.js';
import { InitiativeBody } from './initiative-views.dto.js';

/** Who answers for an initiative, and who takes part in it. */
@ApiTags('Åtgärder · Initiatives')
@Controller('v1/initiatives')
export class InitiativeBodiesController {
  constructor(private readonly commands: CommandBus) {}

  @Roles('registrar', 'coordinator')
  @Post(':id/responsibilities')
  @ApiOperation({ summary: 'Ett organ ansvarar; ett nytt huvudansvar avlöser det förra · A body is responsible' })
  @ApiOkResponse({ type: InitiativeBody })
  assign(@Param('id', ParseUUIDPipe) id: string, @Body() body: AssignResponsibilityDto, @Sent() sent: SentCommand) {
    const change = { ...withoutUndefined(body), body: withoutUndefined(body.body) };
    return this.change(id, { type: 'AssignResponsibility', ...change }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/responsibilities/:responsibilityId/ends')
  @ApiOperation({ summary: 'Organet ansvarar inte längre · The body is no longer responsible' })
  @ApiOkResponse({ type: InitiativeBody })
  end(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('responsibilityId', ParseUUIDPipe) responsibilityId: string,
    @Body() body: EndResponsibilityDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'EndResponsibility', responsibilityId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/partners')
  @ApiOperation({ summary: 'En organisation samverkar · An organisation takes part' })
  @ApiOkResponse({ type: InitiativeBody })
  addPartner(@Param('id', ParseUUIDPipe) id: string, @Body() body: AddPartnerDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'AddPartner', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/partner-departures')
  @ApiOperation({ summary: 'Organisationen samverkar inte längre · It no longer takes part' })
  @ApiOkResponse({ type: InitiativeBody })
  partnerLeaves(@Param('id', ParseUUIDPipe) id: string, @Body() body: PartnerLeavesDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'PartnerLeaves', ...withoutUndefined(body) }, sent);
  }

  private async change(id: string, change: InitiativeCommand, sent: SentCommand): Promise<Written<InitiativeView>> {
    const options = { expected: sent.ifMatch ?? 'existing' } as const;
    const done = await this.commands.execute(new ChangeInitiative(id, change, sent.context, options));
    const body = presentInitiative(done.state, civilDateAt(sent.context.now));
    return written(done, { id, location: `/v1/initiatives/${id}`, body });
  }
}
