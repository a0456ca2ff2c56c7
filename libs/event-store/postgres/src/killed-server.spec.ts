import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, EmbeddedPostgres, migrate, type Database } from '@liggare/database';
import { collected, sampleEvent } from '@liggare/event-store-contract';
import { isCaughtUp, START, type NewEvent, type Position, type RecordedEvent } from '@liggare/kernel';
import { eventStoreMigrations } from './event-store-migrations.js';
import { PostgresEventStore } from './postgres-event-store.js';

const WRITERS = 8;
const KILLS = 3;

describe('when the server is killed with kill -9 under load', () => {
  let directory: string;
  let server: EmbeddedPostgres;
  let database: Database;
  let store: PostgresEventStore;
  // Ends the writers and the subscription whatever the test comes to.
  const stopping = new AbortController();
  const reading = new AbortController();

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'liggare-killed-'));
    server = await EmbeddedPostgres.start({ directory });
    await migrate(server.url(), [eventStoreMigrations]);
    database = connect(server.url());
    store = new PostgresEventStore(database, server.url(), { pollMs: 100 });
  }, 60_000);

  afterAll(async () => {
    stopping.abort();
    reading.abort();
    await store.close();
    await database.end();
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }, 60_000);

  it('every acknowledged append is there exactly once, and a subscription goes on', async () => {
    const acknowledged = new Map<string, Position>();
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      for (let n = 0; !stopping.signal.aborted; n++) {
        const event = sampleEvent({ writer, n });
        const position = await untilAppended(`s-${writer}`, event, BigInt(n - 1));
        acknowledged.set(event.eventId, position);
      }
    });
    const subscribed = subscribeThroughFailures(reading.signal);
    for (let kills = 0; kills < KILLS; kills++) {
      const before = acknowledged.size;
      while (acknowledged.size < before + 300) await pause(10);
      await kill();
      const again = await EmbeddedPostgres.start({ directory });
      expect(again.port).toBe(server.port);
      expect(again.startedHere).toBe(true);
    }
    const before = acknowledged.size;
    while (acknowledged.size < before + 100) await pause(10);
    stopping.abort();
    await Promise.all(writers);

    const log = await collected(store.readAll());
    expect(log.map(({ position }) => Number(position))).toEqual(log.map((_, i) => i + 1));
    const inLog = new Map(log.map(({ eventId, position }) => [eventId, position]));
    expect(inLog.size).toBe(log.length);
    expect([...acknowledged].filter(([id, position]) => inLog.get(id) !== position)).toEqual([]);
    // A writer stops at an answer, so that nothing is in the log that was not acknowledged.
    expect(log).toHaveLength(acknowledged.size);
    for (let writer = 0; writer < WRITERS; writer++) {
      const events = await collected(store.readStream(`s-${writer}`));
      expect(events.map(({ data }) => data)).toEqual(events.map((_, n) => ({ writer, n })));
    }
    const { events, failed } = await subscribed(log.length);
    expect(events.map(({ eventId }) => eventId)).toEqual(log.map(({ eventId }) => eventId));
    expect(failed).toBeGreaterThan(0);
  }, 120_000);

  async function kill(): Promise<void> {
    const file = await readFile(join(directory, 'cluster', 'postmaster.pid'), 'utf8');
    process.kill(Number(file.split('\n')[0]), 'SIGKILL');
    while (await server.isRunning()) await pause(10);
  }

  async function untilAppended(stream: string, event: NewEvent, expected: bigint): Promise<Position> {
    for (;;) {
      try {
        return (await store.append(stream, [event], expected)).position;
      } catch (error) {
        expect(error).not.toMatchObject({ name: expect.stringMatching(/WrongExpected|Conflict/) as unknown });
        if (stopping.signal.aborted && !(await server.isRunning())) throw error;
        await pause(20);
      }
    }
  }

  /** Subscribes again after every failure, from the last position seen. */
  function subscribeThroughFailures(signal: AbortSignal) {
    const events: RecordedEvent[] = [];
    let after: Position = START;
    let failed = 0;
    const ended = (async () => {
      while (!signal.aborted) {
        try {
          for await (const message of store.subscribe({ after, signal })) {
            if (isCaughtUp(message)) continue;
            events.push(message);
            after = message.position;
          }
        } catch {
          failed++;
          await pause(20);
        }
      }
    })();
    return async (count: number) => {
      while (events.length < count) await Promise.race([pause(10), ended]);
      return { events, failed };
    };
  }
});

function pause(ms: number): Promise<void> {
  return new Promise((next) => setTimeout(next, ms));
}
