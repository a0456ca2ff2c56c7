import { civilDateAt, NO_EVENTS, NotFound, Repository, withoutUndefined } from '@liggare/kernel';
import {
  AsOfQuery,
  AsOfResolver,
  paged,
  Roles,
  Sent,
  SentCommand,
  tagRevision,
  written,
  type HeaderWriter,
  type Written,
} from '@liggare/platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DecisionRegister } from '../application/decision-register.js';
import { ChangeDecision } from '../application/messages.js';
import type { DecisionCommand, DecisionIdentity, PlainPoint } from '../domain/decision-commands.js';
import { decisionAggregate } from '../domain/decision.js';
import { presentDecision, type DecisionView } from '../domain/decision-view.js';
import { AttachStatementDto } from './attach-statement.dto.js';
import {
  CorrectPointDto,
  CorrectPointRegistrationDto,
  MarkDuplicateDto,
  RefineDecisionDto,
  ReportDecisionDto,
  SupersedePointDto,
} from './change-decision.dto.js';
import { DecisionsQuery, DependentsQuery } from './decisions-query.dto.js';
import { ParsePoint } from './parse-point.js';
import { RecordDecisionDto } from './record-decision.dto.js';
import { DecisionBody } from './decision-views.dto.js';
import { DecisionPage, DependentPage } from './decision-pages.dto.js';

/** Decisions with their points and statements, and what rests on them. */
@ApiTags('Beslut · Decisions')
@Controller('v1/decisions')
export class DecisionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: Repository,
    private readonly register: DecisionRegister,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get()
  @ApiOperation({ summary: 'Beslut, det senaste först · Decisions, the latest first' })
  @ApiOkResponse({ type: DecisionPage })
  async list(@Query() query: DecisionsQuery) {
    const asOf = await this.asOf.resolve(query);
    const { items, total } = await this.register.decisions(asOf, withoutUndefined(query), query);
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
  ) {
    const asOf = await this.asOf.resolve(query);
    const { state, revision } = await this.repository.load(decisionAggregate, id, asOf.knownAt);
    if (revision === NO_EVENTS) throw new NotFound('decision', id);
    tagRevision(reply, revision);
    return { ...presentDecision(state, asOf.validAt), asOf: asOf.echo };
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
  @Post(':id/statements')
  @ApiOperation({ summary: 'Reservation, särskilt yttrande eller anteckning · A reservation, statement or note' })
  @ApiOkResponse({ type: DecisionBody })
  attach(@Param('id', ParseUUIDPipe) id: string, @Body() body: AttachStatementDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'AttachStatement', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/refinements')
  @ApiOperation({ summary: 'Precisera en ofullständig uppgift · Make an incomplete record more precise' })
  @ApiOkResponse({ type: DecisionBody })
  refine(@Param('id', ParseUUIDPipe) id: string, @Body() body: RefineDecisionDto, @Sent() sent: SentCommand) {
    return this.change(id, { ...withoutUndefined(body), ...organOf(body), type: 'RefineDecision' }, sent);
  }

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
    return this.change(id, { type: 'CorrectPoint', point, ...withoutUndefined(body) }, sent);
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
    return this.change(id, { type: 'CorrectPointRegistration', point, ...withoutUndefined(body) }, sent);
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
    return this.change(id, { type: 'SupersedePoint', point, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/reports')
  @ApiOperation({
    summary: 'Delegations- eller brådskande beslut anmält · A delegated or urgent decision was reported',
  })
  @ApiOkResponse({ type: DecisionBody })
  report(@Param('id', ParseUUIDPipe) id: string, @Body() body: ReportDecisionDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'ReportDecision', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/duplicate-marks')
  @ApiOperation({ summary: 'Samma beslut finns redan · The same decision is there already' })
  @ApiOkResponse({ type: DecisionBody })
  markDuplicate(@Param('id', ParseUUIDPipe) id: string, @Body() body: MarkDuplicateDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'MarkDuplicate', ...withoutUndefined(body) }, sent);
  }

  private async change(id: string, change: DecisionCommand, sent: SentCommand): Promise<Written<DecisionView>> {
    const options = { expected: sent.ifMatch ?? 'existing' } as const;
    const done = await this.commands.execute(new ChangeDecision(id, change, sent.context, options));
    const body = presentDecision(done.state, civilDateAt(sent.context.now));
    return written(done, { id, location: `/v1/decisions/${id}`, body });
  }
}

function organOf({ organ }: { organ?: object }): Pick<DecisionIdentity, 'organ'> {
  return organ === undefined ? {} : { organ: withoutUndefined(organ) };
}
