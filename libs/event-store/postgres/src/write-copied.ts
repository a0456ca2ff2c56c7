import { inTransaction, type Database } from '@liggare/database';
import { position, type Position, type RecordedEvent } from '@liggare/kernel';
import { jsonArray } from './json-array.js';

/** Somebody else has written to a log that is being copied to. */
export class LogHasGoneOn extends Error {
  constructor() {
    super('somebody else writes to the log that is copied to');
    this.name = 'LogHasGoneOn';
  }
}

/**
 * Writes events of another log at the end of this one, in their order, each with its place in its stream: all in one
 * transaction. For copying only: whoever calls has made sure that the log so far is the beginning of the other.
 * @param after the last position there was
 * @returns the last position there is
 * @throws LogHasGoneOn
 */
export async function writeCopied(
  database: Database,
  after: Position,
  events: readonly RecordedEvent[],
): Promise<Position> {
  return inTransaction(database, async (tx) => {
    const { rowCount } = await tx.query('select from event_store.head where position = $1 for update', [after]);
    if (rowCount === 0) throw new LogHasGoneOn();
    await tx.query({
      name: 'write_copied',
      text: `insert into event_store.event
               (position, stream, revision, event_id, type, recorded_at, known_at, data, metadata)
             select $1::bigint + e.n, e.stream, e.revision, e.id, e.type, e.at,
                    greatest(h.known_at, max(e.at) over (order by e.n rows unbounded preceding)), e.data, e.metadata
             from unnest($2::text[], $3::bigint[], $4::uuid[], $5::text[], $6::timestamptz[], $7::json[], $8::json[])
                  with ordinality e(stream, revision, id, type, at, data, metadata, n),
                  event_store.head h`,
      values: [
        after,
        events.map(({ stream }) => stream),
        events.map(({ revision }) => revision.toString()),
        events.map(({ eventId }) => eventId),
        events.map(({ type }) => type),
        events.map(({ recordedAt }) => recordedAt),
        jsonArray(events.map(({ data }) => JSON.stringify(data))),
        jsonArray(events.map(({ metadata }) => JSON.stringify(metadata))),
      ],
    });
    const { rows } = await tx.query<{ position: string }>(
      `update event_store.head h set position = last.position, known_at = last.known_at
         from (select position, known_at from event_store.event order by position desc limit 1) last
       returning h.position::text`,
    );
    await tx.query(`select pg_notify('liggare_log', '')`);
    return position(rows[0]!.position);
  });
}
