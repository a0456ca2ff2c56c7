import { millisOf, type Clock } from '@liggare/kernel';
import { LeaderElection, type RuntimeLog } from '@liggare/projections';
import { setTimeout as pause } from 'node:timers/promises';
import type { Anchors } from './anchors.js';
import { ownContext } from './state-digests.js';

export interface KeepAnchoringOptions {
  readonly anchors: Anchors;
  /** Addresses of timestamp authorities (RFC 3161). */
  readonly authorities: readonly string[];
  readonly clock: Clock;
  /** `postgresql://…` for the lock of the one that asks. */
  readonly url: string;
  readonly log: RuntimeLog;
  readonly lookEveryMs?: number;
}

const HOUR_MS = 3_600_000;
/** Once a day, at about the same time. */
const OFTEN_MS = 23 * HOUR_MS;

/** Of any number of processes one asks every authority for a timestamp a day, while the log grows. */
export async function keepAnchoring(options: KeepAnchoringOptions, signal: AbortSignal): Promise<void> {
  const { url, log, lookEveryMs = HOUR_MS } = options;
  const election = new LeaderElection({ url, name: 'liggare:anchors', log });
  await election.lead(async (leading) => {
    while (!leading.aborted) {
      await anchorIfDue(options);
      await pause(lookEveryMs, undefined, { signal: leading, ref: false }).catch(() => undefined);
    }
  }, signal);
}

/** An authority that does not answer is asked again at the next look. @returns how many anchors were recorded */
export async function anchorIfDue({
  anchors,
  authorities,
  clock,
  log,
}: Pick<KeepAnchoringOptions, 'anchors' | 'authorities' | 'clock' | 'log'>): Promise<number> {
  let recorded = 0;
  for (const authority of authorities) {
    try {
      const last = (await anchors.all()).filter((anchor) => anchor.authority === authority).at(-1);
      const now = clock.now();
      if (last && millisOf(now) - millisOf(last.recordedAt as never) < OFTEN_MS) continue;
      if (await anchors.stamp(authority, ownContext(now))) recorded++;
    } catch (error) {
      log('warn', 'no timestamp was given', {
        authority,
        error: error instanceof Error ? error.message : String(error),
      });
    }
  }
  return recorded;
}
