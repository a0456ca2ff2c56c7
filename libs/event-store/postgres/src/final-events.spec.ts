import { collected, sampleEvents } from '@liggare/event-store-contract';
import { createTestLog, type TestLog } from './testing/test-log.js';

describe('events in PostgreSQL', () => {
  let log: TestLog;

  beforeEach(async () => {
    log = await createTestLog();
  });

  afterEach(() => log.close());

  it.each([
    'update event_store.event set type = $$Other$$',
    'update event_store.event set data = $$[]$$ where revision = 1',
    'delete from event_store.event where revision = 2',
    'truncate event_store.event',
    'truncate event_store.event cascade',
  ])('are final, for their owner too: %s', async (statement) => {
    const store = log.open();
    await store.append('a-1', sampleEvents(3), 'any');
    const before = await collected(store.readAll());
    await expect(log.database.query(statement)).rejects.toMatchObject({ code: '42501' });
    expect(await collected(store.readAll())).toEqual(before);
  });
});
