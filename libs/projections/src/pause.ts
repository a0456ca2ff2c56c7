/** Waits `ms`, or until the signal is aborted, whichever comes first. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}

/** How long to wait before attempt `attempt` + 1: doubling from 50 ms to 10 s. */
export function backOff(attempt: number): number {
  return Math.min(10_000, 50 * 2 ** Math.min(attempt - 1, 10));
}
