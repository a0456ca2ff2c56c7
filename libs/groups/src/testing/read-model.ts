import { inTransaction, type Database, type Transaction } from '@liggare/database';
import type { EventStore, Position, Projection, RecordedEvent } from '@liggare/kernel';
import { pastIn } from '@liggare/projections';

/** Lays a projection's tables and the views readers use, as the projection runtime does. */
export async function layReadModel(database: Database, projection: Projection<Transaction>): Promise<void> {
  const { name, version, schema, whenFilled = '', publishes } = projection;
  await inTransaction(database, async (tx) => {
    await tx.query('create extension if not exists btree_gist with schema public');
    await tx.query(`drop schema if exists ${name}_v${version} cascade; drop schema if exists ${name} cascade`);
    await tx.query(`create schema ${name}_v${version}; create schema ${name}`);
    await tx.query(`set local search_path to ${name}_v${version}, public`);
    await tx.query(schema + whenFilled);
    for (const table of publishes) {
      await tx.query(`create view ${name}.${table} as select * from ${name}_v${version}.${table}`);
    }
  });
}

/** Gives the projection the log after `after`, in batches whose sizes are taken in turn. */
export async function project(
  database: Database,
  projection: Projection<Transaction>,
  store: EventStore,
  options: { readonly after?: Position; readonly batches?: readonly number[] } = {},
): Promise<void> {
  const events: RecordedEvent[] = [];
  const after = options.after === undefined ? {} : { after: options.after };
  for await (const event of store.readAll({ ...after, filter: { types: projection.handles } })) events.push(event);
  const sizes = options.batches ?? [100];
  for (let start = 0, n = 0; start < events.length; n++) {
    const size = sizes[n % sizes.length]!;
    await applyBatch(database, projection, store, events.slice(start, start + size));
    start += size;
  }
}

export async function applyBatch(
  database: Database,
  projection: Projection<Transaction>,
  store: EventStore,
  events: readonly RecordedEvent[],
): Promise<void> {
  await inTransaction(database, async (tx) => {
    await tx.query(`set local search_path to ${projection.name}_v${projection.version}, public`);
    await projection.apply(events, tx, pastIn(store, projection));
  });
}

/** Every row of every table as text, in order: to compare two read models byte for byte. */
export async function dump(database: Database, projection: Projection<Transaction>): Promise<readonly string[]> {
  const schema = `${projection.name}_v${projection.version}`;
  const tables = await database.query<{ name: string }>(
    'select tablename as name from pg_tables where schemaname = $1 order by 1',
    [schema],
  );
  const rows: string[] = [];
  for (const { name } of tables.rows) {
    const content = await database.query<{ line: string }>(`select t::text as line from ${schema}.${name} t`);
    rows.push(...content.rows.map(({ line }) => `${name} ${line}`).sort());
  }
  return rows;
}
