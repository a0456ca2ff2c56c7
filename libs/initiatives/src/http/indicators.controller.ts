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
  type Written,
} from '@liggare/platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChainLists } from '../application/chain-lists.js';
import { ChangeIndicator } from '../application/chain-messages.js';
import type { IndicatorCommand } from '../domain/indicator-commands.js';
import { presentIndicator, type IndicatorView } from '../domain/indicator-view.js';
import { indicatorAggregate } from '../domain/indicator.js';
import { IndicatorsQuery } from './chain-queries.dto.js';
import { EndedDto } from './ended.dto.js';
import { IndicatorPage } from './indicator-page.dto.js';
import { IndicatorBody } from './indicator-views.dto.js';
import {
  CorrectIndicatorRegistrationDto,
  LinkIndicatorDto,
  RecordMeasurementDto,
  RedefineIndicatorDto,
  RegisterIndicatorDto,
  SetBaselineDto,
  SetTargetDto,
} from './indicator.dto.js';

/** Indicators: definitions, values, and what they follow. */
@ApiTags('Indikatorer · Indicators')
@Controller('v1/indicators')
export class IndicatorsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reader: EntityReader,
    private readonly lists: ChainLists,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get()
  @ApiOperation({ summary: 'Indikatorer en viss dag · Indicators on a day' })
  @ApiOkResponse({ type: IndicatorPage })
  async list(@Query() query: IndicatorsQuery) {
    const asOf = await this.asOf.resolve(query);
    const { items, total } = await this.lists.indicators(asOf, withoutUndefined(query), query);
    return { ...paged(items, total, query), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get(':id')
  @ApiOperation({ summary: 'En indikator och dess serie · An indicator and its series' })
  @ApiOkResponse({ type: IndicatorBody })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AsOfQuery,
    @Res({ passthrough: true }) reply: HeaderWriter,
  ) {
    return this.reader.read({ aggregate: indicatorAggregate, present: presentIndicator }, id, query, reply);
  }

  @Roles('registrar', 'coordinator')
  @Post()
  @ApiOperation({ summary: 'Registrera en indikator · Register an indicator' })
  @ApiCreatedResponse({ type: IndicatorBody })
  async register(@Body() body: RegisterIndicatorDto, @Sent() sent: SentCommand): Promise<Written<IndicatorView>> {
    const { newId: indicatorId, context } = sent;
    const change = { type: 'RegisterIndicator', indicatorId, ...withoutUndefined(body) } as const;
    const done = await this.commands.execute(new ChangeIndicator(indicatorId, change, context, { expected: 'new' }));
    const view = presentIndicator(done.state, civilDateAt(context.now));
    return written(done, { id: indicatorId, location: `/v1/indicators/${indicatorId}`, body: view, created: true });
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/versions')
  @ApiOperation({ summary: 'Ny definition, med eller utan brott i serien · A new version of the definition' })
  @ApiOkResponse({ type: IndicatorBody })
  redefine(@Param('id', ParseUUIDPipe) id: string, @Body() body: RedefineIndicatorDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'RedefineIndicator', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/baselines')
  @ApiOperation({ summary: 'Utgångsvärde · Baseline' })
  @ApiOkResponse({ type: IndicatorBody })
  setBaseline(@Param('id', ParseUUIDPipe) id: string, @Body() body: SetBaselineDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'SetBaseline', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/targets')
  @ApiOperation({ summary: 'Målvärde med dag · Target with a day' })
  @ApiOkResponse({ type: IndicatorBody })
  setTarget(@Param('id', ParseUUIDPipe) id: string, @Body() body: SetTargetDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'SetTarget', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/measurements')
  @ApiOperation({ summary: 'Mätvärde; ett omräknat läggs till · A measured value; a recalculated one is added' })
  @ApiOkResponse({ type: IndicatorBody })
  measure(@Param('id', ParseUUIDPipe) id: string, @Body() body: RecordMeasurementDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'RecordMeasurement', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/links')
  @ApiOperation({ summary: 'Följer en åtgärd eller ett problem · Follows an initiative or a problem' })
  @ApiOkResponse({ type: IndicatorBody })
  link(@Param('id', ParseUUIDPipe) id: string, @Body() body: LinkIndicatorDto, @Sent() sent: SentCommand) {
    const subject = withoutUndefined(body.subject);
    return this.change(id, { type: 'LinkIndicator', ...withoutUndefined(body), subject }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/links/:linkId/ends')
  @ApiOperation({ summary: 'Följer inte längre · No longer follows' })
  @ApiOkResponse({ type: IndicatorBody })
  unlink(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('linkId', ParseUUIDPipe) linkId: string,
    @Body() body: EndedDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'UnlinkIndicator', linkId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/registration-corrections')
  @ApiOperation({ summary: 'Rätta registrets uppgift · Correct what the register says' })
  @ApiOkResponse({ type: IndicatorBody })
  correct(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CorrectIndicatorRegistrationDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'CorrectIndicatorRegistration', ...withoutUndefined(body) }, sent);
  }

  private async change(id: string, change: IndicatorCommand, sent: SentCommand): Promise<Written<IndicatorView>> {
    const options = { expected: sent.ifMatch ?? 'existing' } as const;
    const done = await this.commands.execute(new ChangeIndicator(id, change, sent.context, options));
    const body = presentIndicator(done.state, civilDateAt(sent.context.now));
    return written(done, { id, location: `/v1/indicators/${id}`, body });
  }
}
