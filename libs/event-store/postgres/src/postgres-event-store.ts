import type { Database } from '@liggare/database';
import {
  position,
  START,
  type AppendResult,
  type CaughtUp,
  type EventStore,
  type ExpectedRevision,
  type Filter,
  type Instant,
  type NewEvent,
  type Position,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type SubscribeOptions,
} from '@liggare/kernel';
import { AppendQueue } from './append-queue.js';
import { COLUMNS, recordedEvent, type Row } from './recorded-row.js';
import { unlessAborted } from './unless-aborted.js';
import { WakeUp } from './wake-up.js';

export interface PostgresEventStoreOptions {
  /** Events per page: the most that a read holds in memory. */
  readonly pageSize?: number;
  /** How long a subscription waits at the most before it looks for itself. */
  readonly pollMs?: number;
}

/** The log in PostgreSQL, schema `event_store`. */
export class PostgresEventStore implements EventStore {
  private readonly queue: AppendQueue;
  private readonly wakeUp: WakeUp;
  private readonly pageSize: number;
  private readonly closing = new AbortController();

  /**
   * @param database the pool that reads
   * @param url of the same database, for two connections of its own: one that appends, one that listens
   */
  constructor(
    private readonly database: Database,
    url: string,
    options: PostgresEventStoreOptions = {},
  ) {
    this.queue = new AppendQueue(url);
    this.wakeUp = new WakeUp(url, options.pollMs ?? 1_000);
    this.pageSize = options.pageSize ?? 1_000;
  }

  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendResult> {
    return this.queue.append(stream, events, expected);
  }

  async *readStream(stream: string, options: ReadStreamOptions = {}): AsyncIterable<RecordedEvent> {
    const backwards = options.direction === 'backwards';
    const [name, compare, order] = backwards ? ['stream_back', '<=', 'desc'] : ['stream', '>=', 'asc'];
    const text = `select ${COLUMNS} from event_store.event where stream = $1 and revision ${compare} $2
      order by revision ${order} limit $3`;
    let from = options.from ?? (backwards ? LAST : 0n);
    for (let left = options.limit ?? Infinity; left > 0;) {
      const size = Math.min(left, this.pageSize);
      const rows = await this.page(name, text, [stream, from.toString(), size]);
      for (const row of rows) yield recordedEvent(row);
      if (rows.length < size) return;
      left -= rows.length;
      const last = BigInt(rows.at(-1)![2]);
      from = backwards ? last - 1n : last + 1n;
      if (from < 0n) return;
    }
  }

  async *readAll(options: ReadAllOptions = {}): AsyncIterable<RecordedEvent> {
    const backwards = options.direction === 'backwards';
    let after = options.after ?? (backwards ? (LAST as Position) : START);
    for (let left = options.limit ?? Infinity; left > 0;) {
      const size = Math.min(left, this.pageSize);
      const rows = await this.pageOfAll(after, options.filter, size, backwards);
      for (const row of rows) yield recordedEvent(row);
      if (rows.length < size) return;
      left -= rows.length;
      after = position(rows.at(-1)![0]);
    }
  }

  async *subscribe({ after = START, filter, signal }: SubscribeOptions): AsyncIterable<RecordedEvent | CaughtUp> {
    const ended = AbortSignal.any([signal, this.closing.signal]);
    let seen = after;
    let announced: Position | undefined;
    while (!ended.aborted) {
      const { called } = this.wakeUp;
      // The head is read first: what a filter lets pass up to it is then certainly in the pages that follow.
      const head = await unlessAborted(this.head(), ended);
      while (head !== undefined && seen < head) {
        const rows = await unlessAborted(this.pageOfAll(seen, filter, this.pageSize, false, head), ended);
        if (rows === undefined) return;
        for (const row of rows) {
          if (ended.aborted) return;
          yield recordedEvent(row);
        }
        seen = rows.length < this.pageSize ? head : position(rows.at(-1)![0]);
      }
      if (ended.aborted) return;
      if (announced !== seen) {
        announced = seen;
        yield { caughtUp: true, position: seen };
      } else {
        await this.wakeUp.next(ended, called);
      }
    }
  }

  async head(): Promise<Position> {
    const { rows } = await this.database.query<{ position: string }>('select position from event_store.head');
    return position(rows[0]!.position);
  }

  async positionAt(moment: Instant): Promise<Position> {
    const { rows } = await this.database.query<{ position: string }>('select event_store.position_at($1) as position', [
      moment,
    ]);
    return position(rows[0]!.position);
  }

  /**
   * Ends subscriptions, without an error, and writes the appends that wait; later ones are refused. Reads go on: the
   * pool belongs to whoever made it.
   */
  async close(): Promise<void> {
    this.closing.abort();
    await Promise.all([this.queue.close(), this.wakeUp.close()]);
  }

  private pageOfAll(
    after: Position,
    filter: Filter | undefined,
    size: number,
    backwards: boolean,
    upTo?: Position,
  ): Promise<readonly Row[]> {
    const [compare, order] = backwards ? ['<', 'desc'] : ['>', 'asc'];
    const values: unknown[] = [after.toString(), size];
    const conditions = [`position ${compare} $1`];
    const parameter = (value: unknown) => `$${values.push(value)}`;
    if (upTo !== undefined) conditions.push(`position <= ${parameter(upTo.toString())}`);
    if (filter?.types) conditions.push(`type = any(${parameter(filter.types)}::text[])`);
    if (filter?.streamPrefixes) conditions.push(`stream ^@ any(${parameter(filter.streamPrefixes)}::text[])`);
    const text = `select ${COLUMNS} from event_store.event where ${conditions.join(' and ')}
      order by position ${order} limit $2`;
    const name = `all_${order}_${upTo === undefined ? '' : 'to'}_${filter?.types ? 't' : ''}${filter?.streamPrefixes ? 's' : ''}`;
    return this.page(name, text, values);
  }

  private async page(name: string, text: string, values: unknown[]): Promise<readonly Row[]> {
    const { rows } = await this.database.query<[...Row]>({ name, text, values, rowMode: 'array' });
    return rows;
  }
}

/** Larger than any position or revision: the largest bigint of PostgreSQL. */
const LAST = 2n ** 63n - 1n;
