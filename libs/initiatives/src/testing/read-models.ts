import { inTransaction, type Database, type Transaction } from '@liggare/database';
import type { EventStore, Position, Projection, RecordedEvent } from '@liggare/kernel';

/** Lays a projection's tables and the views readers use, as the projection runtime does. */
export async function layReadModel(database: Database, projection: Projection<Transaction>): Promise<void> {
  const stable = projection.name.replaceAll('-', '_');
  const versioned = `${stable}_v${projection.version}`;
  await inTransaction(database, async (tx) => {
    await tx.query('create extension if not exists btree_gist with schema public');
    await tx.query(`create schema ${versioned}; create schema ${stable}`);
    await tx.query(`set local search_path to ${versioned}, public`);
    await tx.query(projection.schema);
    for (const table of projection.publishes) {
      await tx.query(`create view ${stable}.${table} as select * from ${versioned}.${table}`);
    }
  });
}

/** Gives the projection the log after `after`, in batches of `batchSize`. */
export async function project(
  database: Database,
  projection: Projection<Transaction>,
  store: EventStore,
  options: { readonly after?: Position; readonly batchSize?: number } = {},
): Promise<void> {
  const events: RecordedEvent[] = [];
  const after = options.after === undefined ? {} : { after: options.after };
  for await (const event of store.readAll({ ...after, filter: { types: projection.handles } })) events.push(event);
  const size = options.batchSize ?? 100;
  const schema = `${projection.name.replaceAll('-', '_')}_v${projection.version}`;
  for (let start = 0; start < events.length; start += size) {
    await inTransaction(database, async (tx) => {
      await tx.query(`set local search_path to ${schema}, public`);
      await projection.apply(events.slice(start, start + size), tx);
    });
  }
}

/** Every row of every table of a schema as text, in order: to compare two read models, or to search for a leak. */
export async function dump(database: Database, schema: string): Promise<readonly string[]> {
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = $1 order by 1`,
    [schema],
  );
  const rows: string[] = [];
  for (const { name } of tables.rows) {
    const content = await database.query<{ line: string }>(`select row_to_json(t)::text as line from ${name} t`);
    rows.push(...content.rows.map(({ line }) => `${name.split('.')[1]!} ${line}`).sort());
  }
  return rows;
}
