import {
  migrations,
  openDatabase,
  openEventStore,
  openRegister,
  type OpenOptions,
  type Register,
  ownStreams,
} from '@liggare/assembly';
import { connect, migrate } from '@liggare/database';
import { DemoClock, systemClock, type LogOrigin } from '@liggare/kernel';
import { createLogger, readConfiguration, type Configuration, type EventStoreKind } from '@liggare/platform';
import { CommandFailed, EXIT } from '../exit-codes.js';

/** The log of a demo has a name of its own. */
const DEMO_LOG = 'demo.local/liggare';

export function configurationFor(demo: boolean, eventStore?: EventStoreKind): Configuration {
  const configuration = readConfiguration(undefined, eventStore ? { LIGGARE_EVENT_STORE: eventStore } : {});
  return demo ? { ...configuration, logName: DEMO_LOG } : configuration;
}

/**
 * Opens the register that is there, demo or real, for a short command.
 * @throws CommandFailed when there is none yet
 */
export async function openExisting<T>(
  eventStore: EventStoreKind | undefined,
  work: (register: Register) => Promise<T>,
  options: Pick<OpenOptions, 'readModelsOfAnyLog'> = {},
): Promise<T> {
  const configuration = configurationFor(false, eventStore);
  const { url, embedded } = await openDatabase(configuration);
  try {
    const origin = await originOf(configuration, url);
    const clock = origin.clock === 'demo' ? new DemoClock() : systemClock;
    const register = await openRegister({ ...configuration, logName: origin.name }, { ...options, clock });
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

async function originOf(configuration: Configuration, url: string): Promise<LogOrigin> {
  await migrate(url, migrations);
  const database = connect(url, { max: 1 });
  const log = openEventStore(configuration, { url, database }, createLogger('silent'), ownStreams);
  try {
    const origin = await log.readOrigin();
    if (!origin) throw new CommandFailed('there is no register here yet: start "liggare serve" first', EXIT.notFound);
    return origin;
  } finally {
    await log.close();
    await database.end();
  }
}
