import { inTransaction, type Database, type Transaction } from '@liggare/database';
import type { Projection } from '@liggare/kernel';
import pg from 'pg';
import { describeError, isTransient } from '../run/describe-error.js';
import type { ProjectionSet } from '../projection-set.js';
import type { RuntimeLog } from '../runtime-log.js';
import {
  insertVersion,
  loadVersions,
  nextGeneration,
  stableSchema,
  versionSchema,
  type ProjectionVersion,
  type VersionState,
} from './projection-version.js';
import { publishViews, settleView } from './publish-views.js';

const { escapeIdentifier: quoted } = pg;

/** Held while copies of a projection are made, so that no two programs make the same one. */
export async function lockProjection(tx: Transaction, projection: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lockNameOf(projection)]);
}

export function lockNameOf(projection: string): string {
  return `liggare projection ${projection}`;
}

/** Makes the schema and the tables of a new, empty copy. */
export async function makeVersion(
  tx: Transaction,
  projection: Projection<Transaction>,
  options: { readonly state: VersionState; readonly switchWhenCaughtUp: boolean; readonly logId: string },
): Promise<ProjectionVersion> {
  const { name, version, publishes } = projection;
  const generation = await nextGeneration(tx, name, version);
  const schema = versionSchema(name, version, generation);
  await tx.query(`create schema ${quoted(schema)}`);
  await tx.query(`set local search_path to ${quoted(schema)}, public`);
  await tx.query(projection.schema);
  return insertVersion(tx, { ...options, projection: name, version, generation, schema, publishes });
}

/**
 * Makes what the program's projections lack: the first copy of a new one (active at once), and a copy beside the
 * active one where the program has a newer version that was never built. Safe to call from many processes at once;
 * called by the leading worker, and by whoever wants the stable views to be there before it starts.
 */
export async function prepareProjections(
  database: Database,
  projections: ProjectionSet,
  options: { readonly switchWhenCaughtUp: boolean; readonly log: RuntimeLog; readonly logId: string },
): Promise<void> {
  for (const name of projections.names) {
    const projection = projections.current(name)!;
    try {
      await inTransaction(database, (tx) => prepare(tx, projection, options));
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || isTransient(error)) throw error;
      const failure = describeError(error);
      options.log('error', 'the tables of a projection could not be made', { projection: name, error: failure });
      await inTransaction(database, (tx) => noteFailed(tx, projection, failure, options.logId));
    }
  }
}

async function prepare(
  tx: Transaction,
  projection: Projection<Transaction>,
  { switchWhenCaughtUp, logId }: { readonly switchWhenCaughtUp: boolean; readonly logId: string },
): Promise<void> {
  const { name, version } = projection;
  await lockProjection(tx, name);
  // What failed is tried again by every program that starts: the mistake may have been mended.
  await tx.query(`delete from projections.projection_version where projection = $1 and state = 'failed'`, [name]);
  const versions = await loadVersions(tx, name);
  const active = versions.find(({ state }) => state === 'active');
  if (!active) {
    const made = await makeVersion(tx, projection, { state: 'active', switchWhenCaughtUp, logId });
    await publishViews(tx, made, undefined);
  } else if (
    active.logId === logId &&
    version > active.version &&
    !versions.some((known) => known.version >= version)
  ) {
    // A copy of an in-between version that was still building has been overtaken.
    for (const overtaken of versions.filter(({ state }) => state === 'building')) await dropVersion(tx, overtaken);
    await makeVersion(tx, projection, { state: 'building', switchWhenCaughtUp, logId });
  }
}

/** Removes a copy with everything in it. A stable view that still looks at it is pointed onto the active copy alone. */
export async function dropVersion(tx: Transaction, version: ProjectionVersion): Promise<void> {
  const active = (await loadVersions(tx, version.projection)).find(({ state }) => state === 'active');
  const { rows } = await tx.query<{ view_name: string }>(
    `select distinct view_name from information_schema.view_table_usage where view_schema = $1 and table_schema = $2`,
    [stableSchema(version.projection), version.schema],
  );
  for (const { view_name } of rows) {
    if (active?.publishes.includes(view_name)) await settleView(tx, active, view_name);
  }
  await tx.query('delete from projections.held_event where schema_name = $1', [version.schema]);
  await tx.query('delete from projections.skipped_event where schema_name = $1', [version.schema]);
  await tx.query(
    `update projections.projection_version set state = 'discarded', updated_at = now() where schema_name = $1`,
    [version.schema],
  );
  await tx.query(`drop schema if exists ${quoted(version.schema)} cascade`);
}

async function noteFailed(
  tx: Transaction,
  projection: Projection<Transaction>,
  failure: string,
  logId: string,
): Promise<void> {
  const { name, version } = projection;
  await lockProjection(tx, name);
  const versions = await loadVersions(tx, name);
  if (versions.some((made) => made.version === version)) return;
  const generation = await nextGeneration(tx, name, version);
  const schema = versionSchema(name, version, generation);
  const copy = { projection: name, version, generation, schema, publishes: projection.publishes, logId };
  await insertVersion(tx, { ...copy, state: 'failed', switchWhenCaughtUp: true, failure });
}
