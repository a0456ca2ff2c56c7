import { MemoryEventStore } from '@liggare/kernel';
import { describeEventStore } from './describe-event-store.js';

describeEventStore('in memory', () => {
  const store = new MemoryEventStore();
  return Promise.resolve({ store, reopen: () => Promise.resolve(store), close: () => Promise.resolve() });
});
