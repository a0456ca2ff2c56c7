import { civilDateAt, NO_EVENTS, NotFound, Repository, withoutUndefined } from '@liggare/kernel';
import { AsOfQuery, AsOfResolver, paged, Roles, Sent, SentCommand, written, type Written } from '@liggare/platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChainLists } from '../application/chain-lists.js';
import { ChangeInitiative } from '../application/messages.js';
import { PreventiveChain } from '../application/preventive-chain.js';
import { presentInitiative, type InitiativeView } from '../domain/initiative-view.js';
import { initiativeAggregate } from '../domain/initiative.js';
import type { WorkCommand } from '../domain/work-commands.js';
import { FollowUpsQuery } from './chain-queries.dto.js';
import { ChainBody, PlannedFollowUpPage } from './chain-views.dto.js';
import { EndedDto } from './ended.dto.js';
import { InitiativeBody } from './initiative-views.dto.js';
import {
  AddressProblemDto,
  LegalBasisDto,
  PlanFollowUpDto,
  RecordFollowUpDto,
  SetBudgetDto,
} from './initiative-work.dto.js';

/** What an initiative works on, with what means, and how it is followed up. Stands before `v1/initiatives/:id`. */
@ApiTags('Åtgärder · Initiatives')
@Controller('v1/initiatives')
export class InitiativeWorkController {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: Repository,
    private readonly lists: ChainLists,
    private readonly preventiveChain: PreventiveChain,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get('follow-ups')
  @ApiOperation({ summary: 'Vad som ska följas upp · What should be followed up' })
  @ApiOkResponse({ type: PlannedFollowUpPage })
  async followUps(@Query() query: FollowUpsQuery) {
    const asOf = await this.asOf.resolve(query);
    const { items, total } = await this.lists.followUps(asOf, withoutUndefined(query), query);
    return { ...paged(items, total, query), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get(':id/chain')
  @ApiOperation({ summary: 'Problem, orsak, åtgärd, indikator, uppföljning · The preventive chain of an initiative' })
  @ApiOkResponse({ type: ChainBody })
  async chain(@Param('id', ParseUUIDPipe) id: string, @Query() query: AsOfQuery) {
    const asOf = await this.asOf.resolve(query);
    const { revision } = await this.repository.load(initiativeAggregate, id, asOf.knownAt);
    if (revision === NO_EVENTS) throw new NotFound('initiative', id);
    return { ...(await this.preventiveChain.ofInitiative(asOf, id)), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/problems')
  @ApiOperation({ summary: 'Åtgärden möter ett problem eller en orsak · It meets a problem or a cause' })
  @ApiOkResponse({ type: InitiativeBody })
  address(@Param('id', ParseUUIDPipe) id: string, @Body() body: AddressProblemDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'AddressProblem', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/problems/:addressId/ends')
  @ApiOperation({ summary: 'Den möter inte längre problemet · It no longer meets the problem' })
  @ApiOkResponse({ type: InitiativeBody })
  stopAddressing(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('addressId', ParseUUIDPipe) addressId: string,
    @Body() body: EndedDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'StopAddressingProblem', addressId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/budgets')
  @ApiOperation({ summary: 'Budget för en period · Budget of a period' })
  @ApiOkResponse({ type: InitiativeBody })
  setBudget(@Param('id', ParseUUIDPipe) id: string, @Body() body: SetBudgetDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'SetBudget', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/legal-bases')
  @ApiOperation({ summary: 'Bestämmelsen den vilar på · The provision it rests on' })
  @ApiOkResponse({ type: InitiativeBody })
  stateLegalBasis(@Param('id', ParseUUIDPipe) id: string, @Body() body: LegalBasisDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'StateLegalBasis', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/legal-bases/:legalBasisId/ends')
  @ApiOperation({ summary: 'Den vilar inte längre på bestämmelsen · It no longer rests on the provision' })
  @ApiOkResponse({ type: InitiativeBody })
  endLegalBasis(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('legalBasisId', ParseUUIDPipe) legalBasisId: string,
    @Body() body: EndedDto,
    @Sent() sent: SentCommand,
  ) {
    return this.change(id, { type: 'EndLegalBasis', legalBasisId, ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/planned-follow-ups')
  @ApiOperation({ summary: 'Planera en uppföljning · Plan a follow-up' })
  @ApiOkResponse({ type: InitiativeBody })
  planFollowUp(@Param('id', ParseUUIDPipe) id: string, @Body() body: PlanFollowUpDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'PlanFollowUp', ...withoutUndefined(body) }, sent);
  }

  @Roles('registrar', 'coordinator')
  @Post(':id/follow-ups')
  @ApiOperation({ summary: 'En uppföljning läggs till; ingen skrivs över · A follow-up is added; none is overwritten' })
  @ApiOkResponse({ type: InitiativeBody })
  recordFollowUp(@Param('id', ParseUUIDPipe) id: string, @Body() body: RecordFollowUpDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'RecordFollowUp', ...withoutUndefined(body) }, sent);
  }

  private async change(id: string, change: WorkCommand, sent: SentCommand): Promise<Written<InitiativeView>> {
    const options = { expected: sent.ifMatch ?? 'existing' } as const;
    const done = await this.commands.execute(new ChangeInitiative(id, change, sent.context, options));
    const body = presentInitiative(done.state, civilDateAt(sent.context.now));
    return written(done, { id, location: `/v1/initiatives/${id}`, body });
  }
}
