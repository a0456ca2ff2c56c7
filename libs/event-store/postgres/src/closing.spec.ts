import { collected, sampleEvent, sampleEvents } from '@liggare/event-store-contract';
import { isCaughtUp } from '@liggare/kernel';
import { createTestLog, type TestLog } from './testing/test-log.js';

describe('closing the event store', () => {
  let log: TestLog;

  beforeEach(async () => {
    log = await createTestLog();
  });

  afterEach(() => log.close());

  it('ends subscriptions without an error, those that wait and those that read', async () => {
    const store = log.open({ pollMs: 600_000 });
    await store.append('a-1', sampleEvents(20), 'any');
    const { signal } = new AbortController();
    let caughtUp: () => void = () => undefined;
    const waits = new Promise<void>((resolve) => (caughtUp = resolve));
    const waiting = (async () => {
      for await (const message of store.subscribe({ signal })) if (isCaughtUp(message)) caughtUp();
    })();
    await waits;
    let read = 0;
    for await (const message of store.subscribe({ signal })) {
      if (!isCaughtUp(message)) read++;
      if (read === 7) await store.close();
    }
    await waiting;
    expect(read).toBe(7);
    expect(await collected(store.subscribe({ signal }))).toEqual([]);
  });

  it('writes the appends that wait and takes no more', async () => {
    const store = log.open();
    const appends = Array.from({ length: 30 }, (_, n) => store.append(`s-${n % 3}`, [sampleEvent({ n })], 'any'));
    await store.close();
    await Promise.all(appends);
    await expect(store.append('s-0', sampleEvents(1), 'any')).rejects.toThrow('closed');
    expect(await collected(store.readAll())).toHaveLength(30);
  });

  async function ownConnections(): Promise<number> {
    const { rowCount } = await log.database.query(
      `select from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and query ~ 'event_store.append|listen'`,
    );
    return rowCount ?? -1;
  }

  it('leaves no connection and no timer behind', async () => {
    const left = () =>
      process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap' || kind === 'Timeout').length;
    await log.database.query('select 1');
    const before = left();
    const store = log.open({ pollMs: 600_000 }, log.database);
    const { signal } = new AbortController();
    const subscriptions = Array.from({ length: 20 }, () => collected(store.subscribe({ signal })));
    await store.append('a-1', sampleEvents(3), 'any');
    await until(async () => (await ownConnections()) === 2);
    await store.close();
    for (const messages of await Promise.all(subscriptions)) expect(messages.length).toBeGreaterThan(0);
    // What is idle in the pool is the pool's: a connection and the timer that will end it.
    await until(() => left() <= before + 2 * log.database.totalCount);
    await until(async () => (await ownConnections()) === 0);
  });
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((next) => setTimeout(next, 5));
}
