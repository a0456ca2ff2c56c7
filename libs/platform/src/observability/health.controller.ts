import type { Database } from '@liggare/database';
import type { EventStore } from '@liggare/kernel';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PublicRoute, Roles } from '../identity/route-access.decorator.js';
import { Problem } from '../problems/problem.js';
import { EVENT_STORE, READ_DATABASE, READ_MODELS, type ReadModels } from '../tokens.js';
import { Metrics } from './metrics.js';

/** For the machines that watch. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_DATABASE) private readonly database: Database,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly metrics: Metrics,
  ) {}

  /** The process is alive. */
  @PublicRoute()
  @Get('healthz')
  alive() {
    return { status: 'up' };
  }

  /** Ready to serve: log and database answer. A read model that lags is told, and no reason to send users away. */
  @PublicRoute()
  @Get('readyz')
  async ready() {
    try {
      const [head, , lag] = await Promise.all([
        this.store.head(),
        this.database.query('select 1'),
        this.readModels.lag(),
      ]);
      return { status: 'up', head: head.toString(), readModels: lag };
    } catch (cause) {
      throw new Problem('unavailable', { cause });
    }
  }

  /** Prometheus sends a token of the role admin; what is here tells how much is recorded, and when. */
  @Roles('admin')
  @Get('metrics')
  async figures(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { type, body } = await this.metrics.text();
    void reply.type(type);
    return body;
  }
}
