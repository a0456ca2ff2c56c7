import type { Database } from '@liggare/database';
import { NotFound, Repository, type CommandContext, type EventStore, type Executed } from '@liggare/kernel';
import { EVENT_STORE, READ_DATABASE } from '@liggare/platform';
import { firstSignedWith } from '@liggare/transparency';
import { Inject, Injectable } from '@nestjs/common';
import type { AuditSampleDrawn } from '../domain/audit-events.js';
import { auditSampleAggregate, type AuditSample, type DrawnSample } from '../domain/audit-sample.js';

export interface SampleOrder {
  /** Draw from the first so many events: agreed before the seed was known. */
  readonly population: number;
  readonly k: number;
  /** Size of the checkpoint whose root is the seed; the first that was signed after the population unless given. */
  readonly seedSize?: number;
}

/** Samples that were drawn, each an event of its own. */
@Injectable()
export class Samples {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_DATABASE) private readonly database: Database,
    private readonly repository: Repository,
  ) {}

  /** @throws NotFound no checkpoint of that size, or later than the population, is signed yet @throws Refusal */
  async draw(id: string, order: SampleOrder, context: CommandContext): Promise<Executed<DrawnSample>> {
    const { population, k } = order;
    const signed = await firstSignedWith(this.database, (order.seedSize ?? population + 1) - 1);
    if (!signed || (order.seedSize !== undefined && signed.size !== order.seedSize)) {
      throw new NotFound('signed checkpoint later than', String(order.seedSize ?? population));
    }
    const root = Buffer.from(signed.root).toString('base64');
    const command = { type: 'DrawAuditSample', seedSize: signed.size, root, population, k } as const;
    return this.repository.execute(auditSampleAggregate, id, command, context, { expected: 'new' });
  }

  /** Oldest first, with the position of each event. */
  async all(): Promise<readonly (AuditSample & { readonly position: string })[]> {
    const found: (AuditSample & { readonly position: string })[] = [];
    for await (const event of this.store.readAll({ filter: { types: ['AuditSampleDrawn'] } })) {
      found.push({ ...(event.data as AuditSampleDrawn['data']), position: event.position.toString() });
    }
    return found;
  }
}
