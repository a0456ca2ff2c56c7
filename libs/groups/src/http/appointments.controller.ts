import { withoutUndefined } from '@liggare/kernel';
import { Roles, Sent, SentCommand } from '@liggare/platform';
import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AnswerResignationDto,
  AppointDto,
  AssignRoleDto,
  EndAppointmentDto,
  EndRoleDto,
  RequestResignationDto,
  WithdrawResignationDto,
} from './appointment.dto.js';
import { CorrectAppointmentDto, CorrectEndDto, DiscardDto, DiscardAppointmentDto } from './correction.dto.js';
import { GroupCommands } from './group-commands.js';
import { GroupBody } from './group-views.dto.js';

/** Appointments of members and substitutes: roles, resignations, ends, and corrections of what was registered. */
@ApiTags('Uppdrag · Appointments')
@Controller('v1/groups/:id/appointments')
export class AppointmentsController {
  constructor(private readonly groups: GroupCommands) {}

  @Roles('registrar', 'coordinator')
  @Post()
  @ApiOperation({ summary: 'Ledamot eller ersättare väljs · A member or substitute is elected' })
  @ApiCreatedResponse({ type: GroupBody })
  appoint(@Param('id', ParseUUIDPipe) id: string, @Body() body: AppointDto, @Sent() sent: SentCommand) {
    const { kind, ...rest } = withoutUndefined(body);
    const appointmentId = sent.newId;
    const type = kind === 'member' ? 'AppointMember' : 'AppointSubstitute';
    return this.groups.create(id, { type, appointmentId, ...rest }, sent, `/appointments/${appointmentId}`);
  }

  @Roles('registrar', 'coordinator')
  @Post(':appointmentId/roles')
  @ApiOperation({ summary: 'Roll på platsen, t.ex. ordförande · A role in the seat' })
  @ApiOkResponse({ type: GroupBody })
  assignRole(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Body() body: AssignRoleDto,
    @Sent() sent: SentCommand,
  ) {
    return this.groups.change(id, { type: 'AssignRole', appointmentId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':appointmentId/role-ends')
  @ApiOperation({ summary: 'Rollen upphör, platsen behålls · The role ends, the seat stays' })
  @ApiOkResponse({ type: GroupBody })
  endRole(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Body() body: EndRoleDto,
    @Sent() sent: SentCommand,
  ) {
    return this.groups.change(id, { type: 'EndRole', appointmentId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':appointmentId/resignations')
  @ApiOperation({ summary: 'Avsägelse inkommen · A request to resign came in' })
  @ApiOkResponse({ type: GroupBody })
  requestResignation(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Body() body: RequestResignationDto,
    @Sent() sent: SentCommand,
  ) {
    return this.groups.change(id, { type: 'RequestResignation', appointmentId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':appointmentId/resignation-withdrawals')
  @ApiOperation({ summary: 'Avsägelsen tas tillbaka · The request is withdrawn' })
  @ApiOkResponse({ type: GroupBody })
  withdrawResignation(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Body() body: WithdrawResignationDto,
    @Sent() sent: SentCommand,
  ) {
    return this.groups.change(id, { type: 'WithdrawResignation', appointmentId, ...body }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':appointmentId/resignation-refusals')
  @ApiOperation({ summary: 'Befrielse beviljas inte · The request is not granted' })
  @ApiOkResponse({ type: GroupBody })
  declineResignation(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Body() body: AnswerResignationDto,
    @Sent() sent: SentCommand,
  ) {
    return this.groups.change(id, { type: 'DeclineResignation', appointmentId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':appointmentId/ends')
  @ApiOperation({ summary: 'Uppdraget upphör · The appointment ends' })
  @ApiOkResponse({ type: GroupBody })
  end(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Body() body: EndAppointmentDto,
    @Sent() sent: SentCommand,
  ) {
    return this.groups.change(id, { type: 'EndAppointment', appointmentId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':appointmentId/end-corrections')
  @ApiOperation({ summary: 'Rätta registrerat slut · Correct a registered end' })
  @ApiOkResponse({ type: GroupBody })
  correctEnd(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Body() body: CorrectEndDto,
    @Sent() sent: SentCommand,
  ) {
    return this.groups.change(id, { type: 'CorrectAppointmentEnd', appointmentId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':appointmentId/end-discards')
  @ApiOperation({ summary: 'Slutet registrerades av misstag · The end was registered by mistake' })
  @ApiOkResponse({ type: GroupBody })
  discardEnd(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Body() body: DiscardDto,
    @Sent() sent: SentCommand,
  ) {
    return this.groups.change(id, { type: 'DiscardAppointmentEnd', appointmentId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':appointmentId/corrections')
  @ApiOperation({ summary: 'Rätta registreringen · Correct the registration' })
  @ApiOkResponse({ type: GroupBody })
  correct(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Body() body: CorrectAppointmentDto,
    @Sent() sent: SentCommand,
  ) {
    return this.groups.change(id, { type: 'CorrectAppointment', appointmentId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':appointmentId/discards')
  @ApiOperation({ summary: 'Uppdraget registrerades av misstag · The appointment was registered by mistake' })
  @ApiOkResponse({ type: GroupBody })
  discard(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('appointmentId', ParseUUIDPipe) appointmentId: string,
    @Body() body: DiscardAppointmentDto,
    @Sent() sent: SentCommand,
  ) {
    return this.groups.change(id, { type: 'DiscardAppointment', appointmentId, ...withoutUndefined(body) }, sent);
  }
}
