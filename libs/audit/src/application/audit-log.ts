import type { Database } from '@liggare/database';
import {
  NO_EVENTS,
  NotFound,
  parseStreamName,
  position,
  Repository,
  streamName,
  type CivilDate,
  type EventStore,
  type Position,
  type RecordedEvent,
} from '@liggare/kernel';
import { EVENT_STORE, READ_DATABASE } from '@liggare/platform';
import { Inject, Injectable } from '@nestjs/common';
import { changesBetween, type Change } from '../domain/changes.js';
import { auditEntry, type AuditEntry } from './audit-entry.js';
import { auditedAggregates } from './audited-aggregates.js';

/** Which events; all conditions must hold. */
export interface LogFilter {
  readonly type?: string;
  readonly actor?: string;
  readonly entityType?: string;
  readonly entityId?: string;
}

/** A piece of a history. `next` is the offset of the piece after it. */
export interface LogPage {
  readonly items: readonly AuditEntry[];
  readonly next?: string;
}

/** The auditor's questions about events and states. Everything is answered from the log; the index only finds it. */
@Injectable()
export class AuditLog {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_DATABASE) private readonly database: Database,
    private readonly repository: Repository,
  ) {}

  /** Events in log order, after a position. */
  async events(filter: LogFilter, after: Position, limit: number): Promise<LogPage> {
    const { rows } = await this.database.query<{ position: string }>(
      `select e.position::text from audit_trail.entry e
       where e.position > $1::numeric
         and ($2::text is null or e.event_type = $2)
         and ($3::text is null or e.actor_id = $3)
         and ($4::uuid is null or exists (
           select from audit_trail.mention m
           where m.entity_type = $5 and m.entity_id = $4 and m.position = e.position))
       order by e.position limit $6`,
      [
        after.toString(),
        filter.type ?? null,
        filter.actor ?? null,
        filter.entityId ?? null,
        filter.entityType ?? null,
        limit,
      ],
    );
    return this.page(rows, limit);
  }

  /** Everything that concerns one entity: its own events, and those of others that name it. */
  async trail(entityType: string, entityId: string, after: Position, limit: number): Promise<LogPage> {
    const { rows } = await this.database.query<{ position: string }>(
      `select position::text from audit_trail.mention
       where entity_type = $1 and entity_id = $2 and position > $3::numeric
       order by position limit $4`,
      [entityType, entityId, after.toString(), limit],
    );
    return this.page(rows, limit);
  }

  /** @throws NotFound */
  async event(at: Position): Promise<AuditEntry> {
    const event = at > 0n ? await this.read(at) : undefined;
    if (!event) throw new NotFound('event', at.toString());
    return this.entry(event);
  }

  /** An entity on a day, as known at a position. @throws NotFound */
  async state(entityType: string, entityId: string, validAt: CivilDate, knownAt?: Position) {
    const audited = auditedAggregates.get(entityType);
    if (!audited) throw new NotFound('kind of entity', entityType);
    const loaded = await this.repository.load(audited.aggregate, entityId, knownAt);
    if (loaded.revision === NO_EVENTS) throw new NotFound(entityType, entityId);
    return {
      revision: loaded.revision.toString(),
      position: loaded.position.toString(),
      state: audited.present(loaded.state, validAt),
    };
  }

  private async page(rows: readonly { position: string }[], limit: number): Promise<LogPage> {
    const items: AuditEntry[] = [];
    for (const row of rows) items.push(await this.event(position(row.position)));
    const last = rows.at(-1);
    return { items, ...(rows.length === limit && last ? { next: last.position } : {}) };
  }

  private async read(at: Position): Promise<RecordedEvent | undefined> {
    for await (const event of this.store.readAll({ after: position(at - 1n), limit: 1 })) {
      return event.position === at ? event : undefined;
    }
    return undefined;
  }

  private async entry(event: RecordedEvent): Promise<AuditEntry> {
    const { category } = parseStreamName(event.stream);
    const audited = auditedAggregates.get(category);
    const definition = audited?.aggregate.catalogue.types.includes(event.type)
      ? audited.aggregate.catalogue.definition(event.type)
      : undefined;
    return auditEntry(event, definition?.summary, audited && (await this.changesOf(event)));
  }

  /** What the event changed in its own entity: the state before it beside the state after it. */
  private async changesOf(event: RecordedEvent): Promise<readonly Change[]> {
    const { category, id } = parseStreamName(event.stream);
    const { aggregate } = auditedAggregates.get(category)!;
    let before = aggregate.initialState;
    for await (const earlier of this.store.readStream(streamName(category, id), { limit: Number(event.revision) })) {
      before = aggregate.evolve(
        before,
        aggregate.catalogue.upcast(earlier.type, earlier.metadata.schemaVersion, earlier.data),
      );
    }
    const after = aggregate.evolve(
      before,
      aggregate.catalogue.upcast(event.type, event.metadata.schemaVersion, event.data),
    );
    return changesBetween(before, after);
  }
}
