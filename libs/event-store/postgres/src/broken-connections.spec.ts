import { collected, delivered, sampleEvent, sampleEvents } from '@liggare/event-store-contract';
import { isCaughtUp, START, type EventStore, type NewEvent, type Position, type RecordedEvent } from '@liggare/kernel';
import pg from 'pg';
import { PostgresEventStore } from './postgres-event-store.js';
import { createTestLog, type TestLog } from './testing/test-log.js';

const NOBODY_THERE = 'postgresql://nobody:x@127.0.0.1:1/none';
const OTHERS = 'datname = current_database() and pid <> pg_backend_pid()';

describe('when connections are cut', () => {
  let log: TestLog;
  let admin: pg.Client;

  beforeEach(async () => {
    log = await createTestLog();
    admin = new pg.Client({ connectionString: log.url });
    await admin.connect();
  });

  afterEach(async () => {
    await admin.end();
    await log.close();
  });

  async function cut(condition = 'true'): Promise<number> {
    const { rowCount } = await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where ${OTHERS} and ${condition}`,
    );
    return rowCount ?? 0;
  }

  it('in the middle of appends, sending again loses nothing and doubles nothing', async () => {
    const store = log.open();
    let cuts = 0;
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      const sent: NewEvent[] = [];
      for (let n = 0; cuts < 10; n++) {
        const events = [sampleEvent({ writer, n }), sampleEvent({ writer, n })];
        await untilAppended(store, `s-${writer}`, events, BigInt(2 * n - 1));
        sent.push(...events);
      }
      return sent;
    });
    while (cuts < 10) {
      cuts += await cut(`state = 'active' and query like '%event_store.append%'`);
      await pause(20);
    }
    const written = await Promise.all(writers);
    for (const [writer, sent] of written.entries()) {
      const events = await collected(store.readStream(`s-${writer}`));
      expect(events.map(({ eventId }) => eventId)).toEqual(sent.map(({ eventId }) => eventId));
    }
    const positions = (await collected(store.readAll())).map(({ position }) => Number(position));
    expect(positions).toEqual(Array.from({ length: written.flat().length }, (_, i) => i + 1));
  });

  it('while it waits for another transaction, an append is written on a new connection', async () => {
    const store = log.open();
    const events = sampleEvents(2);
    // Another writer's transaction, so that the append must wait; `admin` sees what waits only outside of it.
    const other = await log.database.connect();
    await other.query('begin');
    await other.query('select from event_store.head for update');
    const appended = store.append('a-1', events, 'no-stream');
    for (let cuts = 0; cuts < 2;) {
      cuts += await cut(`wait_event_type = 'Lock'`);
      await pause(5);
    }
    await other.query('rollback');
    other.release();
    expect(await appended).toMatchObject({ revision: 1n, repeated: false });
    expect(await collected(store.readAll())).toHaveLength(2);
  });

  it('for good, an append says so, and is written once when it is sent again', async () => {
    const away = new PostgresEventStore(log.database, NOBODY_THERE);
    const events = sampleEvents(2);
    await expect(away.append('a-1', events, 'no-stream')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await away.close();
    const store = log.open();
    expect(await store.append('a-1', events, 'no-stream')).toMatchObject({ revision: 1n, repeated: false });
    expect(await store.append('a-1', events, 'no-stream')).toMatchObject({ revision: 1n, repeated: true });
  });

  it('in the middle of a subscription, it goes on after the last position with nothing lost or doubled', async () => {
    const writer = log.open();
    for (let n = 0; n < 3_000; n += 500) await writer.append(`s-${n % 1_000}`, sampleEvents(500, n), 'any');
    const reader = log.open({ pageSize: 10 });
    const seen: RecordedEvent[] = [];
    let after: Position = START;
    let failures = 0;
    let cutting: Promise<unknown> = Promise.resolve();
    while (seen.length < 3_000) {
      try {
        // Cut off every 100 events.
        await delivered(reader, { after }, (message) => {
          if (isCaughtUp(message)) return true;
          seen.push(message);
          after = message.position;
          if (seen.length % 100 === 0) cutting = cut();
          return false;
        });
      } catch (error) {
        expect(error).toMatchObject({ message: expect.stringMatching(/terminat|closed/i) as unknown });
        failures++;
      }
      await cutting;
    }
    expect(failures).toBeGreaterThan(0);
    expect(seen).toEqual(await collected(writer.readAll()));
  });

  it('a subscription that waits hears of new events again, without an error', async () => {
    const store = log.open({ pollMs: 50 });
    const events: RecordedEvent[] = [];
    const controller = new AbortController();
    let cuts = 0;
    for await (const message of store.subscribe({ signal: controller.signal })) {
      if (!isCaughtUp(message)) events.push(message);
      else if (events.length === 5) controller.abort();
      else {
        // Only the connection that listens: the one whose last statement was LISTEN.
        setTimeout(() => {
          void (async () => {
            while ((await cut(`query = 'listen liggare_log'`)) === 0) await pause(5);
            cuts++;
            await log.open().append('a-1', sampleEvents(1), 'any');
          })();
        }, 0);
      }
    }
    expect(cuts).toBe(5);
    expect(events.map(({ revision }) => revision)).toEqual([0n, 1n, 2n, 3n, 4n]);
  });

  it('a subscription that can never listen still delivers, by looking', async () => {
    const deaf = new PostgresEventStore(log.database, NOBODY_THERE, { pollMs: 20 });
    let appended = 0;
    const events = await delivered(deaf, {}, (message, soFar) => {
      if (isCaughtUp(message) && appended++ < 3) void log.open().append('a-1', sampleEvents(2), 'any');
      return soFar.length === 6;
    });
    await deaf.close();
    expect(events.map(({ revision }) => Number(revision))).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

async function untilAppended(
  store: EventStore,
  stream: string,
  events: readonly NewEvent[],
  expected: bigint,
): Promise<void> {
  for (;;) {
    try {
      await store.append(stream, events, expected);
      return;
    } catch (error) {
      if (!/terminat|closed|reset/i.test(String(error))) throw error;
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((next) => setTimeout(next, ms));
}
