import { openDatabase } from '@liggare/assembly';
import type { Configuration, Logger } from '@liggare/platform';
import { setTimeout as pause } from 'node:timers/promises';

/** Starts the embedded server again when it was killed; it comes back on the same port, so connections find it. */
export async function keepDatabaseRunning(
  configuration: Configuration,
  isRunning: () => Promise<boolean>,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await pause(500, undefined, { signal }).catch(() => undefined);
    if (signal.aborted || (await isRunning())) continue;
    logger.warn('the embedded PostgreSQL is gone and is started again');
    await openDatabase(configuration).catch((error: unknown) =>
      logger.error({ reason: (error as Error).message }, 'the embedded PostgreSQL did not start'),
    );
  }
}
