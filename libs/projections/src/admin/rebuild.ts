import { inTransaction, type Database, type Transaction } from '@liggare/database';
import { Refusal, type EventStore, type Position, type Projection } from '@liggare/kernel';
import { pause } from '../pause.js';
import { lockProjection, makeVersion } from '../versions/make-version.js';
import { loadVersions, type ProjectionVersion } from '../versions/projection-version.js';

const POLL_MS = 200;

/** How far a rebuild is. Positions of the log; with the PostgreSQL store these are numbers of events. */
export interface RebuildProgress {
  readonly done: Position;
  readonly total: Position;
  /** Positions per second since it was begun. */
  readonly rate: number;
  /** Undefined until there is a rate. */
  readonly secondsLeft: number | undefined;
}

/**
 * Lays a new, empty copy beside the others; the leading worker finds it and fills it.
 * @throws Refusal `already-building`
 */
export async function beginRebuild(
  database: Database,
  projection: Projection<Transaction>,
  options: { readonly switchWhenCaughtUp: boolean; readonly logId: string },
  record: (made: ProjectionVersion) => Promise<void>,
): Promise<ProjectionVersion> {
  return inTransaction(database, async (tx) => {
    await lockProjection(tx, projection.name);
    const building = (await loadVersions(tx, projection.name)).find(({ state }) => state === 'building');
    if (building) {
      const message = `${building.schema} is already being built: wait for it, switch to it or discard it`;
      throw new Refusal('already-building', message);
    }
    const made = await makeVersion(tx, projection, { state: 'building', ...options });
    await record(made);
    return made;
  });
}

/**
 * Follows a copy until readers have it; or, when it is not to be switched to by itself, until it has reached what
 * was the end of the log when this was called. Returns at once when the signal is aborted; the work goes on.
 * @throws Refusal `not-switched-to` with the reason; `discarded` somebody has removed it meanwhile
 */
export async function followRebuild(
  database: Database,
  store: EventStore,
  made: ProjectionVersion,
  onProgress: (progress: RebuildProgress) => void,
  signal?: AbortSignal,
): Promise<ProjectionVersion> {
  const began = performance.now();
  const goal = await store.head();
  for (;;) {
    const versions = await loadVersions(database, made.projection);
    const now = versions.find(({ schema }) => schema === made.schema);
    if (!now) throw new Refusal('discarded', `${made.schema} was discarded while it was built`);
    const total = await store.head();
    const rate = Number(now.checkpoint - made.checkpoint) / ((performance.now() - began) / 1_000);
    const secondsLeft = rate > 0 ? Number(total - now.checkpoint) / rate : undefined;
    onProgress({ done: now.checkpoint, total, rate, secondsLeft });
    if (now.state !== 'building' || signal?.aborted) return now;
    if (now.failure !== undefined) throw new Refusal('not-switched-to', now.failure);
    if (!now.switchWhenCaughtUp && now.checkpoint >= goal) return now;
    await pause(POLL_MS, signal);
  }
}
