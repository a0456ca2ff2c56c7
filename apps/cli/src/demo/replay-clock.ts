import { systemClock, type Clock, type Instant } from '@liggare/kernel';

/**
 * The clock of a demo log. While the chronology is loaded it stands where it is set; once released it runs like the
 * computer's, so that what a visitor records gets today's date. Its kind stays `demo` for ever: the log's origin
 * says so.
 */
export class ReplayClock implements Clock {
  readonly kind = 'demo';
  private stopped: Instant | undefined;

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
