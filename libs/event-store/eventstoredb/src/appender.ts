import {
  EventIdConflict,
  meetsExpectation,
  WrongExpectedRevision,
  type AppendResult,
  type ExpectedRevision,
  type Position,
} from '@liggare/kernel';
import type { AppendCalls } from './append-calls.js';
import type { Outcome } from './append-outcome.js';
import { Backoff } from './backoff.js';
import { idOf } from './decoded-event.js';
import type { EncodedEvent } from './encoded-event.js';
import { Horizon } from './horizon.js';
import { StreamIds, type KnownIds } from './known-ids.js';
import { StreamTurns } from './stream-turns.js';
import type { WireReader } from './wire-reader.js';

/**
 * The server could not be reached, or not heard, for longer than patience lasts. The events are written or not; the
 * same append may be made again at any time and will tell.
 */
export class AppendOutcomeUnknown extends Error {
  constructor(
    readonly stream: string,
    cause: unknown,
  ) {
    super(`it is not known whether the append to ${stream} was written`, { cause });
    this.name = 'AppendOutcomeUnknown';
  }
}

/**
 * Makes every append exact. Before anything is sent it is known which ids stand in the stream up to some revision, and
 * the append is sent for exactly that revision: it is written there or nowhere, whatever the server remembers. So an
 * append may be sent again whenever its answer is lost, and a stream that has gone on is read on and looked at again.
 */
export class Appender {
  private readonly turns = new StreamTurns();
  private readonly horizon: Horizon;

  constructor(
    private readonly calls: AppendCalls,
    private readonly reader: WireReader,
    private readonly known: KnownIds,
    private readonly patienceMs: number,
  ) {
    this.horizon = new Horizon(reader);
  }

  append(stream: string, events: readonly EncodedEvent[], expected: ExpectedRevision): Promise<AppendResult> {
    return this.turns.take(stream, () => this.appendInTurn(stream, events, expected));
  }

  /** Everything that was begun is over. */
  settled(): Promise<void> {
    return this.turns.settled();
  }

  private async appendInTurn(
    stream: string,
    events: readonly EncodedEvent[],
    expected: ExpectedRevision,
  ): Promise<AppendResult> {
    const ids = events.map(({ id }) => id);
    const backoff = new Backoff();
    let there = this.known.get(stream);
    let isFresh = false;
    // What stands before it was not written by this append, even if the server takes it for written: a twin of this
    // append, made by another process since the stream was last looked at.
    const horizon: Position = await this.horizon.known();
    // Most likely a new stream, which need not be read to be written to: the server says so if it is not.
    if (expected === 'no-stream' || expected === 'any') there ??= new StreamIds();
    for (;;) {
      if (!there) {
        there = await this.readOn(stream, new StreamIds());
        isFresh = true;
      }
      const place = there.find(ids);
      if (place === 'elsewhere') throw new EventIdConflict(stream);
      if (place !== undefined) return await this.repeated(stream, place);
      if (!meetsExpectation(there.last, expected)) {
        if (isFresh) throw new WrongExpectedRevision(stream, expected, there.last);
        there = await this.readOn(stream, there);
        isFresh = true;
        continue;
      }
      const outcome = await this.calls.send(stream, events, there.last);
      if (outcome.kind === 'refused') throw outcome.error;
      if (outcome.kind === 'written') {
        if (outcome.position > horizon) return this.written(stream, ids, there, outcome);
        there = await this.readOn(stream, there);
        if (there.find(ids) === undefined) throw new Error(`stream ${stream} does not hold what was written to it`);
        continue;
      }
      if (outcome.kind === 'elsewhere') {
        const before = there.last;
        there = await this.readOn(stream, there);
        isFresh = true;
        if (there.last !== before) continue;
      }
      // No answer, or one that the stream itself contradicts: the same again, which is written once if at all.
      if (backoff.failingForMs > this.patienceMs)
        throw new AppendOutcomeUnknown(stream, outcome.kind === 'unknown' ? outcome.cause : undefined);
      await backoff.wait();
    }
  }

  private written(
    stream: string,
    ids: readonly string[],
    there: StreamIds,
    { revision, position }: Outcome & { readonly kind: 'written' },
  ): AppendResult {
    this.horizon.observe(position);
    if (revision === there.last + BigInt(ids.length)) {
      for (const id of ids) there.add(id, there.last + 1n);
      this.known.keep(stream, there);
    } else {
      // A stream that was deleted goes on where it was: what stands in it has to be read.
      this.known.forget(stream);
    }
    return { revision, position, repeated: false };
  }

  private async repeated(stream: string, revision: bigint): Promise<AppendResult> {
    for await (const { position } of this.reader.stream(stream, revision, { direction: 'forwards', limit: 1 }))
      return { revision, position, repeated: true };
    throw new Error(`stream ${stream} has lost revision ${revision}`);
  }

  private async readOn(stream: string, there: StreamIds): Promise<StreamIds> {
    const rest = this.reader.stream(stream, there.last + 1n, { direction: 'forwards', limit: Infinity });
    for await (const { event } of rest) there.add(idOf(event), BigInt(event.getStreamRevision()));
    this.known.keep(stream, there);
    return there;
  }
}
