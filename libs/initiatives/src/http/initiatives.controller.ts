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
import { InitiativeList } from '../application/initiative-list.js';
import { ChangeInitiative } from '../application/messages.js';
import type { InitiativeCommand } from '../domain/initiative-commands.js';
import { presentInitiative, type InitiativeView } from '../domain/initiative-view.js';
import { initiativeAggregate } from '../domain/initiative.js';
import { InitiativePage } from './initiative-page.dto.js';
import { InitiativeBody } from './initiative-views.dto.js';
import {
  CorrectInitiativeRegistrationDto,
  DayMilestoneDto,
  DiscardInitiativeDto,
  DiscontinueInitiativeDto,
  LinkDecisionDto,
  PartialMilestoneDto,
  RegisterInitiativeDto,
  ReviseInitiativeDto,
  SucceedInitiativeDto,
} from './initiative.dto.js';
import { InitiativesQuery } from './initiatives-query.dto.js';

/** Initiatives (åtgärder): what they are, how far they have come, and what came after them. */
@ApiTags('Åtgärder · Initiatives')
@Controller('v1/initiatives')
export class InitiativesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reader: EntityReader,
    private readonly initiatives: InitiativeList,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get()
  @ApiOperation({ summary: 'Åtgärder en viss dag · Initiatives on a day' })
  @ApiOkResponse({ type: InitiativePage })
  async list(@Query() query: InitiativesQuery) {
    const asOf = await this.asOf.resolve(query);
    const { items, total } = await this.initiatives.list(asOf, withoutUndefined(query), query);
    return { ...paged(items, total, query), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get(':id')
  @ApiOperation({ summary: 'En åtgärd en viss dag · An initiative on a day' })
  @ApiOkResponse({ type: InitiativeBody })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AsOfQuery,
    @Res({ passthrough: true }) reply: HeaderWriter,
  ) {
    return this.reader.read({ aggregate: initiativeAggregate, present: presentInitiative }, id, query, reply);
  }

  @Roles('registrar', 'coordinator')
  @Post()
  @ApiOperation({ summary: 'Registrera en åtgärd · Register an initiative' })
  @ApiCreatedResponse({ type: InitiativeBody })
  async register(@Body() body: RegisterInitiativeDto, @Sent() sent: SentCommand): Promise<Written<InitiativeView>> {
    const { newId: initiativeId, context } = sent;
    const change = { type: 'RegisterInitiative', initiativeId, ...withoutUndefined(body) } as const;
    const done = await this.commands.execute(new ChangeInitiative(initiativeId, change, context, { expected: 'new' }));
    const view = presentInitiative(done.state, civilDateAt(context.now));
    return written(done, { id: initiativeId, location: `/v1/initiatives/${initiativeId}`, body: view, created: true });
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/decisions')
  @ApiOperation({ summary: 'Åtgärden är beslutad · The initiative was decided' })
  @ApiOkResponse({ type: InitiativeBody })
  decide(@Param('id', ParseUUIDPipe) id: string, @Body() body: PartialMilestoneDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'DecideInitiative', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/starts')
  @ApiOperation({ summary: 'Arbetet har börjat · Work began' })
  @ApiOkResponse({ type: InitiativeBody })
  start(@Param('id', ParseUUIDPipe) id: string, @Body() body: PartialMilestoneDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'StartInitiative', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/revisions')
  @ApiOperation({ summary: 'Nytt innehåll från en dag · New content from a day on' })
  @ApiOkResponse({ type: InitiativeBody })
  revise(@Param('id', ParseUUIDPipe) id: string, @Body() body: ReviseInitiativeDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'ReviseInitiative', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/pauses')
  @ApiOperation({ summary: 'Arbetet vilar · Work rests' })
  @ApiOkResponse({ type: InitiativeBody })
  pause(@Param('id', ParseUUIDPipe) id: string, @Body() body: DayMilestoneDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'PauseInitiative', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/resumptions')
  @ApiOperation({ summary: 'Arbetet återupptas · Work is taken up again' })
  @ApiOkResponse({ type: InitiativeBody })
  resume(@Param('id', ParseUUIDPipe) id: string, @Body() body: DayMilestoneDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'ResumeInitiative', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/completions')
  @ApiOperation({ summary: 'Åtgärden är genomförd · The initiative was carried out' })
  @ApiOkResponse({ type: InitiativeBody })
  complete(@Param('id', ParseUUIDPipe) id: string, @Body() body: PartialMilestoneDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'CompleteInitiative', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/discontinuations')
  @ApiOperation({ summary: 'Avslutad utan att vara genomförd · Ended without having been carried out' })
  @ApiOkResponse({ type: InitiativeBody })
  discontinue(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DiscontinueInitiativeDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'DiscontinueInitiative', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/decision-links')
  @ApiOperation({ summary: 'En beslutspunkt hör till åtgärden · A decision point has to do with it' })
  @ApiOkResponse({ type: InitiativeBody })
  link(@Param('id', ParseUUIDPipe) id: string, @Body() body: LinkDecisionDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'LinkDecision', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/successors')
  @ApiOperation({ summary: 'Åtgärden går vidare i en annan · It goes on in another' })
  @ApiOkResponse({ type: InitiativeBody })
  succeed(@Param('id', ParseUUIDPipe) id: string, @Body() body: SucceedInitiativeDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'SucceedInitiative', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/registration-corrections')
  @ApiOperation({ summary: 'Rätta registrets uppgift · Correct what the register says' })
  @ApiOkResponse({ type: InitiativeBody })
  correct(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CorrectInitiativeRegistrationDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'CorrectInitiativeRegistration', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/discards')
  @ApiOperation({ summary: 'Åtgärden fördes in av misstag · The initiative was entered by mistake' })
  @ApiOkResponse({ type: InitiativeBody })
  discard(@Param('id', ParseUUIDPipe) id: string, @Body() body: DiscardInitiativeDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'DiscardInitiative', ...withoutUndefined(body) }, sent);
  }

  private async change(id: string, change: InitiativeCommand, sent: SentCommand): Promise<Written<InitiativeView>> {
    const options = { expected: sent.ifMatch ?? 'existing' } as const;
    const done = await this.commands.execute(new ChangeInitiative(id, change, sent.context, options));
    const body = presentInitiative(done.state, civilDateAt(sent.context.now));
    return written(done, { id, location: `/v1/initiatives/${id}`, body });
  }
}
