import { NotFound, withoutUndefined, type ExecuteOptions } from '@liggare/kernel';
import { AsOfQuery, AsOfResolver, paged, Roles, Sent, SentCommand, written, type Written } from '@liggare/platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FindingRegister } from '../application/finding-register.js';
import { ChangeFinding } from '../application/messages.js';
import type { AcknowledgedFinding, FindingCommand } from '../domain/acknowledgement.js';
import { ruleDescriptions } from '../domain/all-rules.js';
import { AcknowledgedBody, FindingBody, FindingsPage, RulesBody } from './finding-views.dto.js';
import { AcknowledgeFindingDto, FindingsQuery, WithdrawAcknowledgementDto } from './finding.dto.js';

/** What the rules find in the register, and what people say of it. */
@ApiTags('Avvikelser · Findings')
@Controller('v1')
export class FindingsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly register: FindingRegister,
    private readonly asOf: AsOfResolver,
  ) {}

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get('findings')
  @ApiOperation({ summary: 'Avvikelser en viss dag, så som det var känt då · Findings on a day, as it was known' })
  @ApiOkResponse({ type: FindingsPage })
  async list(@Query() query: FindingsQuery) {
    const asOf = await this.asOf.resolve(query);
    const { rule, severity, entityType, entityId, acknowledged } = query;
    const filter = withoutUndefined({
      ...{ rule, severity, entityType, entityId },
      acknowledged: acknowledged === undefined ? undefined : acknowledged === 'true',
    });
    const { items, total } = await this.register.list(asOf, filter, query);
    return { ...paged(items, total, query), asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get('findings/:id')
  @ApiOperation({ summary: 'En avvikelse, vilken dag den än gäller · A finding, whatever the day' })
  @ApiOkResponse({ type: FindingBody })
  async get(@Param('id', ParseUUIDPipe) id: string, @Query() query: AsOfQuery) {
    const asOf = await this.asOf.resolve(query);
    const finding = await this.register.find(asOf, id);
    if (!finding) throw new NotFound('finding', id);
    return { ...finding, asOf: asOf.echo };
  }

  @Roles('registrar', 'coordinator', 'auditor', 'bi', 'admin')
  @Get('finding-rules')
  @ApiOperation({ summary: 'Reglerna · The rules' })
  @ApiOkResponse({ type: RulesBody })
  rules(): RulesBody {
    const items = [...ruleDescriptions.values()].map(({ id, about, severity, source, title, text }) => {
      return { id, ...(about === undefined ? {} : { about }), severity, source, title, text };
    });
    return { items };
  }

  @Roles('registrar', 'coordinator')
  @Post('findings/:id/acknowledgements')
  @ApiOperation({ summary: 'Ta ställning till en avvikelse: den får stå · Acknowledge a finding: it may stand' })
  @ApiCreatedResponse({ type: AcknowledgedBody })
  async acknowledge(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AcknowledgeFindingDto,
    @Sent() sent: SentCommand,
  ): Promise<Written<AcknowledgedFinding>> {
    const found = await this.register.find(await this.asOf.resolve({}), id);
    if (!found) throw new NotFound('finding', id);
    const { rule, entityType, entityId } = found;
    const about = { findingId: id, rule, entityType, entityId };
    return this.change(id, { type: 'AcknowledgeFinding', ...about, ...withoutUndefined(body) }, sent, true);
  }

  @Roles('registrar', 'coordinator')
  @Post('findings/:id/acknowledgements/:acknowledgementId/withdrawals')
  @ApiOperation({ summary: 'Ta tillbaka ett ställningstagande · Withdraw an acknowledgement' })
  @ApiOkResponse({ type: AcknowledgedBody })
  withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('acknowledgementId', ParseUUIDPipe) acknowledgementId: string,
    @Body() body: WithdrawAcknowledgementDto,
    @Sent() sent: SentCommand,
  ): Promise<Written<AcknowledgedFinding>> {
    return this.change(id, { type: 'WithdrawAcknowledgement', acknowledgementId, ...withoutUndefined(body) }, sent);
  }

  private async change(id: string, change: FindingCommand, sent: SentCommand, created = false) {
    // The first thing that is said of a finding begins its stream.
    const expected = sent.ifMatch ?? (created ? undefined : ('existing' as const));
    const options: ExecuteOptions = expected === undefined ? {} : { expected };
    const done = await this.commands.execute(new ChangeFinding(id, change, sent.context, options));
    return written(done, { id, location: `/v1/findings/${id}`, body: done.state, created });
  }
}
