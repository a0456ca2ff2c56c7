import { collected, sampleEvent, sampleEvents } from '@liggare/event-store-contract';
import { createTestLog, type TestLog } from './testing/test-log.js';

describe('appends that are written together', () => {
  let log: TestLog;

  beforeEach(async () => {
    log = await createTestLog();
  });

  afterEach(() => log.close());

  it('each have their own outcome', async () => {
    const store = log.open();
    const before = [sampleEvents(2), sampleEvents(1)] as const;
    await store.append('old-1', before[0], 'any');
    await store.append('old-2', before[1], 'any');
    const refused = String.fromCharCode(0);
    const outcomes = await Promise.allSettled([
      store.append('new-1', sampleEvents(2), 'no-stream'),
      store.append('old-1', sampleEvents(1), 'no-stream'),
      store.append('old-2', before[1], 'no-stream'),
      store.append('new-2', [before[0][0]!], 'any'),
      store.append(`new-${refused}`, sampleEvents(1), 'any'),
      store.append('new-3', [sampleEvent(10n)], 'any'),
      store.append('new-4', [], 'any'),
      store.append('new-5', sampleEvents(3), 'any'),
    ]);
    expect(outcomes).toMatchObject([
      { value: { revision: 1n, position: 5n, repeated: false } },
      { reason: { name: 'WrongExpectedRevision', actual: 1n } },
      { value: { revision: 0n, position: 3n, repeated: true } },
      { reason: { name: 'EventIdConflict', stream: 'new-2' } },
      { reason: { code: '22021' } },
      { reason: { name: 'TypeError' } },
      { reason: { name: 'RangeError' } },
      { value: { revision: 2n, position: 8n, repeated: false } },
    ]);
    const positions = (await collected(store.readAll())).map(({ position }) => Number(position));
    expect(positions).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('each have their own outcome also when nothing spoils the transaction', async () => {
    const store = log.open();
    const known = sampleEvents(2);
    await store.append('old-1', known, 'any');
    const batch = () => [
      store.append('new-1', sampleEvents(2), 'any'),
      store.append('old-1', known, 17n),
      store.append('new-2', [known[1]!, sampleEvent()], 'any'),
      store.append('new-3', sampleEvents(1), 0n),
      store.append('new-4', sampleEvents(1), 'no-stream'),
    ];
    expect(await Promise.allSettled(batch())).toMatchObject([
      { value: { revision: 1n, position: 4n, repeated: false } },
      { value: { revision: 1n, position: 2n, repeated: true } },
      { reason: { name: 'EventIdConflict', stream: 'new-2' } },
      { reason: { name: 'WrongExpectedRevision', expected: 0n, actual: -1n } },
      { value: { revision: 0n, position: 5n, repeated: false } },
    ]);
    expect(await store.head()).toBe(5n);
  });

  it('go into one transaction, one append per stream', async () => {
    const store = log.open();
    await store.append('s-0', sampleEvents(1), 'any');
    await Promise.all(Array.from({ length: 40 }, (_, n) => store.append(`s-${n % 20}`, sampleEvents(1), 'any')));
    const { rows } = await log.database.query(
      `select count(*)::int as events from event_store.event group by xmin order by min(position)`,
    );
    expect(rows).toEqual([{ events: 1 }, { events: 20 }, { events: 20 }]);
  });
});
