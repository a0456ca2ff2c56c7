import type { EventStore, LogIdentity, LogOrigin, Position, RecordedEvent } from '@liggare/kernel';
import type { EventStoreKind } from '@liggare/platform';

/** A log and what only its own kind of store can say or do. */
export interface OpenedLog {
  readonly kind: EventStoreKind;
  readonly store: EventStore;
  /** Undefined before anybody has opened it for writing. */
  readOrigin(): Promise<LogIdentity | undefined>;
  /** Gives a new log its origin, or checks that an old one is what the program takes it for. @throws OtherOrigin */
  openOrigin(wanted: LogOrigin): Promise<LogIdentity>;
  /**
   * Writes events of another log at the end, in their order, each with its place in its stream. The log so far is the
   * beginning of the other.
   * @param after the last position there was
   * @returns the last position there is
   */
  writeCopied(after: Position, events: readonly RecordedEvent[]): Promise<Position>;
  close(): Promise<void>;
}
