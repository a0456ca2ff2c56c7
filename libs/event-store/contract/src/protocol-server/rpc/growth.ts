import type { EventLog } from '../log/event-log.js';

/** Sleeps until the log grows or the client goes away. */
export class Growth {
  private wake: (() => void) | undefined;

  constructor(log: EventLog, outlet: { onClose(listener: () => void): void }) {
    const stop = log.onGrowth(() => this.wake?.());
    outlet.onClose(() => {
      stop();
      this.wake?.();
    });
  }

  next(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }
}
