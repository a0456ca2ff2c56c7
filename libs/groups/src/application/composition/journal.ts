import type { Transaction } from '@liggare/database';
import { position } from '@liggare/kernel';
import type { FoldedEvent } from './bitemporal-fold.js';
import { copyIn, copyText } from './copy-in.js';

/** An event that was folded, and the id of its stream. */
export interface JournalEntry extends FoldedEvent {
  readonly stream: string;
}

interface JournalRow {
  readonly stream: string;
  readonly position: string;
  readonly event_id: string;
  readonly type: string;
  readonly data: string;
}

export async function writeJournal(tx: Transaction, entries: readonly JournalEntry[]): Promise<void> {
  let lines = '';
  for (const { stream, position: at, eventId, event } of entries) {
    lines += `${stream}\t${at}\t${eventId}\t${event.type}\t${copyText(JSON.stringify(event.data))}\n`;
  }
  await copyIn(tx, 'copy journal (stream, position, event_id, type, data) from stdin', lines);
}

/** Everything that was folded of these streams, each in order. */
export async function readJournal(tx: Transaction, streams: readonly string[]): Promise<readonly JournalEntry[]> {
  const { rows } = await tx.query<JournalRow>(
    'select * from journal where stream = any($1::uuid[]) order by stream, position',
    [`{${streams.join(',')}}`],
  );
  return rows.map((row) => ({
    stream: row.stream,
    event: { type: row.type, data: JSON.parse(row.data) as unknown },
    position: position(row.position),
    eventId: row.event_id,
  }));
}
