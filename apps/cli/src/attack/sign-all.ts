import type { Register } from '@liggare/assembly';
import { dataFile } from '@liggare/platform';
import { lastSigned, openLogKey, readProgress, RefusesToSign, Sequencer, SigningMemory } from '@liggare/transparency';
import { setTimeout as pause } from 'node:timers/promises';

/** As long as the sequencer may take without signing, when it says nothing. */
const SILENT_MS = 1_500;

/** Where the sequencer remembers what it has signed. */
export function signingMemoryOf({ configuration }: Register): string {
  return dataFile(configuration, 'keys', 'last-signed-checkpoint');
}

/** Runs the register's own sequencer until everything is signed. @returns what it said, in the words of the worker's log */
export async function signAll(register: Register): Promise<string> {
  const { configuration, store, log, database, clock } = register;
  const stopping = new AbortController();
  try {
    const sequencer = await Sequencer.open({
      ...{ store, database, clock, logId: log.id, logName: log.name },
      key: await openLogKey(dataFile(configuration, 'keys', 'log-key'), log.name),
      memory: new SigningMemory(signingMemoryOf(register)),
    });
    const running = sequencer.run(stopping.signal);
    const done = await Promise.race([running.then(() => false), whenSigned(register)]);
    stopping.abort();
    await running;
    const signed = (await lastSigned(database))?.size ?? 0;
    return done ? `signed: ${signed} leaves` : `nothing was signed; the last checkpoint has ${signed} leaves`;
  } catch (error) {
    if (error instanceof RefusesToSign) return `error: ${error.message}`;
    throw error;
  } finally {
    stopping.abort();
  }
}

async function whenSigned({ database, store }: Register): Promise<boolean> {
  const head = await store.head();
  for (let waited = 0; waited < SILENT_MS; waited += 10) {
    const [progress, signed] = [await readProgress(database), await lastSigned(database)];
    if (progress && progress.position >= head && signed?.size === progress.size) return true;
    await pause(10);
  }
  return false;
}
