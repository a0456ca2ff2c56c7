import { inTransaction, type Database, type Transaction } from '@liggare/database';
import type { EventStore, Projection, RecordedEvent } from '@liggare/kernel';

/** Lays the index's tables and the views readers use, as the projection runtime does. */
export async function layIndex(database: Database, projection: Projection<Transaction>): Promise<void> {
  await inTransaction(database, async (tx) => {
    await tx.query('create schema audit_trail_v1; create schema audit_trail');
    await tx.query('set local search_path to audit_trail_v1, public');
    await tx.query(projection.schema);
    for (const table of projection.publishes) {
      await tx.query(`create view audit_trail.${table} as select * from audit_trail_v1.${table}`);
    }
  });
}

/** Indexes the whole log anew in batches, and gives every row as text, in order. */
export async function index(
  database: Database,
  projection: Projection<Transaction>,
  store: EventStore,
  batchSize = 100,
): Promise<readonly string[]> {
  await database.query('truncate audit_trail_v1.entry, audit_trail_v1.mention');
  const events: RecordedEvent[] = [];
  for await (const event of store.readAll({ filter: { types: projection.handles } })) events.push(event);
  for (let start = 0; start < events.length; start += batchSize) {
    await inTransaction(database, async (tx) => {
      await tx.query('set local search_path to audit_trail_v1, public');
      await projection.apply(events.slice(start, start + batchSize), tx);
    });
  }
  const { rows } = await database.query<{ line: string }>(
    `select row_to_json(e)::text as line from audit_trail.entry e
     union all select row_to_json(m)::text from audit_trail.mention m order by 1`,
  );
  return rows.map(({ line }) => line);
}
