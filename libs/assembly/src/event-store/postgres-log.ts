import { connect, migrate, type Database } from '@liggare/database';
import {
  eventStoreMigrations,
  openOrigin,
  PostgresEventStore,
  readOrigin,
  writeCopied,
} from '@liggare/event-store-postgres';
import type { OpenedLog } from './opened-log.js';

/** The log in schema `event_store` of a database that is open already; closing leaves the database open. */
export function postgresLog(url: string, database: Database): OpenedLog {
  const store = new PostgresEventStore(database, url);
  return {
    kind: 'postgres',
    store,
    readOrigin: () => readOrigin(database),
    openOrigin: (wanted) => openOrigin(database, wanted),
    writeCopied: (after, events) => writeCopied(database, after, events),
    close: () => store.close(),
  };
}

/** The log of a database of which nothing else is wanted. Its schema is brought up to date. */
export async function openPostgresLog(url: string): Promise<OpenedLog> {
  await migrate(url, [eventStoreMigrations]);
  const database = connect(url, { max: 3 });
  const log = postgresLog(url, database);
  return {
    ...log,
    async close() {
      await log.close();
      await database.end();
    },
  };
}
