import { inTransaction, type Database, type Transaction } from '@liggare/database';
import type { EventStore, Past, Position, Projection, RecordedEvent } from '@liggare/kernel';
import { stableSchema, versionSchema } from '../versions/projection-version.js';

/**
 * A projection without the runtime, for the specifications of slices: its tables laid, a log applied in batches of a
 * chosen size, its rows as text.
 */

/** Lays a projection's empty tables and the views readers use, as the runtime does; what was laid before goes. */
export async function layReadModel(database: Database, projection: Projection<Transaction>): Promise<void> {
  const [stable, versioned] = [stableSchema(projection.name), schemaOf(projection)];
  await inTransaction(database, async (tx) => {
    await tx.query('create extension if not exists btree_gist with schema public');
    await tx.query(`drop schema if exists ${versioned} cascade; drop schema if exists ${stable} cascade`);
    await tx.query(`create schema ${versioned}; create schema ${stable}`);
    await tx.query(`set local search_path to ${versioned}, public`);
    await tx.query(projection.schema + (projection.whenFilled ?? ''));
    for (const table of projection.publishes) {
      await tx.query(`create view ${stable}.${table} as select * from ${versioned}.${table}`);
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

/** One batch, in a transaction of its own. */
export async function applyBatch(
  database: Database,
  projection: Projection<Transaction>,
  store: EventStore,
  events: readonly RecordedEvent[],
): Promise<void> {
  await inTransaction(database, async (tx) => {
    await tx.query(`set local search_path to ${schemaOf(projection)}, public`);
    await projection.apply(events, tx, pastIn(store, projection));
  });
}

/** The past of a projection that skipped nothing. */
export function pastIn(store: EventStore, { handles }: Pick<Projection<Transaction>, 'handles'>): Past {
  return {
    async *before(stream, revision) {
      if (revision === 0n) return;
      for await (const event of store.readStream(stream, { limit: Number(revision) })) {
        if (handles.includes(event.type)) yield event;
      }
    },
  };
}

/** Empties the read model, gives it the whole log in batches of `batchSize`, and dumps it. */
export async function rebuild(
  database: Database,
  projection: Projection<Transaction>,
  store: EventStore,
  batchSize = 100,
): Promise<readonly string[]> {
  await database.query(`truncate ${(await tablesOf(database, schemaOf(projection))).join(', ')}`);
  await project(database, projection, store, { batches: [batchSize] });
  return dump(database, projection);
}

/**
 * Every row of every table of a projection, or of a schema, as text, in order: to compare two read models, or to search
 * for a leak.
 */
export async function dump(database: Database, of: string | Projection<Transaction>): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const name of await tablesOf(database, typeof of === 'string' ? of : schemaOf(of))) {
    const content = await database.query<{ line: string }>(`select row_to_json(t)::text as line from ${name} t`);
    rows.push(...content.rows.map(({ line }) => `${name.split('.')[1]!} ${line}`).sort());
  }
  return rows;
}

function schemaOf({ name, version }: Projection<Transaction>): string {
  return versionSchema(name, version, 1);
}

async function tablesOf(database: Database, schema: string): Promise<readonly string[]> {
  const { rows } = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = $1 order by 1`,
    [schema],
  );
  return rows.map(({ name }) => name);
}
