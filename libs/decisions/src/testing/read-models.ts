import { inTransaction, type Database, type Transaction } from '@liggare/database';
import type { EventStore, Projection, RecordedEvent } from '@liggare/kernel';
import { stableSchema, versionSchema } from '@liggare/projections';

const versioned = ({ name, version }: Projection<Transaction>) => versionSchema(name, version, 1);

/** Lays a projection's tables and the views readers use, as the projection runtime does. */
export async function layReadModel(database: Database, projection: Projection<Transaction>): Promise<void> {
  const stable = stableSchema(projection.name);
  const schema = versioned(projection);
  await inTransaction(database, async (tx) => {
    await tx.query('create extension if not exists btree_gist with schema public');
    await tx.query(`create schema ${schema}; create schema ${stable}`);
    await tx.query(`set local search_path to ${schema}, public`);
    await tx.query(projection.schema);
    for (const table of projection.publishes) {
      await tx.query(`create view ${stable}.${table} as select * from ${schema}.${table}`);
    }
  });
}

/** Empties the read model and gives it the whole log in batches of `batchSize`. */
export async function rebuild(
  database: Database,
  projection: Projection<Transaction>,
  store: EventStore,
  batchSize = 100,
): Promise<readonly string[]> {
  const schema = versioned(projection);
  const tables = await tablesOf(database, schema);
  await database.query(`truncate ${tables.join(', ')}`);
  const events: RecordedEvent[] = [];
  for await (const event of store.readAll({ filter: { types: projection.handles } })) events.push(event);
  for (let start = 0; start < events.length; start += batchSize) {
    await inTransaction(database, async (tx) => {
      await tx.query(`set local search_path to ${schema}, public`);
      await projection.apply(events.slice(start, start + batchSize), tx);
    });
  }
  return dump(database, tables);
}

/** Every row of every table as text, in order: to compare two read models. */
async function dump(database: Database, tables: readonly string[]): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const name of tables) {
    const content = await database.query<{ line: string }>(`select row_to_json(t)::text as line from ${name} t`);
    rows.push(...content.rows.map(({ line }) => `${name} ${line}`).sort());
  }
  return rows;
}

async function tablesOf(database: Database, schema: string): Promise<readonly string[]> {
  const { rows } = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = $1 order by 1`,
    [schema],
  );
  return rows.map(({ name }) => name);
}
