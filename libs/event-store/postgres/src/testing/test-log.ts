import { connect, createTestDatabase, migrate, type Database } from '@liggare/database';
import { eventStoreMigrations } from '../event-store-migrations.js';
import { PostgresEventStore, type PostgresEventStoreOptions } from '../postgres-event-store.js';

/** An empty log in a database of its own, and any number of stores on it. */
export interface TestLog {
  readonly url: string;
  readonly database: Database;
  open(options?: PostgresEventStoreOptions, database?: Database): PostgresEventStore;
  close(): Promise<void>;
}

export async function createTestLog(): Promise<TestLog> {
  const { url, drop } = await createTestDatabase();
  await migrate(url, [eventStoreMigrations]);
  const pools: Database[] = [];
  const stores: PostgresEventStore[] = [];
  const pool = () => {
    const made = connect(url, { max: 5 });
    pools.push(made);
    return made;
  };
  return {
    url,
    database: pool(),
    open(options = {}, database = pool()) {
      const store = new PostgresEventStore(database, url, options);
      stores.push(store);
      return store;
    },
    async close() {
      await Promise.all(stores.map((store) => store.close()));
      await Promise.all(pools.map((made) => made.end()));
      await drop();
    },
  };
}
