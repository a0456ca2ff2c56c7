import type { RecordedEvent } from '../store/event-store.js';

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
  /** The tables (or views) readers may use, by stable name. */
  readonly publishes: readonly string[];
  /**
   * Writes the batch's effects. Called inside a transaction whose `search_path` is this version's schema. Must be
   * deterministic: the same events always give the same rows, whatever the batches.
   */
  apply(events: readonly RecordedEvent[], tx: Tx): Promise<void>;
}
