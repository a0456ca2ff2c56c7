import { inTransaction, type Database } from '@liggare/database';
import {
  matchesFilter,
  position,
  START,
  type AppendResult,
  type CaughtUp,
  type EventMetadata,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type SubscribeOptions,
} from '@liggare/kernel';
import { pause } from '../pause.js';

interface Row {
  position: string;
  stream: string;
  revision: string;
  event_id: string;
  type: string;
  data: unknown;
  metadata: EventMetadata;
}

/** The least event store that several test processes can share: one table, one lock, polling. Forwards only. */
export class TableEventStore implements EventStore {
  constructor(private readonly database: Database) {}

  async lay(): Promise<void> {
    await this.database.query(`create table test_log (
      position bigint primary key, stream text not null, revision bigint not null, event_id uuid not null unique,
      type text not null, data jsonb not null, metadata jsonb not null, unique (stream, revision))`);
  }

  append(stream: string, events: readonly NewEvent[], _expected: ExpectedRevision): Promise<AppendResult> {
    return inTransaction(this.database, async (tx) => {
      await tx.query('lock table test_log in exclusive mode');
      for (const event of events) {
        await tx.query(
          `insert into test_log select (select coalesce(max(position), 0) + 1 from test_log), $1,
             (select coalesce(max(revision), -1) + 1 from test_log where stream = $1), $2, $3, $4, $5
           on conflict (event_id) do nothing`,
          [stream, event.eventId, event.type, event.data, event.metadata],
        );
      }
      const { rows } = await tx.query<{ revision: string; position: string }>(
        'select max(revision) as revision, max(position) as position from test_log where stream = $1',
        [stream],
      );
      const last = rows[0]!;
      return { revision: BigInt(last.revision), position: position(last.position), repeated: false };
    });
  }

  async *readStream(stream: string, { from = 0n }: ReadStreamOptions = {}): AsyncIterable<RecordedEvent> {
    yield* await this.rows('stream = $1 and revision >= $2 order by revision', [stream, from]);
  }

  async *readAll({ after = START, limit = 1_000_000, filter }: ReadAllOptions = {}): AsyncIterable<RecordedEvent> {
    const events = await this.rows('position > $1 order by position limit $2', [after, limit]);
    yield* events.filter((event) => matchesFilter(event, filter));
  }

  async *subscribe({ after = START, filter, signal }: SubscribeOptions): AsyncIterable<RecordedEvent | CaughtUp> {
    let [read, announced] = [after, -1n];
    while (!signal.aborted) {
      const page = await this.rows('position > $1 order by position limit 100', [read]);
      yield* page.filter((event) => matchesFilter(event, filter));
      read = page.at(-1)?.position ?? read;
      if (page.length > 0) continue;
      if (announced !== read) yield { caughtUp: true, position: read };
      announced = read;
      await pause(10, signal);
    }
  }

  async head(): Promise<Position> {
    const { rows } = await this.database.query<{ head: string }>(
      'select coalesce(max(position), 0) as head from test_log',
    );
    return position(rows[0]!.head);
  }

  positionAt(): Promise<Position> {
    return Promise.reject(new Error('no test asks for it'));
  }

  private async rows(where: string, values: unknown[]): Promise<readonly RecordedEvent[]> {
    const { rows } = await this.database.query<Row>(`select * from test_log where ${where}`, values);
    return rows.map((row) => ({
      position: position(row.position),
      stream: row.stream,
      revision: BigInt(row.revision),
      eventId: row.event_id,
      type: row.type,
      recordedAt: row.metadata.recordedAt,
      data: row.data,
      metadata: row.metadata,
    }));
  }
}
