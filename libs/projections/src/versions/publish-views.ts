import type { Transaction } from '@liggare/database';
import pg from 'pg';
import { stableSchema, type ProjectionVersion } from './projection-version.js';

const { escapeIdentifier: quoted } = pg;

/** PostgreSQL's answer when a view cannot be replaced because its columns differ. */
const OTHER_COLUMNS = '42P16';

/**
 * Points the stable views onto one copy. The transaction holds the views' locks until it commits: a reader sees the
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
    const view = `${stable}.${quoted(table)}`;
    const create = `view ${view} as select * from ${quoted(target.schema)}.${quoted(table)}`;
    await tx.query('savepoint before_view');
    try {
      await tx.query(`create or replace ${create}`);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== OTHER_COLUMNS) throw error;
      await tx.query(`rollback to savepoint before_view; drop view ${view}; create ${create}`);
    }
    await tx.query('release savepoint before_view');
  }
  for (const table of before?.publishes ?? []) {
    if (!target.publishes.includes(table)) await tx.query(`drop view if exists ${stable}.${quoted(table)}`);
  }
}
