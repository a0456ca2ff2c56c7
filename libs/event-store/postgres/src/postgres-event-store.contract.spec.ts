import { describeEventStore } from '@liggare/event-store-contract';
import { createTestLog } from './testing/test-log.js';

describeEventStore('in PostgreSQL', async () => {
  const log = await createTestLog();
  return { store: log.open(), reopen: () => Promise.resolve(log.open()), close: () => log.close() };
});
