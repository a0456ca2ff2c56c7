import { instantFromMillis, type Instant } from './instant.js';

/** Where the present comes from. Nothing in the product asks the computer for the time in any other way. */
export interface Clock {
  /** `system` is the computer's clock; `demo` is set by hand, and a log written under it says so in its origin. */
  readonly kind: 'system' | 'demo';
  now(): Instant;
}

export const systemClock: Clock = {
  kind: 'system',
  now: () => instantFromMillis(Date.now()),
};

/**
 * The clock of a demo log, and of tests. It stands still where it is set; released, or never set, it runs like the
 * computer's, so that what a visitor of the demo records gets today's date. Its kind stays `demo` for ever: the log's
 * origin says so.
 */
export class DemoClock implements Clock {
  readonly kind = 'demo';

  constructor(private stopped?: Instant | undefined) {}

  now(): Instant {
    return this.stopped ?? systemClock.now();
  }

  set(moment: Instant): void {
    this.stopped = moment;
  }

  release(): void {
    this.stopped = undefined;
  }
}
