import type { Database } from '@liggare/database';
import { NotFound, Repository, type Clock, type EventStore } from '@liggare/kernel';
import { ProtectedSubjects, SubjectKeys } from '@liggare/people';
import { CLOCK, EVENT_STORE, ORIGIN, READ_DATABASE, Roles, type Origin } from '@liggare/platform';
import { Controller, Get, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NothingSigned } from '../export/bundle-source.js';
import { exportBundle } from '../export/export-bundle.js';
import { BundleQuery } from './bundle.dto.js';
import { nameOf, spoolBundle } from './bundle-spool.js';

/** The files that lie in a bundle's `tools/`. */
export const BUNDLE_TOOLS = Symbol('BUNDLE_TOOLS');
export type BundleTools = () => Promise<ReadonlyMap<string, Uint8Array>>;

/** The evidence bundle over HTTP, for auditors who have no shell at the register. */
@ApiTags('Granskning · Audit')
@Controller('v1/audit/bundle')
export class BundleController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ORIGIN) private readonly origin: Origin,
    @Inject(BUNDLE_TOOLS) private readonly tools: BundleTools,
    private readonly repository: Repository,
    private readonly keys: SubjectKeys,
    private readonly protection: ProtectedSubjects,
  ) {}

  @Roles('auditor', 'admin')
  @Get()
  @ApiOperation({
    summary: 'Bevispaketet, som ett tar-arkiv · The evidence bundle, as a tar archive',
    description:
      'Detsamma som `liggare audit export`, till och med den senaste kontrollpunkten. · The same as `liggare audit export`, up to the newest checkpoint.',
  })
  @ApiOkResponse({ content: { 'application/x-tar': { schema: { type: 'string', format: 'binary' } } } })
  async bundle(@Query() { purpose, disclose }: BundleQuery): Promise<StreamableFile> {
    const { store, repository, database, keys, protection } = this;
    const source = { store, repository, database, keys, protection, logName: this.origin.name };
    const about = { purpose, disclose, madeAt: this.clock.now(), tools: await this.tools() };
    try {
      const { archive, size } = await spoolBundle((directory) => exportBundle(source, directory, about));
      return new StreamableFile(archive, {
        type: 'application/x-tar',
        disposition: `attachment; filename="${nameOf(size)}.tar"`,
      });
    } catch (error) {
      if (error instanceof NothingSigned) throw new NotFound('checkpoint', 'newest');
      throw error;
    }
  }
}
