import { EventStoreDb } from '../event-store-db.js';
import type { EventStoreDbOptions } from '../options.js';

/** Whatever can be stopped and says how it is reached. */
export interface Server {
  readonly connectionString: string;
  stop(how?: { readonly kill?: boolean }): Promise<void>;
}

/** Stores on a server of a test's own; all of it ends with the block. Impatient, so that tests need not be patient. */
export class OpenStores<S extends Server> implements AsyncDisposable {
  private readonly stores: EventStoreDb[] = [];

  constructor(readonly server: S) {}

  open(options: EventStoreDbOptions = {}, parameters = ''): EventStoreDb {
    const impatient = { probeMs: 50, deadlineMs: 300, patienceMs: 10_000 };
    const store = EventStoreDb.connect(this.server.connectionString + parameters, { ...impatient, ...options });
    this.stores.push(store);
    return store;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.stores.map((store) => store.close()));
    await this.server.stop({ kill: true });
  }
}
