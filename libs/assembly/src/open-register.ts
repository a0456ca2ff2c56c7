import { connect, migrate, type Database } from '@liggare/database';
import { openOrigin, PostgresEventStore, type LogOrigin } from '@liggare/event-store-postgres';
import { Repository, systemClock, type Clock } from '@liggare/kernel';
import { PostgresRevealer, PostgresSealer, SubjectKeys } from '@liggare/people';
import { createLogger, dataFile, type Configuration, type Logger } from '@liggare/platform';
import { prepareReadModels, ProjectionAdmin, ReadModels } from '@liggare/projections';
import { openDatabase, type OpenDatabase } from './open-database.js';
import { migrations, projections } from './slices.js';

/** Everything a process of the register needs, opened and ready. */
export interface Register {
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly origin: LogOrigin;
  readonly server: OpenDatabase;
  readonly database: Database;
  readonly store: PostgresEventStore;
  readonly repository: Repository;
  readonly revealer: PostgresRevealer;
  readonly readModels: ReadModels;
  readonly projectionAdmin: ProjectionAdmin;
  /** Lets go of connections; the embedded server goes on running. */
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly clock?: Clock;
  readonly logger?: Logger;
}

/**
 * Opens database, log and read models; migrates first. Any number of processes may do this at once.
 * @throws OtherOrigin when the log is not what the program takes it for
 */
export async function openRegister(configuration: Configuration, options: OpenOptions = {}): Promise<Register> {
  const clock = options.clock ?? systemClock;
  const logger = options.logger ?? createLogger(configuration.logLevel);
  const server = await openDatabase(configuration);
  await migrate(server.url, migrations);
  const database = connect(server.url, { max: configuration.databasePool });
  const store = new PostgresEventStore(database, server.url);
  try {
    const origin = await openOrigin(database, { name: configuration.logName, clock: clock.kind });
    await prepareReadModels(database, projections);
    const keys = new SubjectKeys(database, dataFile(configuration, 'keys', 'key-encryption-key'));
    const sealer = new PostgresSealer(keys, origin.name);
    const readModels = new ReadModels({ database, url: server.url, store, clock, projections });
    return {
      ...{ configuration, clock, logger, origin, server, database, store, readModels },
      repository: new Repository(store, { sealer }),
      revealer: new PostgresRevealer(database, keys, origin.name, (broken) =>
        logger.error({ ...broken }, 'a sealed value does not open'),
      ),
      projectionAdmin: new ProjectionAdmin({ store, database, projections, clock }),
      async close() {
        await readModels.close();
        await store.close();
        await database.end();
      },
    };
  } catch (error) {
    await store.close();
    await database.end();
    throw error;
  }
}
