import { connect, migrate, type Database } from '@liggare/database';
import {
  Repository,
  systemClock,
  type Clock,
  type EventStore,
  type LogIdentity,
  type LogOrigin,
} from '@liggare/kernel';
import {
  eraseAgain,
  erasedKeysOf,
  keyEncryptionOf,
  PostgresRevealer,
  PostgresSealer,
  ProtectedSubjects,
  SubjectKeys,
  type KeyEncryption,
} from '@liggare/people';
import { createLogger, type Configuration, type Logger } from '@liggare/platform';
import {
  prepareReadModels,
  ProjectionAdmin,
  ReadModels,
  recordLog,
  refuseOtherLog,
  refuseShorterLog,
} from '@liggare/projections';
import { openEventStore } from './event-store/open-event-store.js';
import type { OpenedLog } from './event-store/opened-log.js';
import { openDatabase, type OpenDatabase } from './open-database.js';
import { migrations, projections, ownStreams } from './slices.js';

/** Everything a process of the register needs, opened and ready. */
export interface Register {
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly origin: LogOrigin;
  /** Which log it is: its origin, its store, its id. */
  readonly log: LogIdentity;
  readonly server: OpenDatabase;
  readonly database: Database;
  readonly store: EventStore;
  readonly repository: Repository;
  readonly revealer: PostgresRevealer;
  /** Under which personal values are sealed. */
  readonly keys: SubjectKeys;
  /** What the keys of subjects are wrapped by. */
  readonly keyEncryption: KeyEncryption;
  /** Whose personal values are withheld. */
  readonly protection: ProtectedSubjects;
  readonly readModels: ReadModels;
  readonly projectionAdmin: ProjectionAdmin;
  /** Lets go of connections; the embedded server goes on running. */
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** Also when what readers see was built from another log, or from more of this one: for building it anew. */
  readonly readModelsOfAnyLog?: boolean;
}

/**
 * Opens database, log and read models; migrates first. Any number of processes may do this at once.
 * @throws OtherOrigin when the log is not what the program takes it for; ReadModelsOfAnotherLog when it was moved;
 *   LogBehindReadModels when it was restored from a backup older than the read models
 */
export async function openRegister(configuration: Configuration, options: OpenOptions = {}): Promise<Register> {
  const clock = options.clock ?? systemClock;
  const logger = options.logger ?? createLogger(configuration.logLevel);
  const server = await openDatabase(configuration);
  await migrate(server.url, migrations);
  const database = connect(server.url, { max: configuration.databasePool });
  const opened = openEventStore(configuration, { url: server.url, database }, logger, ownStreams);
  const { store } = opened;
  try {
    const log = await openLog(opened, database, { name: configuration.logName, clock: clock.kind }, options);
    await prepareReadModels(database, projections, { logId: log.id });
    const again = await eraseAgain(database, await erasedKeysOf(configuration).all());
    if (again > 0) logger.warn({ keys: again }, 'a restored database had keys that were destroyed; they are again');
    const keyEncryption = keyEncryptionOf(configuration, database);
    const keys = new SubjectKeys(database, keyEncryption);
    const sealer = new PostgresSealer(keys, log.name);
    const protection = new ProtectedSubjects(database, store);
    const readModels = new ReadModels({ database, url: server.url, store, clock, projections });
    return {
      ...{ configuration, clock, logger, log, server, database, store, keys, keyEncryption, protection, readModels },
      origin: { name: log.name, clock: log.clock },
      repository: new Repository(store, { sealer }),
      revealer: new PostgresRevealer(
        database,
        keys,
        log.name,
        (broken) => logger.error({ ...broken }, 'a sealed value does not open'),
        protection,
      ),
      projectionAdmin: new ProjectionAdmin({ store, logId: log.id, database, projections, clock }),
      async close() {
        await readModels.close();
        await opened.close();
        await database.end();
      },
    };
  } catch (error) {
    await opened.close();
    await database.end();
    throw error;
  }
}

/** Nothing is written to a store that the read models do not belong to. */
async function openLog(
  opened: OpenedLog,
  database: Database,
  wanted: LogOrigin,
  { readModelsOfAnyLog = false }: OpenOptions,
): Promise<LogIdentity> {
  const names = projections.map((projection) => projection.name);
  const isNew = (await opened.readOrigin()) === undefined;
  if (isNew && !readModelsOfAnyLog) await refuseOtherLog(database, names, { ...wanted, id: '', store: opened.kind });
  const log = await opened.openOrigin(wanted);
  await recordLog(database, log);
  if (!readModelsOfAnyLog) {
    await refuseOtherLog(database, names, log);
    await refuseShorterLog(database, names, log, await opened.store.head());
  }
  return log;
}
