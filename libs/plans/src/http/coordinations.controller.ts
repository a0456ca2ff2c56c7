import { withoutUndefined } from '@liggare/kernel';
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
} from '@liggare/platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangeCoordination } from '../application/messages.js';
import { PlanRegisters } from '../application/plan-registers.js';
import { coordinationAggregate, type CoordinationCommand } from '../domain/coordination.js';
import { presentCoordination } from '../domain/plan-views.js';
import { CorrectCoordinationDto, DesignateDutyDto, EndDutyDto, InformCouncilDto } from './coordination.dto.js';
import { ListQuery } from './list-query.dto.js';
import { CoordinationBody, CoordinationsPage } from './plan-pages.dto.js';

const SHOWN = { aggregate: coordinationAggregate, present: presentCoordination };

/** How the municipality leads and coordinates the work (lag 2023:196 8–13 §§). */
@ApiTags('Planer · Plans')
@Controller('v1/coordinations')
export class CoordinationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly registers: PlanRegisters,
    private readonly reader: EntityReader,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get()
  @ApiOperation({ summary: 'Samordningen · The coordination' })
  @ApiOkResponse({ type: CoordinationsPage })
  async list(@Query() query: ListQuery) {
    const asOf = await this.asOf.resolve(query);
    const { items, total } = await this.registers.list(SHOWN, asOf, query);
    return { ...paged(items, total, query), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get(':id')
  @ApiOperation({ summary: 'Samordningen en viss dag · The coordination on a day' })
  @ApiOkResponse({ type: CoordinationBody })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AsOfQuery,
    @Res({ passthrough: true }) reply: HeaderWriter,
  ) {
    return this.reader.read(SHOWN, id, query, reply);
  }

  @Roles('registrar', 'coordinator')
  @Post()
  @ApiOperation({ summary: 'Någon får en uppgift enligt lagen, som den första · The first duty is given to somebody' })
  @ApiCreatedResponse({ type: CoordinationBody })
  begin(@Body() body: DesignateDutyDto, @Sent() sent: SentCommand) {
    return this.change(
      sent.newId,
      { type: 'DesignateDuty', coordinationId: sent.newId, ...withoutUndefined(body) },
      sent,
      true,
    );
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/designations')
  @ApiOperation({ summary: 'Någon får en uppgift enligt lagen · A duty is given to somebody' })
  @ApiOkResponse({ type: CoordinationBody })
  designate(@Param('id', ParseUUIDPipe) id: string, @Body() body: DesignateDutyDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'DesignateDuty', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/designations/:factId/ends')
  @ApiOperation({ summary: 'Uppgiften är inte längre deras · The duty is no longer theirs' })
  @ApiOkResponse({ type: CoordinationBody })
  end(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('factId', ParseUUIDPipe) ends: string,
    @Body() body: EndDutyDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'EndDuty', ends, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/council-reports')
  @ApiOperation({ summary: 'Rapport till fullmäktige · Report to the council' })
  @ApiOkResponse({ type: CoordinationBody })
  inform(@Param('id', ParseUUIDPipe) id: string, @Body() body: InformCouncilDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'InformCouncil', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/registration-corrections')
  @ApiOperation({ summary: 'Rätta registrets uppgift · Correct what the register says' })
  @ApiOkResponse({ type: CoordinationBody })
  correct(@Param('id', ParseUUIDPipe) id: string, @Body() body: CorrectCoordinationDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'CorrectCoordinationRegistration', ...withoutUndefined(body) }, sent);
  }

  private async change(id: string, change: CoordinationCommand, sent: SentCommand, created = false) {
    const options = { expected: sent.ifMatch ?? (created ? ('new' as const) : ('existing' as const)) };
    const done = await this.commands.execute(new ChangeCoordination(id, change, sent.context, options));
    const body = presentCoordination(done.state);
    return written(done, { id, location: `/v1/coordinations/${id}`, body, created });
  }
}
