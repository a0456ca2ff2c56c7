import { millisOf, Repository, type Clock, type EventStore, type RecordedEvent } from '@liggare/kernel';
import { LeaderElection, type RuntimeLog } from '@liggare/projections';
import { setTimeout as pause } from 'node:timers/promises';
import { ownContext, publishDigest } from './state-digests.js';

export interface KeepPublishingOptions {
  readonly store: EventStore;
  readonly repository: Repository;
  readonly clock: Clock;
  /** `postgresql://…` for the lock of the one publisher. */
  readonly url: string;
  readonly log: RuntimeLog;
  readonly lookEveryMs?: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Of any number of processes one publishes a state digest a day, while the log grows; the first an hour after start. */
export async function keepPublishing(options: KeepPublishingOptions, signal: AbortSignal): Promise<void> {
  const { url, log, lookEveryMs = HOUR_MS } = options;
  const election = new LeaderElection({ url, name: 'liggare:state-digest', log });
  await election.lead(async (leading) => {
    while (!leading.aborted) {
      await pause(lookEveryMs, undefined, { signal: leading, ref: false }).catch(() => undefined);
      if (leading.aborted) return;
      try {
        await publishIfDue(options, leading);
      } catch (error) {
        log('error', 'no state digest was published', {
          error: error instanceof Error ? error.message : String(error),
        });
      }
    }
  }, signal);
}

/** True when one was. Not when the last event is a published digest, or one was published within a day. */
export async function publishIfDue(
  { store, repository, clock }: Pick<KeepPublishingOptions, 'store' | 'repository' | 'clock'>,
  signal?: AbortSignal,
): Promise<boolean> {
  const [head] = await newest(store);
  const [last] = await newest(store, 'StateDigestPublished');
  if (!head || head.eventId === last?.eventId) return false;
  const now = clock.now();
  if (last && millisOf(now) - millisOf(last.recordedAt) < DAY_MS) return false;
  await publishDigest(store, repository, ownContext(now), signal ? { signal } : {});
  return true;
}

async function newest(store: EventStore, type?: string): Promise<readonly RecordedEvent[]> {
  const found: RecordedEvent[] = [];
  const filter = type === undefined ? {} : { filter: { types: [type] } };
  for await (const event of store.readAll({ direction: 'backwards', limit: 1, ...filter })) found.push(event);
  return found;
}
