import { withoutUndefined } from '@liggare/kernel';
import { Roles, Sent, SentCommand } from '@liggare/platform';
import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CorrectRoleDto, DiscardDto, MoveAppointmentDto } from './correction.dto.js';
import { GroupCommands } from './group-commands.js';
import { CorrectGroupDto, DiscardGroupDto } from './group-correction.dto.js';
import { GroupBody } from './group-views.dto.js';

/** Corrections of our own registration of groups and roles, and of the group an appointment was registered in. */
@ApiTags('Grupper · Groups')
@Controller('v1/groups/:id')
export class GroupCorrectionsController {
  constructor(private readonly groups: GroupCommands) {}

  @Roles('registrar', 'coordinator')
  @Post('registration-corrections')
  @ApiOperation({ summary: 'Rätta registrets uppgifter om gruppen · Correct the registration of the group' })
  @ApiOkResponse({ type: GroupBody })
  correct(@Param('id', ParseUUIDPipe) id: string, @Body() body: CorrectGroupDto, @Sent() sent: SentCommand) {
    return this.groups.change(id, { type: 'CorrectGroup', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post('discards')
  @ApiOperation({ summary: 'Gruppen registrerades av misstag · The group was registered by mistake' })
  @ApiOkResponse({ type: GroupBody })
  discard(@Param('id', ParseUUIDPipe) id: string, @Body() body: DiscardGroupDto, @Sent() sent: SentCommand) {
    return this.groups.change(id, { type: 'DiscardGroup', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post('appointments/:appointmentId/moves')
  @ApiOperation({ summary: 'Uppdraget registrerades i fel grupp · It was registered in the wrong group' })
  @ApiOkResponse({ type: GroupBody })
  move(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Body() body: MoveAppointmentDto,
    @Sent() sent: SentCommand,
  ) {
    return this.groups.change(id, { type: 'MoveAppointment', appointmentId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post('appointments/:appointmentId/roles/:roleId/corrections')
  @ApiOperation({ summary: 'Rätta registreringen av en roll · Correct the registration of a role' })
  @ApiOkResponse({ type: GroupBody })
  correctRole(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Param('roleId', ParseUUIDPipe) roleId: string,
    @Body() body: CorrectRoleDto,
    @Sent() sent: SentCommand,
  ) {
    return this.groups.change(id, { type: 'CorrectRole', appointmentId, roleId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post('appointments/:appointmentId/roles/:roleId/discards')
  @ApiOperation({ summary: 'Rollen registrerades av misstag · The role was registered by mistake' })
  @ApiOkResponse({ type: GroupBody })
  discardRole(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Param('roleId', ParseUUIDPipe) roleId: string,
    @Body() body: DiscardDto,
    @Sent() sent: SentCommand,
  ) {
    return this.groups.change(id, { type: 'DiscardRole', appointmentId, roleId, ...withoutUndefined(body) }, sent);
  }
}
