import { withoutUndefined } from '@liggare/kernel';
import { Roles, Sent, SentCommand } from '@liggare/platform';
import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { changeDecision } from './change-decision.js';
import { CorrectPointDto, CorrectPointRegistrationDto, SupersedePointDto } from './change-point.dto.js';
import { DecisionBody } from './decision-views.dto.js';
import { ParsePoint } from './parse-point.js';
import { AttachStatementDto, CorrectStatementDto, RefineStatementDto } from './statement.dto.js';

/** A decision's points and statements. */
@ApiTags('Beslut · Decisions')
@Controller('v1/decisions')
export class DecisionPartsController {
  constructor(private readonly commands: CommandBus) {}

  @Roles('registrar', 'coordinator')
  @Post(':id/points/:point/corrections')
  @ApiOperation({
    summary: 'Rättelse av skrivfel i beslutet (36 § FL) · Correction of a clerical error in the decision',
  })
  @ApiOkResponse({ type: DecisionBody })
  correctPoint(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('point', ParsePoint) point: number,
    @Body() body: CorrectPointDto,
    @Sent() sent: SentCommand,
  ) {
    return changeDecision(this.commands, id, { type: 'CorrectPoint', point, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/points/:point/registration-corrections')
  @ApiOperation({ summary: 'Rätta registrets återgivning av en punkt · Correct the register’s rendering of a point' })
  @ApiOkResponse({ type: DecisionBody })
  correctPointRegistration(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('point', ParsePoint) point: number,
    @Body() body: CorrectPointRegistrationDto,
    @Sent() sent: SentCommand,
  ) {
    const change = { type: 'CorrectPointRegistration', point, ...withoutUndefined(body) } as const;
    return changeDecision(this.commands, id, change, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/points/:point/supersessions')
  @ApiOperation({ summary: 'En senare punkt träder i stället · A later point takes its place' })
  @ApiOkResponse({ type: DecisionBody })
  supersede(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('point', ParsePoint) point: number,
    @Body() body: SupersedePointDto,
    @Sent() sent: SentCommand,
  ) {
    return changeDecision(this.commands, id, { type: 'SupersedePoint', point, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/statements')
  @ApiOperation({ summary: 'Reservation, särskilt yttrande eller anteckning · A reservation, statement or note' })
  @ApiOkResponse({ type: DecisionBody })
  attach(@Param('id', ParseUUIDPipe) id: string, @Body() body: AttachStatementDto, @Sent() sent: SentCommand) {
    return changeDecision(this.commands, id, { type: 'AttachStatement', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/statements/:statementId/refinements')
  @ApiOperation({ summary: 'Precisera ett yttrande · Make the record of a statement more precise' })
  @ApiOkResponse({ type: DecisionBody })
  refineStatement(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('statementId', ParseUUIDPipe) statementId: string,
    @Body() body: RefineStatementDto,
    @Sent() sent: SentCommand,
  ) {
    const change = { type: 'RefineStatement', statementId, ...withoutUndefined(body) } as const;
    return changeDecision(this.commands, id, change, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/statements/:statementId/registration-corrections')
  @ApiOperation({ summary: 'Rätta registrets uppgift om ett yttrande · Correct the register’s entry of a statement' })
  @ApiOkResponse({ type: DecisionBody })
  correctStatement(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('statementId', ParseUUIDPipe) statementId: string,
    @Body() body: CorrectStatementDto,
    @Sent() sent: SentCommand,
  ) {
    const change = { type: 'CorrectStatementRegistration', statementId, ...withoutUndefined(body) } as const;
    return changeDecision(this.commands, id, change, sent);
  }
}
