import { setImmediate as ioTurn } from 'node:timers/promises';
import type { Transaction } from '@liggare/database';
import { parseStreamName, type DomainEvent, type RecordedEvent } from '@liggare/kernel';
import { alreadyWritten, FoldedStream, type Fold } from './bitemporal-fold.js';
import { readJournal, writeJournal, type JournalEntry } from './journal.js';
import { LateIndexes } from './late-indexes.js';
import { RowBuffer } from './row-buffer.js';

type AnyFold = Fold<never>;
type Streams = Map<string, FoldedStream<unknown>>;

/** The folded streams of one schema, and which transaction last wrote what they say. */
interface Place {
  readonly name: string;
  readonly streams: Streams;
  writtenBy?: string;
}

/** How many events are folded while the ones before them are written. */
const CHUNK = 500;
/** How many events are folded before the database's answers are looked at. */
const BREATH = 100;

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
    await foldAndWrite(events, streams, today, tx);
    const { rows } = await tx.query<{ xmin: string }>('update progress set position = $1 returning xmin::text', [
      String(last.position),
    ]);
    await this.indexes.make(tx, place.name, events.length);
    for (const id of place.streams.keys()) {
      if (place.streams.size <= this.size) break;
      place.streams.delete(id);
    }
    place.writtenBy = rows[0]!.xmin;
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
    // Until this batch is written nothing vouches for what is in memory.
    delete place.writtenBy;
    return place;
  }

  /** The streams of these events, folded up to where the tables are; the ones used last are kept longest. */
  private async load(events: readonly RecordedEvent[], { streams }: Place, tx: Transaction): Promise<Streams> {
    const wanted: Streams = new Map();
    const missing: string[] = [];
    for (const { stream } of events) {
      const { category, id } = parseStreamName(stream);
      if (wanted.has(id)) continue;
      const known = streams.get(id);
      if (!known) missing.push(id);
      wanted.set(id, known ?? new FoldedStream(id, this.foldOf(category) as AnyFold));
    }
    if (missing.length > 0) {
      for (const entry of await readJournal(tx, missing)) wanted.get(entry.stream)!.apply(entry, alreadyWritten);
    }
    for (const [id, stream] of wanted) {
      streams.delete(id);
      streams.set(id, stream);
    }
    return wanted;
  }
}

/** Folding takes this process's time and writing the database's: each chunk is folded while the one before is written. */
async function foldAndWrite(
  events: readonly RecordedEvent[],
  streams: Streams,
  today: (event: RecordedEvent) => DomainEvent,
  tx: Transaction,
): Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  try {
    for (let start = 0; start < events.length; start += CHUNK) {
      const buffer = new RowBuffer();
      const journal: JournalEntry[] = [];
      for (const recorded of events.slice(start, start + CHUNK)) {
        const { id } = parseStreamName(recorded.stream);
        const entry = { stream: id, event: today(recorded), position: recorded.position, eventId: recorded.eventId };
        streams.get(id)!.apply(entry, buffer);
        if (journal.push(entry) % BREATH === 0) await ioTurn();
      }
      await writing;
      writing = buffer.write(tx).then(() => writeJournal(tx, journal));
      writing.catch(() => undefined);
    }
  } finally {
    // Whatever happens, the connection is idle again when the caller gets it back.
    await Promise.allSettled([writing]);
  }
  await writing;
}
