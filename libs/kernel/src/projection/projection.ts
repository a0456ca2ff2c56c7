import type { RecordedEvent } from '../store/event-store.js';

/** What a projection was given before. */
export interface Past {
  /** The events of the stream before `revision` that it was given and that were not skipped, in order. */
  before(stream: string, revision: bigint): AsyncIterable<RecordedEvent>;
}

/**
 * A read model: a pure description of how events become rows. The runtime gives it batches in log order, and writes
 * its checkpoint in the same transaction as its rows, so that every event has its effect exactly once.
 *
 * @typeParam Tx the transaction of the database it writes to
 */
export interface Projection<Tx> {
  /** Kebab-case; also the name of the schema its views are in (with underscores). */
  readonly name: string;
  /** Raised when rows would come out differently. Each version lives in a schema of its own until it is switched to. */
  readonly version: number;
  /** The event types it wants; no others reach it. */
  readonly handles: readonly string[];
  /** DDL of its tables, unqualified names; run once per version in that version's schema. */
  readonly schema: string;
  /**
   * DDL run once per version when it has first caught up with the log, before readers are given it: indexes and
   * constraints, which cost several times less in one go than row by row. `apply` must not depend on them.
   */
  readonly whenFilled?: string;
  /** The tables (or views) readers may use, by stable name. */
  readonly publishes: readonly string[];
  /**
   * Writes the batch's effects. Called inside a transaction whose `search_path` is this version's schema. Must be
   * deterministic: the same events always give the same rows, whatever the batches.
   * @param past for a projection that folds whole streams and no longer has one in memory
   */
  apply(events: readonly RecordedEvent[], tx: Tx, past: Past): Promise<void>;
}
