/** What the work gives, or undefined as soon as the signal aborts; what comes of the work then concerns nobody. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const abort = () => resolve(undefined);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
    const done = () => signal.removeEventListener('abort', abort);
    work.then(resolve, reject).finally(done);
  });
}
