import type { LogPosition } from './log-position.js';
import type { ProposedEvent, StoredEvent } from './stored-event.js';

/**
 * How records lie in the log. `implicit` is what servers write since version 21: an event is its own commit, both
 * positions are the same. `explicit` is what older logs hold: one commit record behind the events of an append, so that
 * they share a commit position and only their prepare positions differ.
 */
export type Transactions = 'implicit' | 'explicit';

/** Bytes of a record beside its names and its content. */
const PREPARE_OVERHEAD = 90;
const COMMIT_SIZE = 68;

export class Layout {
  constructor(readonly transactions: Transactions) {}

  /** Where the record behind this event begins. */
  endOf(event: StoredEvent): number {
    return event.commit === event.prepare ? event.prepare + recordSize(event) : event.commit + COMMIT_SIZE;
  }
}

/** Where a reader goes on that has seen everything up to this event. No event is there, and none between. */
export function positionBehind(layout: Layout, event: StoredEvent): LogPosition {
  if (event.commit === event.prepare) return { commit: layout.endOf(event), prepare: 0 };
  return { commit: event.commit, prepare: event.prepare + recordSize(event) };
}

/** Gives proposed events their revisions and positions. */
export function placeRecords(
  layout: Layout,
  at: { readonly stream: string; readonly firstRevision: number; readonly from: number; readonly created: number },
  proposed: readonly ProposedEvent[],
): StoredEvent[] {
  let offset = at.from;
  const placed = proposed.map(({ id, type, isJson, data, metadata }, index) => {
    const event = {
      id,
      type,
      isJson,
      data,
      metadata,
      stream: at.stream,
      revision: at.firstRevision + index,
      commit: offset,
      prepare: offset,
      created: at.created,
    };
    offset += recordSize(event);
    return event;
  });
  if (layout.transactions === 'implicit' || placed.length < 2) return placed;
  return placed.map((event) => ({ ...event, commit: offset }));
}

function recordSize(event: Omit<StoredEvent, 'revision'>): number {
  const names = Buffer.byteLength(event.stream) + Buffer.byteLength(event.type);
  return PREPARE_OVERHEAD + names + event.data.length + event.metadata.length;
}
