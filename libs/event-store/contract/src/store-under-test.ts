import type { EventStore } from '@liggare/kernel';

/** An empty log and the ways to it. */
export interface StoreUnderTest {
  readonly store: EventStore;
  /** Another instance on the same data, as another process would have it. */
  readonly reopen: () => Promise<EventStore>;
  /** Ends every instance and removes the data. */
  readonly close: () => Promise<void>;
}

/** Where a group of the contract's tests finds the log of the test that runs. */
export type Current = () => StoreUnderTest;
