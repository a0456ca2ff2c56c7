import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_MS = 20;
const LONGEST_MS = 2_000;

/** Waits longer from time to time, and never quite as long as others do who began to wait at the same moment. */
export class Backoff {
  private failures = 0;
  private since: number | undefined;

  /** For how long it has failed without getting on, in milliseconds. */
  get failingForMs(): number {
    return this.since === undefined ? 0 : performance.now() - this.since;
  }

  /** It got on. */
  reset(): void {
    this.failures = 0;
    this.since = undefined;
  }

  /** @param signal ends the wait, without an error */
  async wait(signal?: AbortSignal): Promise<void> {
    this.since ??= performance.now();
    const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.failures++);
    await sleep(longest / 2 + randomInt(longest / 2), undefined, signal ? { signal } : {}).catch(() => undefined);
  }
}
