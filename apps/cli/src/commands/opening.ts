import { openDatabase, openRegister, type Register } from '@liggare/assembly';
import { connect } from '@liggare/database';
import { readOrigin, type LogOrigin } from '@liggare/event-store-postgres';
import { systemClock } from '@liggare/kernel';
import { readConfiguration, type Configuration } from '@liggare/platform';
import { ReplayClock } from '../demo/replay-clock.js';
import { CommandFailed, EXIT } from '../exit-codes.js';

/** The log of a demo has a name of its own. */
const DEMO_LOG = 'demo.local/liggare';

export function configurationFor(demo: boolean): Configuration {
  const configuration = readConfiguration();
  return demo ? { ...configuration, logName: DEMO_LOG } : configuration;
}

/**
 * Opens the register that is there, demo or real, for a short command.
 * @throws CommandFailed when there is none yet
 */
export async function openExisting<T>(work: (register: Register) => Promise<T>): Promise<T> {
  const configuration = readConfiguration();
  const { url, embedded } = await openDatabase(configuration);
  try {
    const origin = await originOf(url);
    const clock = origin.clock === 'demo' ? new ReplayClock() : systemClock;
    const register = await openRegister({ ...configuration, logName: origin.name }, { clock });
    try {
      return await work(register);
    } finally {
      await register.close();
    }
  } finally {
    // A server that was found running is somebody else's to stop.
    if (embedded?.startedHere) await embedded.stop();
  }
}

async function originOf(url: string): Promise<LogOrigin> {
  const database = connect(url, { max: 1 });
  try {
    const origin = await readOrigin(database).catch(() => undefined);
    if (!origin) throw new CommandFailed('there is no register here yet: start "liggare serve" first', EXIT.notFound);
    return origin;
  } finally {
    await database.end();
  }
}
