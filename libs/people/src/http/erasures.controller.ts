import { NO_EVENTS, NotFound, Repository, withoutUndefined } from '@liggare/kernel';
import { paged, PageQuery, Roles, Sent, SentCommand, written, type Written } from '@liggare/platform';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { presentErasure, type ErasureView } from '../domain/erasure-view.js';
import { erasureAggregate } from '../domain/erasure.js';
import { ChangeErasure } from '../erasure/erasure-commands.js';
import { ErasureList } from '../erasure/erasure-list.js';
import type { ErasureOrder } from '../erasure/erasures.js';
import { ErasureBody, ErasurePage } from './erasure-views.dto.js';
import { CompleteErasureDto, ExecuteErasureDto, RefuseErasureDto, RequestErasureDto } from './erasure.dto.js';

/** Forgetting: requested, then refused, or executed and at last complete. Decided elsewhere, recorded here. */
@ApiTags('Radering · Erasure')
@Controller('v1/erasures')
export class ErasuresController {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: Repository,
    private readonly erasures: ErasureList,
  ) {}

  @Roles('admin', 'auditor')
  @Get()
  @ApiOperation({ summary: 'Raderingar, den senast begärda först · Erasures, the latest request first' })
  @ApiOkResponse({ type: ErasurePage })
  async list(@Query() query: PageQuery) {
    const { items, total } = await this.erasures.list(query);
    return paged(items, total, query);
  }

  @Roles('admin', 'auditor')
  @Get(':id')
  @ApiOperation({ summary: 'En radering · An erasure' })
  @ApiOkResponse({ type: ErasureBody })
  async get(@Param('id', ParseUUIDPipe) id: string): Promise<ErasureView> {
    const { state, revision } = await this.repository.load(erasureAggregate, id);
    if (revision === NO_EVENTS) throw new NotFound('erasure', id);
    return presentErasure(state);
  }

  @Roles('admin')
  @Post()
  @ApiOperation({
    summary: 'Begäran om radering, eller gallring att pröva · A request for erasure, or a disposal to try',
  })
  @ApiCreatedResponse({ type: ErasureBody })
  async request(@Body() body: RequestErasureDto, @Sent() sent: SentCommand): Promise<Written<ErasureView>> {
    const { newId: erasureId, context } = sent;
    const order = { type: 'RequestErasure', erasureId, ...withoutUndefined(body) } as const;
    const done = await this.commands.execute(new ChangeErasure(erasureId, order, context, { expected: 'new' }));
    const location = `/v1/erasures/${erasureId}`;
    return written(done, { id: erasureId, location, body: presentErasure(done.state), created: true });
  }

  @Roles('admin')
  @Post(':id/refusals')
  @ApiOperation({ summary: 'Begäran avslås: uppgifterna bevaras · The request is refused: the data stays' })
  @ApiOkResponse({ type: ErasureBody })
  refuse(@Param('id', ParseUUIDPipe) id: string, @Body() body: RefuseErasureDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'RefuseErasure', ...withoutUndefined(body) }, sent);
  }

  @Roles('admin')
  @Post(':id/executions')
  @ApiOperation({ summary: 'Förstör personens nycklar, oåterkalleligt · Destroy the subject’s keys, for ever' })
  @ApiOkResponse({ type: ErasureBody })
  execute(@Param('id', ParseUUIDPipe) id: string, @Body() body: ExecuteErasureDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'ExecuteErasure', ...withoutUndefined(body) }, sent);
  }

  @Roles('admin')
  @Post(':id/completions')
  @ApiOperation({ summary: 'Den sista säkerhetskopian är borta · The last backup is gone' })
  @ApiOkResponse({ type: ErasureBody })
  complete(@Param('id', ParseUUIDPipe) id: string, @Body() body: CompleteErasureDto, @Sent() sent: SentCommand) {
    return this.change(id, { type: 'CompleteErasure', ...withoutUndefined(body) }, sent);
  }

  private async change(id: string, order: ErasureOrder, sent: SentCommand): Promise<Written<ErasureView>> {
    const options = { expected: sent.ifMatch ?? 'existing' } as const;
    const done = await this.commands.execute(new ChangeErasure(id, order, sent.context, options));
    return written(done, { id, location: `/v1/erasures/${id}`, body: presentErasure(done.state) });
  }
}
