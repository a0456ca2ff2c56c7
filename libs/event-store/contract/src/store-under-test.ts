import type { EventStore } from '@liggare/kernel';

/**
 * What a store may be unable to know, because its log has no index that would tell.
 * - `ids-in-other-streams`: an append is recognised by its ids in the stream it is for, and ids that stand in another
 *   stream are new there. Ids are derived from what is decided about one stream, so nobody sends one to two streams
 *   but by a fault of his own.
 * - `twins-in-other-processes`: of two processes that append the same events at the same time, that is before the one
 *   can have seen the other's in the log, both may believe to have written them. They are written once, and both get
 *   the same place.
 */
export type Blindness = 'ids-in-other-streams' | 'twins-in-other-processes';

/** An empty log and the ways to it. */
export interface StoreUnderTest {
  readonly store: EventStore;
  /** Another instance on the same data, as another process would have it. */
  readonly reopen: () => Promise<EventStore>;
  /** Nothing unless given. */
  readonly blindTo?: readonly Blindness[];
  /** Ends every instance and removes the data. */
  readonly close: () => Promise<void>;
}

/** Where a group of the contract's tests finds the log of the test that runs. */
export type Current = () => StoreUnderTest;
