export * from './collected.js';
export * from './describe-event-store.js';
export * from './sample-events.js';
export type { Blindness, StoreUnderTest } from './store-under-test.js';
