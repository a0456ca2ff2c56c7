import type { Transaction } from '@liggare/database';
import { parseStreamName, position, type DomainEvent, type RecordedEvent } from '@liggare/kernel';
import { alreadyWritten, FoldedStream, type Fold, type FoldedEvent } from './bitemporal-fold.js';
import { copyIn, copyText } from './copy-in.js';
import { LateIndexes } from './late-indexes.js';
import { RowBuffer } from './row-buffer.js';

type AnyFold = Fold<never>;

interface JournalRow {
  readonly stream: string;
  readonly position: string;
  readonly event_id: string;
  readonly type: string;
  readonly data: string;
}

type JournalEntry = FoldedEvent & { readonly stream: string };

/** The folded streams of one schema, and which transaction last wrote what they say. */
interface Place {
  readonly name: string;
  readonly streams: Map<string, FoldedStream<unknown>>;
  writtenBy?: string;
}

/**
 * Keeps the streams that were folded last, and folds others again from the journal.
 *
 * What is in memory may be ahead of the tables (a transaction was rolled back) or behind (another process wrote). Both
 * show: every batch rewrites the one row of `progress`, so that row's `xmin` names the transaction that wrote last.
 */
export class FoldCache {
  /** By database and schema: a rebuild runs beside the version that is being read. */
  private readonly places = new Map<string, Place>();
  private readonly indexes = new LateIndexes();

  constructor(
    private readonly size: number,
    private readonly foldOf: (category: string) => unknown,
  ) {}

  async apply(
    events: readonly RecordedEvent[],
    today: (event: RecordedEvent) => DomainEvent,
    tx: Transaction,
  ): Promise<void> {
    const last = events.at(-1);
    if (!last) return;
    const place = await this.trustedPlace(tx);
    const streams = await this.load(events, place, tx);
    const buffer = new RowBuffer();
    const journal: JournalEntry[] = [];
    for (const recorded of events) {
      const { id } = parseStreamName(recorded.stream);
      const folded = { stream: id, event: today(recorded), position: recorded.position, eventId: recorded.eventId };
      streams.get(id)!.apply(folded, buffer);
      journal.push(folded);
    }
    await buffer.write(tx);
    await write(journal, tx);
    const { rows } = await tx.query<{ xmin: string }>('update progress set position = $1 returning xmin::text', [
      String(last.position),
    ]);
    place.writtenBy = rows[0]!.xmin;
    await this.indexes.make(tx, place.name, events.length);
    for (const id of place.streams.keys()) {
      if (place.streams.size <= this.size) break;
      place.streams.delete(id);
    }
  }

  private async trustedPlace(tx: Transaction): Promise<Place> {
    // Rows are closed by their keys, a few of many; the planner cannot know and would rather read whole tables.
    await tx.query('set local enable_hashjoin = off; set local enable_mergejoin = off; set local enable_seqscan = off');
    const { rows } = await tx.query<{ place: string; xmin: string }>(
      `select current_database() || '.' || current_schema() as place, xmin::text from progress`,
    );
    const { place: name, xmin } = rows[0]!;
    let place = this.places.get(name);
    if (place?.writtenBy !== xmin) this.places.set(name, (place = { name, streams: new Map() }));
    return place;
  }

  /** The streams of these events, folded up to where the tables are; the ones used last are kept longest. */
  private async load(
    events: readonly RecordedEvent[],
    { streams }: Place,
    tx: Transaction,
  ): Promise<ReadonlyMap<string, FoldedStream<unknown>>> {
    const wanted = new Map<string, FoldedStream<unknown>>();
    const missing: string[] = [];
    for (const { stream } of events) {
      const { category, id } = parseStreamName(stream);
      if (wanted.has(id)) continue;
      const known = streams.get(id);
      if (!known) missing.push(id);
      wanted.set(id, known ?? new FoldedStream(id, this.foldOf(category) as AnyFold));
    }
    if (missing.length > 0) {
      const { rows } = await tx.query<JournalRow>(
        'select * from journal where stream = any($1::uuid[]) order by stream, position',
        [`{${missing.join(',')}}`],
      );
      for (const row of rows) {
        const event = { type: row.type, data: JSON.parse(row.data) as unknown };
        const folded = { event, position: position(row.position), eventId: row.event_id };
        wanted.get(row.stream)!.apply(folded, alreadyWritten);
      }
    }
    for (const [id, stream] of wanted) {
      streams.delete(id);
      streams.set(id, stream);
    }
    return wanted;
  }
}

async function write(journal: readonly JournalEntry[], tx: Transaction): Promise<void> {
  let lines = '';
  for (const { stream, position, eventId, event } of journal) {
    lines += `${stream}\t${position}\t${eventId}\t${event.type}\t${copyText(JSON.stringify(event.data))}\n`;
  }
  await copyIn(tx, 'copy journal (stream, position, event_id, type, data) from stdin', lines);
}
