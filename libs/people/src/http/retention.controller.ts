import { civilDateAt, Repository, withoutUndefined, type CivilDate, type Clock } from '@liggare/kernel';
import {
  CLOCK,
  IsCivilDate,
  MayBeAbsent,
  paged,
  PageQuery,
  Roles,
  Sent,
  SentCommand,
  written,
} from '@liggare/platform';
import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { retentionRuleAggregate } from '../domain/retention-rule.js';
import { DisposalsDue } from '../retention/disposals-due.js';
import {
  AdoptRetentionRuleDto,
  DueDisposalPage,
  EndRetentionRuleDto,
  RetentionRuleBody,
  RetentionRuleList,
} from './retention.dto.js';

class DueQuery extends PageQuery {
  @ApiPropertyOptional({
    type: String,
    description: 'Dagen; annars i dag · The day; today otherwise',
    example: '2026-11-24',
    format: 'date',
  })
  @MayBeAbsent()
  @IsCivilDate()
  on?: CivilDate;
}

/** How long personal data is kept, and what is due. What is due goes by an erasure with the ground `disposal-decision`. */
@ApiTags('Gallring · Disposal')
@Controller('v1')
export class RetentionController {
  constructor(
    private readonly repository: Repository,
    private readonly due: DisposalsDue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Roles('admin', 'auditor')
  @Get('disposals/due')
  @ApiOperation({ summary: 'Uppgifter vars gallringsfrist har gått ut · Data whose time is up' })
  @ApiOkResponse({ type: DueDisposalPage })
  async dueOn(@Query() query: DueQuery) {
    const all = await this.due.on(query.on ?? civilDateAt(this.clock.now()));
    return paged(all.slice(query.offset, query.offset + query.limit), all.length, query);
  }

  @Roles('admin', 'auditor')
  @Get('retention-rules')
  @ApiOperation({ summary: 'Gallringsfrister, även de som upphört · Rules of disposal, the ended ones too' })
  @ApiOkResponse({ type: RetentionRuleList })
  async rules() {
    return { items: await this.due.rules() };
  }

  @Roles('admin')
  @Post('retention-rules')
  @ApiOperation({ summary: 'En beslutad gallringsfrist · A rule of disposal that was decided' })
  @ApiCreatedResponse({ type: RetentionRuleBody })
  async adopt(@Body() body: AdoptRetentionRuleDto, @Sent() { newId: id, context }: SentCommand) {
    const command = { type: 'AdoptRetentionRule', id, ...withoutUndefined(body) } as const;
    const done = await this.repository.execute(retentionRuleAggregate, id, command, context, { expected: 'new' });
    return written(done, { id, location: `/v1/retention-rules/${id}`, body: done.state.rule!, created: true });
  }

  @Roles('admin')
  @Post('retention-rules/:id/ends')
  @ApiOperation({ summary: 'Fristen gäller inte längre · The rule holds no longer' })
  @ApiOkResponse({ type: RetentionRuleBody })
  async end(@Param('id', ParseUUIDPipe) id: string, @Body() { on }: EndRetentionRuleDto, @Sent() sent: SentCommand) {
    const command = { type: 'EndRetentionRule', on } as const;
    const options = { expected: sent.ifMatch ?? 'existing' } as const;
    const done = await this.repository.execute(retentionRuleAggregate, id, command, sent.context, options);
    return written(done, { id, location: `/v1/retention-rules/${id}`, body: done.state.rule! });
  }
}
