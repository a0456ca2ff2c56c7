import { setImmediate as ioTurn } from 'node:timers/promises';
import type { Transaction } from '@liggare/database';
import { parseStreamName, type DomainEvent, type Past, type RecordedEvent } from '@liggare/kernel';
import { alreadyWritten, FoldedStream, type Fold, type FoldedEvent } from './bitemporal-fold.js';
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
const CHUNK = 4_000;
/** How many streams are read from the log at the same time. */
const READERS = 8;
/** How many events are folded before the database's answers are looked at. */
const BREATH = 100;

/**
 * Keeps the streams that were folded last, and folds others again from the log.
 *
 * What is in memory may be ahead of the tables (a transaction was rolled back) or behind (another process wrote). Both
 * show: every batch rewrites the one row of `progress`, so that row's `xmin` names the transaction that wrote last.
 */
export class FoldCache {
  /** By database and schema: a rebuild runs beside the version that is being read. */
  private readonly places = new Map<string, Place>();

  constructor(
    private readonly size: number,
    private readonly foldOf: (category: string) => unknown,
  ) {}

  async apply(
    events: readonly RecordedEvent[],
    today: (event: RecordedEvent) => DomainEvent,
    tx: Transaction,
    past: Past,
  ): Promise<void> {
    const last = events.at(-1);
    if (!last) return;
    const place = await this.trustedPlace(tx);
    const streams = await this.load(events, place, today, past);
    await foldAndWrite(events, streams, today, tx);
    const { rows } = await tx.query<{ xmin: string }>('update progress set position = $1 returning xmin::text', [
      String(last.position),
    ]);
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
  private async load(
    events: readonly RecordedEvent[],
    { streams }: Place,
    today: (event: RecordedEvent) => DomainEvent,
    past: Past,
  ): Promise<Streams> {
    const wanted: Streams = new Map();
    const missing: (() => Promise<void>)[] = [];
    for (const { stream, revision } of events) {
      const { category, id } = parseStreamName(stream);
      if (wanted.has(id)) continue;
      const folded = streams.get(id) ?? new FoldedStream(id, this.foldOf(category) as AnyFold);
      wanted.set(id, folded);
      if (streams.has(id) || revision === 0n) continue;
      missing.push(async () => {
        for await (const e of past.before(stream, revision)) folded.apply(folding(e, today), alreadyWritten);
      });
    }
    const lane = async () => {
      for (let next = missing.pop(); next; next = missing.pop()) await next();
    };
    await Promise.all(Array.from({ length: READERS }, lane));
    for (const [id, stream] of wanted) {
      streams.delete(id);
      streams.set(id, stream);
    }
    return wanted;
  }
}

function folding(recorded: RecordedEvent, today: (event: RecordedEvent) => DomainEvent): FoldedEvent {
  return { event: today(recorded), position: recorded.position, eventId: recorded.eventId };
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
      const end = Math.min(start + CHUNK, events.length);
      for (let n = start; n < end; n++) {
        const recorded = events[n]!;
        const { id } = parseStreamName(recorded.stream);
        streams.get(id)!.apply(folding(recorded, today), buffer);
        if (n % BREATH === BREATH - 1) await ioTurn();
      }
      await writing;
      writing = buffer.write(tx);
      writing.catch(() => undefined);
    }
  } finally {
    // Whatever happens, the connection is idle again when the caller gets it back.
    await Promise.allSettled([writing]);
  }
  await writing;
}
