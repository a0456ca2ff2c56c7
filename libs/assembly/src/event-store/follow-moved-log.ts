import { Refusal, type Position } from '@liggare/kernel';
import {
  PostgresPolicyCheckpoints,
  ProjectionWorker,
  rebuildAll,
  type Order,
  type ProjectionVersion,
  type RebuildAllProgress,
} from '@liggare/projections';
import type { Register } from '../open-register.js';
import { projections } from '../slices.js';

/** How long it may take to have the lead before somebody is told. */
const PATIENCE_MS = 5_000;

/** An event that read models of the former log have seen, by its place in its stream. */
interface Seen {
  readonly stream: string;
  readonly revision: string;
  readonly event_id: string;
}

/**
 * Builds all read models anew. Where the log was moved, first makes sure that it is the same one, and lets policies go
 * on where they were: at the same event, which is at another position now.
 * @param force although this log lacks events that read models have seen; policies then begin at the beginning, where
 *   what they have done is recognised
 * @throws Refusal `not-moved` this log is not the former one; and those of `rebuildAll`
 */
export async function rebuildReadModels(
  register: Register,
  orderOf: () => Order,
  options: { readonly force: boolean; readonly onProgress?: RebuildAllProgress },
): Promise<readonly ProjectionVersion[]> {
  const { store, database, clock, log, server, logger } = register;
  if (!options.force) await refuseUnrelated(register);
  await carryPolicies(register);
  const worker = ProjectionWorker.start({
    ...{ store, database, clock, projections, logId: log.id, url: server.url },
    log: (level, message, fields) => logger[level](fields, message),
  });
  const lookAgain = setTimeout(() => {
    if (!worker.status().leading) logger.warn('another worker leads: if it is on the former log, stop it');
  }, PATIENCE_MS);
  try {
    return await rebuildAll({ store, database, clock, projections, logId: log.id }, orderOf, options.onProgress);
  } finally {
    clearTimeout(lookAgain);
    await worker.stop();
  }
}

async function refuseUnrelated(register: Register): Promise<void> {
  const { log, database } = register;
  const former = await formerLog(register);
  if (!former) return;
  const last = await lastSeen(register, undefined);
  const isThere = last === undefined || (await positionOf(register, last)) !== undefined;
  const { rows } = await database.query<{ name: string; clock: string }>(
    'select name, clock from projections.log where id = $1',
    [former],
  );
  const isNamed = rows.every(({ name, clock }) => name === '' || (name === log.name && clock === log.clock));
  if (isThere && isNamed) return;
  const message = 'this log is not a whole copy of the one that the read models were built from';
  throw new Refusal('not-moved', `${message}: is the event store configured rightly? --force builds them all the same`);
}

async function carryPolicies(register: Register): Promise<void> {
  const { database, log } = register;
  const former = await formerLog(register);
  if (!former) return;
  const { rows } = await database.query<{ policy: string; position: string }>(
    'select policy, position::text from projections.policy_checkpoint where log_id = $1',
    [former],
  );
  const checkpoints = new PostgresPolicyCheckpoints(database, log.id);
  for (const { policy, position } of rows) {
    const seen = await lastSeen(register, position);
    const now = seen && (await positionOf(register, seen));
    if (now !== undefined) await checkpoints.save(policy, now);
  }
}

/** The log that the index of events, which readers see, was built from, if it is not the one that is open. */
async function formerLog({ database, log }: Register): Promise<string | undefined> {
  const { rows } = await database.query<{ log_id: string }>(
    `select log_id from projections.projection_version
      where projection = 'audit-trail' and state = 'active' and log_id <> $1`,
    [log.id],
  );
  return rows[0]?.log_id;
}

async function lastSeen({ database }: Register, upTo: string | undefined): Promise<Seen | undefined> {
  const { rows } = await database.query<Seen>(
    `select stream, revision::text, event_id from audit_trail.entry
      where $1::numeric is null or position <= $1::numeric order by position desc limit 1`,
    [upTo ?? null],
  );
  return rows[0];
}

async function positionOf({ store }: Register, seen: Seen): Promise<Position | undefined> {
  for await (const event of store.readStream(seen.stream, { from: BigInt(seen.revision), limit: 1 }))
    return event.eventId === seen.event_id ? event.position : undefined;
  return undefined;
}
