import type { EventMetadata } from '../events/envelope.js';
import type { Instant } from '../time/instant.js';
import type { Position } from './position.js';

/** An event on its way into the store. Event ids are deterministic (see `derivedId`), so a retry is recognised. */
export interface NewEvent {
  readonly eventId: string;
  readonly type: string;
  /** Plain JSON. */
  readonly data: unknown;
  readonly metadata: EventMetadata;
}

/** An event as the log has it. */
export interface RecordedEvent<Data = unknown> {
  readonly position: Position;
  readonly stream: string;
  /** Place in its stream: 0, 1, 2 … without gaps. */
  readonly revision: bigint;
  readonly eventId: string;
  readonly type: string;
  readonly recordedAt: Instant;
  readonly data: Data;
  readonly metadata: EventMetadata;
}

/** What the writer believes the stream's last revision to be. */
export type ExpectedRevision = 'any' | 'no-stream' | 'stream-exists' | bigint;

export interface AppendResult {
  /** Revision and position of the last event of this append. */
  readonly revision: bigint;
  readonly position: Position;
  /** True when these very events were already there and nothing was written. */
  readonly repeated: boolean;
}

export type Direction = 'forwards' | 'backwards';

export interface Filter {
  /** Only these event types. */
  readonly types?: readonly string[];
  /** Only streams whose name begins with one of these. */
  readonly streamPrefixes?: readonly string[];
}

/** A subscription has delivered everything up to `position` and now waits. Sent again whenever that moves. */
export interface CaughtUp {
  readonly caughtUp: true;
  readonly position: Position;
}

export function isCaughtUp(message: RecordedEvent | CaughtUp): message is CaughtUp {
  return 'caughtUp' in message;
}

export interface ReadStreamOptions {
  /** First revision to read (inclusive). Forwards from 0, backwards from the last, unless given. */
  readonly from?: bigint;
  readonly direction?: Direction;
  readonly limit?: number;
}

export interface ReadAllOptions {
  /** Exclusive: forwards the events after it, backwards the events before it. */
  readonly after?: Position;
  readonly direction?: Direction;
  readonly limit?: number;
  readonly filter?: Filter;
}

export interface SubscribeOptions {
  /** Exclusive; from the beginning unless given. */
  readonly after?: Position;
  readonly filter?: Filter;
  /** Ends the subscription: the iteration returns, without an error. */
  readonly signal: AbortSignal;
}

/** The log. What an implementation must do is defined by the contract suite in `libs/event-store/contract`. */
export interface EventStore {
  /**
   * Appends all the events or none of them, after each other, to one stream.
   *
   * Appending the same event ids again is a success that writes nothing, whatever the stream has become since.
   * @throws RangeError there are no events
   * @throws TypeError an event is not plain JSON
   * @throws WrongExpectedRevision the stream is not where the writer believed
   * @throws EventIdConflict some, but not all, of the event ids are taken, they stand in another stream or order, or one stands twice
   */
  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendResult>;

  /** A stream that does not exist reads as empty. */
  readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<RecordedEvent>;

  readAll(options?: ReadAllOptions): AsyncIterable<RecordedEvent>;

  /** Every event once, in order, for as long as the signal is not aborted. Holds at most one page in memory. */
  subscribe(options: SubscribeOptions): AsyncIterable<RecordedEvent | CaughtUp>;

  /** Position of the last event, `START` for an empty log. */
  head(): Promise<Position>;

  /**
   * The last position at which nothing recorded later than `moment` is included: what was known then.
   * Recorded times are labels on the order of the log, so the answer is the longest prefix in which every label is
   * at or before `moment`.
   */
  positionAt(moment: Instant): Promise<Position>;
}

export class WrongExpectedRevision extends Error {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    /** -1n: the stream does not exist. */
    readonly actual: bigint,
  ) {
    super(`stream ${stream} is at revision ${actual}, not ${String(expected)}`);
    this.name = 'WrongExpectedRevision';
  }
}

export class EventIdConflict extends Error {
  constructor(readonly stream: string) {
    super(`event ids of this append are already taken in another place or order (stream ${stream})`);
    this.name = 'EventIdConflict';
  }
}

/** The revision of a stream that has no events. */
export const NO_EVENTS = -1n;

export function meetsExpectation(actual: bigint, expected: ExpectedRevision): boolean {
  switch (expected) {
    case 'any':
      return true;
    case 'no-stream':
      return actual === NO_EVENTS;
    case 'stream-exists':
      return actual !== NO_EVENTS;
    default:
      return actual === expected;
  }
}

export function matchesFilter(event: { stream: string; type: string }, filter: Filter | undefined): boolean {
  if (filter?.types && !filter.types.includes(event.type)) return false;
  return !filter?.streamPrefixes || filter.streamPrefixes.some((prefix) => event.stream.startsWith(prefix));
}
