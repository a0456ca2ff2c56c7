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

/** A clock that stands still until it is set. For the demo's chronology and for tests. */
export class DemoClock implements Clock {
  readonly kind = 'demo';

  constructor(private current: Instant) {}

  now(): Instant {
    return this.current;
  }

  set(moment: Instant): void {
    this.current = moment;
  }
}
