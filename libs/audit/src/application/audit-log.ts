import type { Database } from '@liggare/database';
import { NO_EVENTS, NotFound, Repository, type CivilDate, type EventStore, type Position } from '@liggare/kernel';
import { EVENT_STORE, READ_DATABASE } from '@liggare/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { AuditEntry } from './audit-entry.js';
import { auditedAggregates } from './audited-aggregates.js';
import { readEntries, type EventPlace } from './read-entries.js';

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
    const { rows } = await this.database.query<EventPlace>(
      `select e.position::text, e.stream, e.revision::text from audit_trail.entry e
       where e.position > $1::numeric
         and ($2::text is null or e.event_type = $2)
         and ($3::text is null or e.actor_id = $3)
         and ($4::uuid is null and $5::text is null or exists (
           select from audit_trail.mention m
           where m.position = e.position
             and ($4::uuid is null or m.entity_id = $4) and ($5::text is null or m.entity_type = $5)))
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
    const { rows } = await this.database.query<EventPlace>(
      `select e.position::text, e.stream, e.revision::text
       from audit_trail.mention m join audit_trail.entry e using (position)
       where m.entity_type = $1 and m.entity_id = $2 and m.position > $3::numeric
       order by m.position limit $4`,
      [entityType, entityId, after.toString(), limit],
    );
    return this.page(rows, limit);
  }

  /** @throws NotFound */
  async event(at: Position): Promise<AuditEntry> {
    const place = await this.placeOf(at);
    const [entry] = place ? await readEntries(this.store, [place]) : [];
    if (!entry) throw new NotFound('event', at.toString());
    return entry;
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

  private async page(rows: readonly EventPlace[], limit: number): Promise<LogPage> {
    const last = rows.at(-1);
    return {
      items: await readEntries(this.store, rows),
      ...(rows.length === limit && last ? { next: last.position } : {}),
    };
  }

  /** A position that was never given is for the index to know: a store need not take it. */
  private async placeOf(at: Position): Promise<EventPlace | undefined> {
    const { rows } = await this.database.query<EventPlace>(
      'select position::text, stream, revision::text from audit_trail.entry where position = $1::numeric',
      [at.toString()],
    );
    return rows[0];
  }
}
