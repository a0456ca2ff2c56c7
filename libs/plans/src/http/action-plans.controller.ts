import { civilDateAt, NotFound, Repository, withoutUndefined } from '@liggare/kernel';
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
import { ChangeActionPlan } from '../application/messages.js';
import { PlanRegisters } from '../application/plan-registers.js';
import { actionPlanAggregate, type ActionPlanCommand } from '../domain/action-plan.js';
import { planDifferences } from '../domain/plan-differences.js';
import { presentActionPlan } from '../domain/plan-views.js';
import {
  AdoptActionPlanDto,
  CorrectActionPlanDto,
  DifferencesQuery,
  FollowUpActionPlanDto,
} from './action-plan.dto.js';
import { ListQuery } from './list-query.dto.js';
import { ActionPlanBody, ActionPlansPage } from './plan-pages.dto.js';
import { PlanDifferencesBody } from './plan-views.dto.js';

const SHOWN = { aggregate: actionPlanAggregate, present: presentActionPlan };

/** Action plans (åtgärdsplaner) through their versions, and what changed between two. */
@ApiTags('Planer · Plans')
@Controller('v1/action-plans')
export class ActionPlansController {
  constructor(
    private readonly commands: CommandBus,
    private readonly registers: PlanRegisters,
    private readonly repository: Repository,
    private readonly reader: EntityReader,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get()
  @ApiOperation({ summary: 'Åtgärdsplaner en viss dag · Action plans on a day' })
  @ApiOkResponse({ type: ActionPlansPage })
  async list(@Query() query: ListQuery) {
    const asOf = await this.asOf.resolve(query);
    const { items, total } = await this.registers.list(SHOWN, asOf, query);
    return { ...paged(items, total, query), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get(':id')
  @ApiOperation({ summary: 'En åtgärdsplan en viss dag · An action plan on a day' })
  @ApiOkResponse({ type: ActionPlanBody })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AsOfQuery,
    @Res({ passthrough: true }) reply: HeaderWriter,
  ) {
    return this.reader.read(SHOWN, id, query, reply);
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get(':id/differences')
  @ApiOperation({ summary: 'Vad som skiljer två versioner · What differs between two versions' })
  @ApiOkResponse({ type: PlanDifferencesBody })
  async differences(@Param('id', ParseUUIDPipe) id: string, @Query() { from, to }: DifferencesQuery) {
    const { state: plan } = await this.repository.load(actionPlanAggregate, id);
    const itemsOf = (number: number) => {
      const version = plan.versions.find((each) => each.version === number);
      if (!version) throw new NotFound('version of action plan', `${id}/${number}`);
      return version.items;
    };
    return { from, to, items: planDifferences(itemsOf(from), itemsOf(to)) };
  }

  @Roles('registrar', 'coordinator')
  @Post()
  @ApiOperation({ summary: 'Registrera en åtgärdsplan · Register an action plan' })
  @ApiCreatedResponse({ type: ActionPlanBody })
  adopt(@Body() body: AdoptActionPlanDto, @Sent() sent: SentCommand) {
    return this.change(
      sent.newId,
      { type: 'AdoptActionPlan', actionPlanId: sent.newId, ...withoutUndefined(body) },
      sent,
      true,
    );
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/versions')
  @ApiOperation({ summary: 'Planen är beslutad på nytt · The plan was decided anew' })
  @ApiOkResponse({ type: ActionPlanBody })
  revise(@Param('id', ParseUUIDPipe) id: string, @Body() body: AdoptActionPlanDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'ReviseActionPlan', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/follow-ups')
  @ApiOperation({ summary: 'Planen är följd upp · The plan was followed up' })
  @ApiOkResponse({ type: ActionPlanBody })
  followUp(@Param('id', ParseUUIDPipe) id: string, @Body() body: FollowUpActionPlanDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'FollowUpActionPlan', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/registration-corrections')
  @ApiOperation({ summary: 'Rätta registrets uppgift · Correct what the register says' })
  @ApiOkResponse({ type: ActionPlanBody })
  correct(@Param('id', ParseUUIDPipe) id: string, @Body() body: CorrectActionPlanDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'CorrectActionPlanRegistration', ...withoutUndefined(body) }, sent);
  }

  private async change(id: string, change: ActionPlanCommand, sent: SentCommand, created = false) {
    const options = { expected: sent.ifMatch ?? (created ? ('new' as const) : ('existing' as const)) };
    const done = await this.commands.execute(new ChangeActionPlan(id, change, sent.context, options));
    const body = presentActionPlan(done.state, civilDateAt(sent.context.now));
    return written(done, { id, location: `/v1/action-plans/${id}`, body, created });
  }
}
