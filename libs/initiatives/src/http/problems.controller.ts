import { civilDateAt, NO_EVENTS, NotFound, Repository, withoutUndefined } from '@liggare/kernel';
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
import { ChangeProblem } from '../application/chain-messages.js';
import { PreventiveChain } from '../application/preventive-chain.js';
import type { ProblemCommand } from '../domain/problem-commands.js';
import { presentProblem, type ProblemView } from '../domain/problem-view.js';
import { problemAggregate } from '../domain/problem.js';
import { ProblemsQuery } from './chain-queries.dto.js';
import { ChainBody } from './chain-views.dto.js';
import { ProblemBody, ProblemPage } from './problem-views.dto.js';
import {
  CorrectProblemRegistrationDto,
  IdentifyCauseDto,
  ProblemStepDto,
  RegisterProblemDto,
  ReviseProblemDto,
  WithdrawCauseDto,
} from './problem.dto.js';

/** Problems of the situation picture, and their causes. */
@ApiTags('Problem · Problems')
@Controller('v1/problems')
export class ProblemsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reader: EntityReader,
    private readonly repository: Repository,
    private readonly lists: ChainLists,
    private readonly preventiveChain: PreventiveChain,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get()
  @ApiOperation({ summary: 'Problem en viss dag · Problems on a day' })
  @ApiOkResponse({ type: ProblemPage })
  async list(@Query() query: ProblemsQuery) {
    const asOf = await this.asOf.resolve(query);
    const { items, total } = await this.lists.problems(asOf, withoutUndefined(query), query);
    return { ...paged(items, total, query), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get(':id')
  @ApiOperation({ summary: 'Ett problem en viss dag · A problem on a day' })
  @ApiOkResponse({ type: ProblemBody })
  get(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: AsOfQuery,
    @Res({ passthrough: true }) reply: HeaderWriter,
  ) {
    return this.reader.read({ aggregate: problemAggregate, present: presentProblem }, id, query, reply);
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get(':id/chain')
  @ApiOperation({ summary: 'Problem, orsak, åtgärd, indikator, uppföljning · The preventive chain from a problem' })
  @ApiOkResponse({ type: ChainBody })
  async chain(@Param('id', ParseUUIDPipe) id: string, @Query() query: AsOfQuery) {
    const asOf = await this.asOf.resolve(query);
    const { revision } = await this.repository.load(problemAggregate, id, asOf.knownAt);
    if (revision === NO_EVENTS) throw new NotFound('problem', id);
    return { ...(await this.preventiveChain.ofProblem(asOf, id)), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator')
  @Post()
  @ApiOperation({ summary: 'Registrera ett problem · Register a problem' })
  @ApiCreatedResponse({ type: ProblemBody })
  async register(@Body() body: RegisterProblemDto, @Sent() sent: SentCommand): Promise<Written<ProblemView>> {
    const { newId: problemId, context } = sent;
    const change = { type: 'RegisterProblem', problemId, ...withoutUndefined(body) } as const;
    const done = await this.commands.execute(new ChangeProblem(problemId, change, context, { expected: 'new' }));
    const view = presentProblem(done.state, civilDateAt(context.now));
    return written(done, { id: problemId, location: `/v1/problems/${problemId}`, body: view, created: true });
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/revisions')
  @ApiOperation({ summary: 'Ny bild från en dag · A new picture from a day on' })
  @ApiOkResponse({ type: ProblemBody })
  revise(@Param('id', ParseUUIDPipe) id: string, @Body() body: ReviseProblemDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'ReviseProblem', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/causes')
  @ApiOperation({ summary: 'En orsak, risk- eller skyddsfaktor · A cause' })
  @ApiOkResponse({ type: ProblemBody })
  identify(@Param('id', ParseUUIDPipe) id: string, @Body() body: IdentifyCauseDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'IdentifyCause', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/causes/:causeId/ends')
  @ApiOperation({ summary: 'Hålls inte längre för en orsak · No longer held to be a cause' })
  @ApiOkResponse({ type: ProblemBody })
  withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('causeId', ParseUUIDPipe) causeId: string,
    @Body() body: WithdrawCauseDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'WithdrawCause', causeId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/closures')
  @ApiOperation({ summary: 'Problemet avskrivs · The problem is closed' })
  @ApiOkResponse({ type: ProblemBody })
  close(@Param('id', ParseUUIDPipe) id: string, @Body() body: ProblemStepDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'CloseProblem', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/reopenings')
  @ApiOperation({ summary: 'Problemet är aktuellt igen · The problem is open again' })
  @ApiOkResponse({ type: ProblemBody })
  reopen(@Param('id', ParseUUIDPipe) id: string, @Body() body: ProblemStepDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'ReopenProblem', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/registration-corrections')
  @ApiOperation({ summary: 'Rätta registrets uppgift · Correct what the register says' })
  @ApiOkResponse({ type: ProblemBody })
  correct(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CorrectProblemRegistrationDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'CorrectProblemRegistration', ...withoutUndefined(body) }, sent);
  }

  private async change(id: string, change: ProblemCommand, sent: SentCommand): Promise<Written<ProblemView>> {
    const options = { expected: sent.ifMatch ?? 'existing' } as const;
    const done = await this.commands.execute(new ChangeProblem(id, change, sent.context, options));
    return written(done, {
      id,
      location: `/v1/problems/${id}`,
      body: presentProblem(done.state, civilDateAt(sent.context.now)),
    });
  }
}
