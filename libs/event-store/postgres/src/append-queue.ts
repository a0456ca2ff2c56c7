import { EventIdConflict, type AppendResult, type ExpectedRevision, type NewEvent } from '@liggare/kernel';
import { serialise, type AppendRequest } from './append-request.js';
import { appendStatement, verdictsOf } from './append-statement.js';
import { isPassing } from './passing-fault.js';
import { Writer } from './writer.js';

/** How many events, and how many characters of them, go into one transaction at the most. A larger append goes alone. */
const BATCH_EVENTS = 1_000;
const BATCH_CHARACTERS = 16_000_000;

/** How long to wait before a batch is sent again whose connection was lost; after the last the append fails. */
const PAUSES_MS = [20, 100, 500, 1_000];

/**
 * Group commit: appends that are waiting while a transaction runs go into the next one together, so that the price of
 * a commit is shared. At most one append per stream is in a batch: the second is decided on what the first has done.
 */
export class AppendQueue {
  private waiting: AppendRequest[] = [];
  private running: Promise<void> | undefined;
  private closed = false;
  private readonly writer: Writer;

  constructor(url: string) {
    this.writer = new Writer(url);
  }

  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      if (this.closed) throw new Error('the event store is closed');
      if (events.length === 0) throw new RangeError('an append has at least one event');
      if (events.length > 1 && new Set(events.map(({ eventId }) => eventId)).size < events.length)
        throw new EventIdConflict(stream);
      const serialised = events.map(serialise);
      const size = serialised.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
      this.waiting.push({ stream, events: serialised, size, expected, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** Writes what waits, and takes no more. */
  async close(): Promise<void> {
    this.closed = true;
    await this.running;
    await this.writer.close();
  }

  private async run(): Promise<void> {
    // Whoever appends in the same turn of the event loop comes along.
    await Promise.resolve();
    while (this.waiting.length > 0) await this.write(this.nextBatch());
    this.running = undefined;
  }

  private nextBatch(): readonly AppendRequest[] {
    const batch: AppendRequest[] = [];
    const later: AppendRequest[] = [];
    const streams = new Set<string>();
    let events = 0;
    let size = 0;
    for (const request of this.waiting) {
      const small = events + request.events.length <= BATCH_EVENTS && size + request.size <= BATCH_CHARACTERS;
      const fits = !streams.has(request.stream) && (events === 0 || small);
      streams.add(request.stream);
      if (fits) {
        batch.push(request);
        events += request.events.length;
        size += request.size;
      } else {
        later.push(request);
      }
    }
    this.waiting = later;
    return batch;
  }

  private async write(batch: readonly AppendRequest[]): Promise<void> {
    try {
      const row = await this.send(batch);
      verdictsOf(batch, row).forEach((verdict, i) => {
        if (verdict instanceof Error) batch[i]!.reject(verdict);
        else batch[i]!.resolve(verdict);
      });
    } catch (error) {
      if (batch.length === 1 || isPassing(error)) for (const request of batch) request.reject(error);
      // One request has spoilt the transaction for its neighbours: a text PostgreSQL does not take, or an id that two
      // of them want.
      else for (const request of batch) await this.write([request]);
    }
  }

  /** After a lost connection nobody knows whether it was written: then it is sent again, and the ids tell. */
  private async send(batch: readonly AppendRequest[]): Promise<readonly unknown[]> {
    const statement = appendStatement(batch);
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.writer.query(statement);
      } catch (error) {
        const pause = PAUSES_MS[attempt];
        if (!isPassing(error) || pause === undefined || this.closed) throw error;
        await new Promise((next) => setTimeout(next, pause));
      }
    }
  }
}
