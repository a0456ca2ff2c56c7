import { describeEventStore } from '@liggare/event-store-contract';
import { createTestLog } from './testing/test-log.js';

describeEventStore('in PostgreSQL', async () => {
  const log = await createTestLog();
  // Nobody looks by itself: what wakes a subscription here is LISTEN, or the test does not end.
  const open = () => log.open({ pollMs: 600_000 });
  return { store: open(), reopen: () => Promise.resolve(open()), close: () => log.close() };
});
