import { civilDateAt, withoutUndefined } from '@liggare/kernel';
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
import { ChangeSituationReport } from '../application/messages.js';
import { PlanRegisters } from '../application/plan-registers.js';
import { situationReportAggregate, type SituationReportCommand } from '../domain/situation-report.js';
import { presentSituationReport } from '../domain/plan-views.js';
import { AdoptSituationReportDto, CorrectSituationReportDto } from './situation-report.dto.js';
import { ListQuery } from './list-query.dto.js';
import { SituationReportBody, SituationReportsPage } from './plan-pages.dto.js';

const SHOWN = { aggregate: situationReportAggregate, present: presentSituationReport };

/** Situation reports (lägesbilder) through their versions. */
@ApiTags('Planer · Plans')
@Controller('v1/situation-reports')
export class SituationReportsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly registers: PlanRegisters,
    private readonly reader: EntityReader,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get()
  @ApiOperation({ summary: 'Lägesbilder en viss dag · Situation reports on a day' })
  @ApiOkResponse({ type: SituationReportsPage })
  async list(@Query() query: ListQuery) {
    const asOf = await this.asOf.resolve(query);
    const { items, total } = await this.registers.list(SHOWN, asOf, query);
    return { ...paged(items, total, query), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get(':id')
  @ApiOperation({ summary: 'En lägesbild en viss dag · A situation report on a day' })
  @ApiOkResponse({ type: SituationReportBody })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AsOfQuery,
    @Res({ passthrough: true }) reply: HeaderWriter,
  ) {
    return this.reader.read(SHOWN, id, query, reply);
  }

  @Roles('registrar', 'coordinator')
  @Post()
  @ApiOperation({ summary: 'Registrera en lägesbild · Register a situation report' })
  @ApiCreatedResponse({ type: SituationReportBody })
  begin(@Body() body: AdoptSituationReportDto, @Sent() sent: SentCommand) {
    return this.change(
      sent.newId,
      { type: 'BeginSituationReport', situationReportId: sent.newId, ...withoutUndefined(body) },
      sent,
      true,
    );
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/versions')
  @ApiOperation({ summary: 'Lägesbilden är uppdaterad · The report was updated' })
  @ApiOkResponse({ type: SituationReportBody })
  update(@Param('id', ParseUUIDPipe) id: string, @Body() body: AdoptSituationReportDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'UpdateSituationReport', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/registration-corrections')
  @ApiOperation({ summary: 'Rätta registrets uppgift · Correct what the register says' })
  @ApiOkResponse({ type: SituationReportBody })
  correct(@Param('id', ParseUUIDPipe) id: string, @Body() body: CorrectSituationReportDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'CorrectSituationReportRegistration', ...withoutUndefined(body) }, sent);
  }

  private async change(id: string, change: SituationReportCommand, sent: SentCommand, created = false) {
    const options = { expected: sent.ifMatch ?? (created ? ('new' as const) : ('existing' as const)) };
    const done = await this.commands.execute(new ChangeSituationReport(id, change, sent.context, options));
    const body = presentSituationReport(done.state, civilDateAt(sent.context.now));
    return written(done, { id, location: `/v1/situation-reports/${id}`, body, created });
  }
}
