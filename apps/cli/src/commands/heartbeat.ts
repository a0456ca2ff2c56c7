import { rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

export interface Heartbeat {
  /** Rewritten at every beat; how old it is tells whether the process is well. Removed at the end. */
  readonly file: string;
  /** What the process cannot work without. Rejects, or hangs, when it is away. */
  readonly ask: () => Promise<unknown>;
  readonly everyMs?: number;
  readonly signal: AbortSignal;
}

/**
 * For a process that listens to nobody, so that whoever watches it has something to look at: a file that stays young
 * while the event loop turns and `ask` is answered.
 * @throws Error when the file cannot be written: a watcher would take the process for dead
 */
export async function beat({ file, ask, everyMs = 10_000, signal }: Heartbeat): Promise<void> {
  while (!signal.aborted) {
    const answered = await ask().then(
      () => true,
      () => false,
    );
    if (answered) await writeFile(file, '\n');
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
  await rm(file, { force: true });
}
