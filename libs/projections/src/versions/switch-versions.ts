import type { Database, Transaction } from '@liggare/database';
import { Refusal } from '@liggare/kernel';
import pg from 'pg';
import { pause } from '../pause.js';
import { loadHeldEvents } from '../run/held-events.js';
import { PROGRESS_CHANNEL } from '../run/write-batch.js';
import { compareDigests } from './compare-digests.js';
import { dropVersion, lockNameOf } from './make-version.js';
import { loadVersions, lockVersions, type ProjectionVersion, type VersionState } from './projection-version.js';
import { bridgeView, publishViews, sameShape, settleView } from './publish-views.js';

const ATTEMPTS = 100;
const PAUSE_MS = 50;
/** Shorter than PostgreSQL's deadlock timeout: it is the switch that gives way, never a reader. */
const LOCK_TIMEOUT = '200ms';
const GIVES_WAY: readonly (string | undefined)[] = ['55P03', '40P01'];

export interface Swap {
  readonly from: ProjectionVersion;
  readonly to: ProjectionVersion;
}

/**
 * Is there anything against giving readers the copy that is being built?
 * @throws Refusal `holds-events`, `not-filled`, `digests-differ`, `not-caught-up`
 */
export async function checkSwitch(database: Database, from: ProjectionVersion, to: ProjectionVersion): Promise<void> {
  const held = (await loadHeldEvents(database, to.projection)).filter(({ schema }) => schema === to.schema);
  if (held.length > 0) {
    throw new Refusal('holds-events', `${to.schema} holds ${held.length} events back: retry or skip them first`);
  }
  if (!to.filled) {
    throw new Refusal(
      'not-filled',
      `${to.schema} has not got its indexes and constraints: ${to.failure ?? 'it has not caught up yet'}`,
    );
  }
  if (from.version !== to.version || from.logId !== to.logId) return;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const comparison = await compareDigests(database, from.schema, to.schema, to.projection);
    if (comparison.result === 'same') return;
    if (comparison.result === 'differs') {
      const message = `${to.schema} is built from the same log by the same version and differs from ${from.schema}`;
      throw new Refusal('digests-differ', `${message} ${comparison.explanation}`);
    }
    await pause(PAUSE_MS);
  }
  throw new Refusal(
    'not-caught-up',
    `${to.schema} and ${from.schema} are not at the same position: does a worker run?`,
  );
}

/**
 * Gives readers another copy. The copy they saw stays for a rollback; the one that was kept for that before is
 * removed.
 *
 * Where the two copies have the same shape, each view is first made to look at both, one view at a time, so that no
 * two locks are ever held together and readers that join views in any order cannot be in the way; then one
 * transaction changes the states, which switches all views at once; then each view is made simple again. Where the
 * shapes differ, one transaction replaces all views.
 *
 * @param record writes down that it was done; its failure undoes it
 * @throws Refusal `nothing-to-switch-to` there is no such copy; `not-caught-up` readers would go back in time;
 *   `in-use` readers hold the views for so long that there was no moment to switch
 */
export async function swapVersions(
  database: Database,
  projection: string,
  target: 'building' | 'retired',
  record: (swap: Swap) => Promise<void>,
): Promise<Swap> {
  const client = await database.connect();
  let broken: Error | undefined;
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [lockNameOf(projection)]);
    await client.query(`set lock_timeout = '${LOCK_TIMEOUT}'`);
    const { from, to } = find(await loadVersions(client, projection), projection, target);
    const alike = await sameShape(client, from, to);
    const views = alike ? to.publishes : [];
    for (const view of views) await patiently(projection, () => bridgeView(client, from, to, view));
    const done = await patiently(projection, () => swap(client, projection, target, alike, record));
    // A view that finds no quiet moment goes on looking at both copies, and shows the right one.
    for (const view of views) await patiently(projection, () => settleView(client, to, view)).catch(ignoreInUse);
    return done;
  } finally {
    await client
      .query('reset lock_timeout; select pg_advisory_unlock_all()')
      .catch((lost: unknown) => (broken = lost as Error));
    client.release(broken);
  }
}

/** Tries again while readers, or a batch that is being written, are in the way. */
async function patiently<T>(projection: string, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const busy = error instanceof pg.DatabaseError && GIVES_WAY.includes(error.code);
      const behind = error instanceof Refusal && error.rule === 'not-caught-up';
      if (!busy && !behind) throw error;
      if (attempt === ATTEMPTS) {
        throw behind ? error : new Refusal('in-use', `readers of ${projection} leave no moment to switch`);
      }
      await pause(PAUSE_MS);
    }
  }
}

function ignoreInUse(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

function find(versions: readonly ProjectionVersion[], projection: string, target: 'building' | 'retired'): Swap {
  const from = versions.find(({ state }) => state === 'active');
  const to = versions.find(({ state }) => state === target);
  if (!from || !to) throw new Refusal('nothing-to-switch-to', `${projection} has no ${target} copy to switch to`);
  return { from, to };
}

async function swap(
  client: Transaction,
  projection: string,
  target: 'building' | 'retired',
  alike: boolean,
  record: (swap: Swap) => Promise<void>,
): Promise<Swap> {
  await client.query('begin');
  try {
    const versions = await lockVersions(client, projection);
    const { from, to } = find(versions, projection, target);
    if (to.logId === from.logId && to.checkpoint < from.checkpoint) {
      throw new Refusal('not-caught-up', `${to.schema} is at ${to.checkpoint}, ${from.schema} at ${from.checkpoint}`);
    }
    if (!alike) await publishViews(client, to, from);
    const retired = versions.find(({ state }) => state === 'retired');
    if (retired && retired !== to) await dropVersion(client, retired);
    await setState(client, to, 'failed');
    await setState(client, from, 'retired');
    await setState(client, to, 'active');
    await record({ from, to });
    await client.query(`select pg_notify('${PROGRESS_CHANNEL}', '')`);
    await client.query('commit');
    return { from, to };
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** One after the other: at no moment are there two active or two retired copies. */
async function setState(tx: Transaction, { schema }: ProjectionVersion, state: VersionState): Promise<void> {
  await tx.query(
    'update projections.projection_version set state = $2, failure = null, updated_at = now() where schema_name = $1',
    [schema, state],
  );
}

/** The copy that is being built, and the one readers see. @throws Refusal `nothing-to-switch-to` */
export async function switchCandidates(database: Database, projection: string): Promise<Swap> {
  return find(await loadVersions(database, projection), projection, 'building');
}
