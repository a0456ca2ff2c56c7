import type { Queryable, Transaction } from '@liggare/database';
import pg from 'pg';
import { stableSchema, type ProjectionVersion } from './projection-version.js';

const { escapeIdentifier: quoted, escapeLiteral: literal } = pg;

/** PostgreSQL's answer when a view cannot be replaced because its columns differ. */
const OTHER_COLUMNS = '42P16';

/**
 * Points all stable views onto one copy. The transaction holds the views' locks until it commits: a reader sees the
 * old copy or the new one. A view is replaced rather than dropped where its columns allow, so that what others
 * have built on it stays.
 * @throws DatabaseError 2BP01 when a view must be dropped that something else depends on
 */
export async function publishViews(
  tx: Transaction,
  target: ProjectionVersion,
  before: ProjectionVersion | undefined,
): Promise<void> {
  const stable = quoted(stableSchema(target.projection));
  await tx.query(`create schema if not exists ${stable}`);
  for (const table of target.publishes) {
    const create = `view ${stable}.${quoted(table)} as ${rowsOf(target, table)}`;
    await tx.query('savepoint before_view');
    try {
      await tx.query(`create or replace ${create}`);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== OTHER_COLUMNS) throw error;
      const drop = `drop view ${stable}.${quoted(table)}`;
      await tx.query(`rollback to savepoint before_view; ${drop}; create ${create}`);
    }
    await tx.query('release savepoint before_view');
  }
  for (const table of before?.publishes ?? []) {
    if (!target.publishes.includes(table)) await tx.query(`drop view if exists ${stable}.${quoted(table)}`);
  }
}

/** Points one stable view onto a copy with the columns it has now. */
export async function settleView(db: Queryable, copy: ProjectionVersion, table: string): Promise<void> {
  await replaceView(db, copy.projection, table, rowsOf(copy, table));
}

/**
 * Points one stable view onto two copies of the same shape, of which the row of the active one decides: from then
 * on, changing that row switches all views at once, for every reader at the moment of its own snapshot.
 */
export async function bridgeView(
  db: Queryable,
  one: ProjectionVersion,
  other: ProjectionVersion,
  table: string,
): Promise<void> {
  const ifActive = ({ schema }: ProjectionVersion) =>
    `(select state = 'active' from projections.projection_version where schema_name = ${literal(schema)})`;
  const halves = [one, other].map((copy) => `${rowsOf(copy, table)} where ${ifActive(copy)}`);
  await replaceView(db, one.projection, table, halves.join(' union all '));
}

/** Do the two copies publish the same tables with the same columns? */
export async function sameShape(db: Queryable, one: ProjectionVersion, other: ProjectionVersion): Promise<boolean> {
  const [a, b] = [await shapeOf(db, one), await shapeOf(db, other)];
  return a === b;
}

async function shapeOf(db: Queryable, { schema, publishes }: ProjectionVersion): Promise<string> {
  const { rows } = await db.query<{ column: string }>(
    `select concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attcollation) as column
       from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = to_regnamespace($1) and c.relname = any($2::text[])
        and a.attnum > 0 and not a.attisdropped
      order by c.relname, a.attnum`,
    [quoted(schema), publishes],
  );
  return rows.map(({ column }) => column).join(', ');
}

function rowsOf({ schema }: ProjectionVersion, table: string): string {
  return `select * from ${quoted(schema)}.${quoted(table)}`;
}

async function replaceView(db: Queryable, projection: string, table: string, query: string): Promise<void> {
  await db.query(`create or replace view ${quoted(stableSchema(projection))}.${quoted(table)} as ${query}`);
}
