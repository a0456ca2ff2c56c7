import { inTransaction, type Database, type Transaction } from '@liggare/database';
import { Refusal } from '@liggare/kernel';
import pg from 'pg';
import { pause } from '../pause.js';
import { loadHeldEvents } from '../run/held-events.js';
import { PROGRESS_CHANNEL } from '../run/write-batch.js';
import { compareDigests } from './compare-digests.js';
import { dropVersion, lockProjection } from './make-version.js';
import { loadVersions, lockVersions, type ProjectionVersion } from './projection-version.js';
import { publishViews } from './publish-views.js';

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
 * @throws Refusal `holds-events`, `digests-differ`, `not-caught-up`
 */
export async function checkSwitch(database: Database, from: ProjectionVersion, to: ProjectionVersion): Promise<void> {
  const held = (await loadHeldEvents(database, to.projection)).filter(({ schema }) => schema === to.schema);
  if (held.length > 0) {
    throw new Refusal('holds-events', `${to.schema} holds ${held.length} events back: retry or skip them first`);
  }
  if (from.version !== to.version) return;
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
 * Gives readers another copy, in one transaction: views and states change together. The copy they saw stays for a
 * rollback; the one that was kept for that before is removed.
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
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(database, (tx) => swap(tx, projection, target, record));
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

async function swap(
  tx: Transaction,
  projection: string,
  target: 'building' | 'retired',
  record: (swap: Swap) => Promise<void>,
): Promise<Swap> {
  await tx.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
  await lockProjection(tx, projection);
  const versions = await lockVersions(tx, projection);
  const from = versions.find(({ state }) => state === 'active');
  const to = versions.find(({ state }) => state === target);
  if (!from || !to) throw new Refusal('nothing-to-switch-to', `${projection} has no ${target} copy to switch to`);
  if (to.checkpoint < from.checkpoint) {
    throw new Refusal('not-caught-up', `${to.schema} is at ${to.checkpoint}, ${from.schema} at ${from.checkpoint}`);
  }
  await publishViews(tx, to, from);
  const retired = versions.find(({ state }) => state === 'retired');
  if (retired && retired !== to) await dropVersion(tx, retired);
  // One after the other: at no moment are there two active or two retired ones.
  for (const [schema, state] of [
    [to.schema, 'failed'],
    [from.schema, 'retired'],
    [to.schema, 'active'],
  ]) {
    await tx.query(
      'update projections.projection_version set state = $2, failure = null, updated_at = now() where schema_name = $1',
      [schema, state],
    );
  }
  await record({ from, to });
  await tx.query(`select pg_notify('${PROGRESS_CHANNEL}', '')`);
  return { from, to };
}

/** The copy that is being built, and the one readers see. @throws Refusal `nothing-to-switch-to` */
export async function switchCandidates(database: Database, projection: string): Promise<Swap> {
  const versions = await loadVersions(database, projection);
  const from = versions.find(({ state }) => state === 'active');
  const to = versions.find(({ state }) => state === 'building');
  if (!from || !to) throw new Refusal('nothing-to-switch-to', `${projection} has no copy that is being built`);
  return { from, to };
}
