import type { Database } from '@liggare/database';
import { delivered, sampleEvents } from '@liggare/event-store-contract';
import { isCaughtUp } from '@liggare/kernel';
import { createTestLog, type TestLog } from './testing/test-log.js';

const EVENTS = 50_000;
const PAGE = 500;

describe('reading 50,000 events', () => {
  let log: TestLog;
  let rowsOfQueries: number[];
  let counting: Database;

  beforeAll(async () => {
    log = await createTestLog();
    const writer = log.open();
    for (let n = 0; n < EVENTS; n += 1_000) await writer.append(`s-${n % 3_000}`, sampleEvents(1_000, n), 'any');
    await writer.append('large-1', sampleEvents(3 * PAGE), 'any');
    counting = countingRows(log.database, (rows) => rowsOfQueries.push(rows));
  }, 60_000);

  beforeEach(() => {
    rowsOfQueries = [];
  });

  afterAll(() => log.close());

  it.each(['forwards', 'backwards'] as const)(
    '%s holds a page, and fetches the next when that is read',
    async (direction) => {
      const store = log.open({ pageSize: PAGE }, counting);
      let read = 0;
      for await (const event of store.readAll({ direction })) {
        read++;
        expect(event.position).toBeGreaterThan(0n);
        // Nothing is fetched ahead of the reader.
        if (rowsOfQueries.length !== Math.ceil(read / PAGE))
          throw new Error(`${rowsOfQueries.length} pages at ${read}`);
      }
      expect(read).toBe(EVENTS + 3 * PAGE);
      expect(Math.max(...rowsOfQueries)).toBe(PAGE);
    },
  );

  it('of one stream holds a page', async () => {
    const store = log.open({ pageSize: PAGE }, counting);
    let read = 0;
    for await (const event of store.readStream('large-1')) read += event.stream === 'large-1' ? 1 : 0;
    expect(read).toBe(3 * PAGE);
    expect(Math.max(...rowsOfQueries)).toBe(PAGE);
  });

  it('by subscription holds a page', async () => {
    const store = log.open({ pageSize: PAGE }, counting);
    const events = await delivered(store, {}, isCaughtUp);
    expect(events).toHaveLength(EVENTS + 3 * PAGE);
    expect(Math.max(...rowsOfQueries)).toBe(PAGE);
  });
});

/** The same pool, telling how many rows each query has brought. */
function countingRows(database: Database, count: (rows: number) => void): Database {
  const query = async (...parameters: Parameters<Database['query']>) => {
    const result = (await (database.query as (...all: unknown[]) => Promise<unknown>).call(
      database,
      ...parameters,
    )) as {
      rows: unknown[];
    };
    count(result.rows.length);
    return result;
  };
  return new Proxy(database, {
    get: (target, key) => (key === 'query' ? query : (Reflect.get(target, key) as unknown)),
  });
}
