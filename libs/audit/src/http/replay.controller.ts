import { Repository, withoutUndefined, type EventStore } from '@liggare/kernel';
import { EVENT_STORE, Roles, Sent, SentCommand, written, type HeaderWriter } from '@liggare/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReplayJobs } from '../application/replay-jobs.js';
import { Samples } from '../application/samples.js';
import { publishDigest, publishedDigests } from '../application/state-digests.js';
import {
  DigestList,
  PublishedDigestBody,
  ReplayDto,
  ReplayJobBody,
  SampleBody,
  SampleDto,
  SampleList,
} from './replay.dto.js';

/** Replays of the whole log, the digests they are compared with, and samples. */
@ApiTags('Granskning · Audit')
@Controller('v1/audit')
export class ReplayController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly repository: Repository,
    private readonly jobs: ReplayJobs,
    private readonly samples: Samples,
  ) {}

  @Roles('auditor', 'admin')
  @Post('replays')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Spela upp loggen från början, och jämför kontrolltalet · Replay the log, and compare its digest',
  })
  @ApiAcceptedResponse({ type: ReplayJobBody })
  start(@Body() { size }: ReplayDto, @Sent() sent: SentCommand, @Res({ passthrough: true }) reply: HeaderWriter) {
    const job = this.jobs.start(sent.newId, size);
    void reply.header('Location', `/v1/audit/replays/${job.id}`);
    return job;
  }

  @Roles('auditor', 'admin')
  @Get('replays/:id')
  @ApiOperation({ summary: 'Hur långt en uppspelning kommit, och vad den gav · How far a replay is, and its outcome' })
  @ApiOkResponse({ type: ReplayJobBody })
  job(@Param('id', ParseUUIDPipe) id: string) {
    return this.jobs.get(id);
  }

  @Roles('auditor', 'admin')
  @Get('state-digests')
  @ApiOperation({ summary: 'Offentliggjorda kontrolltal · Published digests' })
  @ApiOkResponse({ type: DigestList })
  async digests() {
    return { items: await publishedDigests(this.store) };
  }

  @Roles('auditor', 'admin')
  @Post('state-digests')
  @ApiOperation({ summary: 'Offentliggör kontrolltalet för det loggen säger nu · Publish the digest of the log now' })
  @ApiCreatedResponse({ type: PublishedDigestBody })
  async publish(@Sent() sent: SentCommand) {
    const { executed } = await publishDigest(this.store, this.repository, sent.context);
    const body = executed.state.published!;
    return written(executed, { id: sent.newId, location: '/v1/audit/state-digests', body, created: true });
  }

  @Roles('auditor', 'admin')
  @Get('samples')
  @ApiOperation({ summary: 'Stickprov som dragits · Samples that were drawn' })
  @ApiOkResponse({ type: SampleList })
  async drawn() {
    return { items: await this.samples.all() };
  }

  @Roles('auditor', 'admin')
  @Post('samples')
  @ApiOperation({
    summary:
      'Dra ett stickprov som vem som helst kan räkna om · Draw a sample that anyone can draw again from the same root',
  })
  @ApiCreatedResponse({ type: SampleBody })
  async draw(@Body() body: SampleDto, @Sent() sent: SentCommand) {
    const { population, k, seedSize } = body;
    const order = { population, k, ...withoutUndefined({ seedSize }) };
    const executed = await this.samples.draw(sent.newId, order, sent.context);
    const location = '/v1/audit/samples';
    return written(executed, { id: sent.newId, location, body: executed.state.sample!, created: true });
  }
}
