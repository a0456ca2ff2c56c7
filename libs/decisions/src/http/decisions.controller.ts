import { civilDateAt, NotFound, withoutUndefined } from '@liggare/kernel';
import {
  AsOfQuery,
  AsOfResolver,
  EntityReader,
  Inside,
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
import { DecisionRegister } from '../application/decision-register.js';
import { ChangeDecision } from '../application/messages.js';
import type { PlainPoint } from '../domain/decision-commands.js';
import { decisionAggregate } from '../domain/decision.js';
import { presentDecision, type DecisionView } from '../domain/decision-view.js';
import {
  CorrectDecisionDto,
  DiscardDecisionDto,
  MarkDuplicateDto,
  RefineDecisionDto,
  ReportDecisionDto,
} from './change-decision.dto.js';
import { changeDecision, organOf } from './change-decision.js';
import { DecisionsQuery, DependentsQuery, DuplicatesQuery } from './decisions-query.dto.js';
import { RecordDecisionDto } from './record-decision.dto.js';
import { DecisionBody } from './decision-views.dto.js';
import { DecisionPage, DependentPage } from './decision-pages.dto.js';

/** Decisions with their points and statements, and what rests on them. */
@ApiTags('Beslut · Decisions')
@Controller('v1/decisions')
export class DecisionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reader: EntityReader,
    private readonly register: DecisionRegister,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get()
  @ApiOperation({ summary: 'Beslut, det senaste först · Decisions, the latest first' })
  @ApiOkResponse({ type: DecisionPage })
  async list(@Query() query: DecisionsQuery, @Inside() inside: boolean) {
    const asOf = await this.asOf.resolve(query);
    const { items, total } = await this.register.decisions(
      asOf,
      { ...withoutUndefined(query), settled: !inside },
      query,
    );
    return { ...paged(items, total, query), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get(':id')
  @ApiOperation({ summary: 'Ett beslut med sina punkter · A decision with its points' })
  @ApiOkResponse({ type: DecisionBody })
  async get(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AsOfQuery,
    @Res({ passthrough: true }) reply: HeaderWriter,
    @Inside() inside: boolean,
  ) {
    const present = { aggregate: decisionAggregate, present: presentDecision };
    const decision = await this.reader.read(present, id, query, reply);
    if (decision.provisional && !inside) throw new NotFound('decision', id);
    return decision;
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get(':id/dependents')
  @ApiOperation({ summary: 'Vad som vilar på beslutets punkter · What rests on the decision’s points' })
  @ApiOkResponse({ type: DependentPage })
  async dependents(@Param('id', ParseUUIDPipe) id: string, @Query() query: DependentsQuery) {
    const asOf = await this.asOf.resolve(query);
    const { items, total } = await this.register.dependents(asOf, id, query.point, query);
    return { ...paged(items, total, query), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get(':id/duplicates')
  @ApiOperation({
    summary:
      'Poster som gäller eller kan gälla samma beslut: märkta, eller med samma organ, dag, session och § · ' +
      'Entries that are or may be of the same decision',
  })
  @ApiOkResponse({ type: DecisionPage })
  async duplicates(@Param('id', ParseUUIDPipe) id: string, @Query() query: DuplicatesQuery, @Inside() inside: boolean) {
    const asOf = await this.asOf.resolve(query);
    const { items, total } = await this.register.sameDecision(asOf, id, query, !inside);
    return { ...paged(items, total, query), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator')
  @Post()
  @ApiOperation({ summary: 'För in ett beslut · Enter a decision' })
  @ApiCreatedResponse({ type: DecisionBody })
  async record(@Body() body: RecordDecisionDto, @Sent() sent: SentCommand): Promise<Written<DecisionView>> {
    const { newId: decisionId, context } = sent;
    const points: PlainPoint[] = body.points.map((point) => withoutUndefined(point));
    const refersTo = body.refersTo?.map((earlier) => withoutUndefined(earlier));
    const change = {
      ...withoutUndefined({ ...body, refersTo }),
      ...organOf(body),
      type: 'RecordDecision',
      decisionId,
      points,
    } as const;
    const done = await this.commands.execute(new ChangeDecision(decisionId, change, context, { expected: 'new' }));
    const view = presentDecision(done.state, civilDateAt(context.now));
    return written(done, { id: decisionId, location: `/v1/decisions/${decisionId}`, body: view, created: true });
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/refinements')
  @ApiOperation({ summary: 'Precisera en ofullständig uppgift · Make an incomplete record more precise' })
  @ApiOkResponse({ type: DecisionBody })
  refine(@Param('id', ParseUUIDPipe) id: string, @Body() body: RefineDecisionDto, @Sent() sent: SentCommand) {
    const { points, ...facts } = withoutUndefined(body);
    const refined = points === undefined ? {} : { points: points.map((point) => withoutUndefined(point)) };
    return changeDecision(this.commands, id, { ...facts, ...organOf(body), ...refined, type: 'RefineDecision' }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/registration-corrections')
  @ApiOperation({ summary: 'Rätta registrets uppgift om beslutet · Correct the register’s entry of the decision' })
  @ApiOkResponse({ type: DecisionBody })
  correct(@Param('id', ParseUUIDPipe) id: string, @Body() body: CorrectDecisionDto, @Sent() sent: SentCommand) {
    const change = { ...withoutUndefined(body), ...organOf(body), type: 'CorrectDecisionRegistration' } as const;
    return changeDecision(this.commands, id, change, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/reports')
  @ApiOperation({
    summary: 'Delegations- eller brådskande beslut anmält · A delegated or urgent decision was reported',
  })
  @ApiOkResponse({ type: DecisionBody })
  report(@Param('id', ParseUUIDPipe) id: string, @Body() body: ReportDecisionDto, @Sent() sent: SentCommand) {
    return changeDecision(this.commands, id, { type: 'ReportDecision', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/duplicates')
  @ApiOperation({ summary: 'Samma beslut finns redan · The same decision is there already' })
  @ApiOkResponse({ type: DecisionBody })
  markDuplicate(@Param('id', ParseUUIDPipe) id: string, @Body() body: MarkDuplicateDto, @Sent() sent: SentCommand) {
    return changeDecision(this.commands, id, { type: 'MarkDuplicate', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/discards')
  @ApiOperation({ summary: 'Beslutet fördes in av misstag · The decision was entered by mistake' })
  @ApiOkResponse({ type: DecisionBody })
  discard(@Param('id', ParseUUIDPipe) id: string, @Body() body: DiscardDecisionDto, @Sent() sent: SentCommand) {
    return changeDecision(this.commands, id, { type: 'DiscardDecision', ...withoutUndefined(body) }, sent);
  }
}
