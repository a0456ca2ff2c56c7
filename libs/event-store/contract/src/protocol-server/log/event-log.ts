import { freshId, millisOf, type Clock } from '@liggare/kernel';
import { checkCommit, type ExpectedRevision } from './expected-version.js';
import { RememberedIds } from './remembered-ids.js';
import { placeRecords, positionBehind, type Layout } from './record-layout.js';
import { isMetastream, metadataOf, metastreamOf, originalOf, recreatedFrom, SOFT_DELETED } from './stream-metadata.js';
import type { StreamMetadata } from './stream-metadata.js';
import { StreamIndex } from './stream-index.js';
import { systemEvent, TOMBSTONE_REVISION, type ProposedEvent, type StoredEvent } from './stored-event.js';
import type { LogPosition } from './log-position.js';
import type { WriteOutcome } from './write-outcome.js';

/** Where the log outlives the process. One call holds what must be found again altogether or not at all. */
export interface LogStorage {
  write(events: readonly StoredEvent[]): void;
}

/** The whole log in memory, with an index per stream. Readers keep a number and read on from there; nothing is copied. */
export class EventLog {
  private readonly all: StoredEvent[] = [];
  private readonly streams = new Map<string, StreamIndex>();
  private readonly metadata = new Map<string, StreamMetadata>();
  private readonly remembered = new RememberedIds();
  private readonly listeners = new Set<() => void>();
  private length = 0;

  constructor(
    private readonly clock: Clock,
    private readonly layout: Layout,
    private readonly storage?: LogStorage,
    stored: Iterable<StoredEvent> = [],
  ) {
    for (const event of stored) this.index(event);
  }

  /** Every event in the order of `$all`, system events too. */
  get events(): readonly StoredEvent[] {
    return this.all;
  }

  /** Offset in bytes behind the last record. */
  get end(): LogPosition {
    return { commit: this.length, prepare: this.length };
  }

  /** Where a reader goes on that has seen everything up to this event. */
  positionBehind(event: StoredEvent): LogPosition {
    return positionBehind(this.layout, event);
  }

  stream(name: string): StreamIndex {
    return this.streams.get(name) ?? this.indexFor(name);
  }

  /** Called after every write, until the returned function is. */
  onGrowth(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  now(): number {
    return millisOf(this.clock.now());
  }

  /** How many wait for it to grow. */
  get waiting(): number {
    return this.listeners.size;
  }

  /** What a restart forgets: which ids were written, for appends that expect no particular revision. */
  forgetIds(): void {
    this.remembered.clear();
  }

  append(name: string, expected: ExpectedRevision, proposed: readonly ProposedEvent[]): WriteOutcome {
    const stream = this.stream(name);
    const refusal = this.refusal(stream, expected, proposed);
    if (refusal !== undefined) return refusal;
    const first = stream.lastRevision + 1;
    const written = this.place(name, first, proposed);
    if (stream.softDeleted) written.push(...this.recreation(name, first, written));
    else if (isMetastream(name) && this.stream(originalOf(name)).softDeleted)
      written.push(...this.recreationByMetadata(name, written));
    this.write(written);
    const last = written[proposed.length - 1];
    return { result: 'success', lastRevision: first + proposed.length - 1, position: last ?? this.end };
  }

  /** Deletes softly: the events cannot be read any more, and a later append continues their revisions. */
  delete(name: string, expected: ExpectedRevision): WriteOutcome {
    const stream = this.stream(name);
    const event = systemEvent(freshId(), '$metadata', SOFT_DELETED);
    const refusal = this.refusal(stream, expected, [event]);
    if (refusal !== undefined) return refusal;
    if (stream.lastRevision < 0 && !stream.hasMetadata)
      return { result: 'wrong-expected-version', currentRevision: -1 };
    const metastream = metastreamOf(name);
    return this.written(this.place(metastream, this.stream(metastream).lastRevision + 1, [event]));
  }

  /** Ends a stream for good. */
  tombstone(name: string, expected: ExpectedRevision): WriteOutcome {
    const event = systemEvent(freshId(), '$streamDeleted', '');
    const refusal = this.refusal(this.stream(name), expected, [event]);
    if (refusal !== undefined) return refusal;
    return this.written(this.place(name, TOMBSTONE_REVISION, [event]));
  }

  private refusal(stream: StreamIndex, expected: ExpectedRevision, events: readonly ProposedEvent[]) {
    const ids = events.map(({ id }) => id);
    const check = checkCommit(stream, expected, ids);
    switch (check.decision) {
      case 'ok':
        return undefined;
      case 'idempotent':
        return this.alreadyWritten(stream, check.lastRevision);
      case 'wrong-expected-version':
        return { result: check.decision, currentRevision: stream.lastRevision };
      case 'stream-deleted':
        return { result: check.decision };
    }
  }

  private alreadyWritten(stream: StreamIndex, lastRevision: number): WriteOutcome {
    const readable = !stream.softDeleted && lastRevision >= stream.firstReadable;
    return { result: 'success', lastRevision, position: readable ? stream.events[lastRevision] : undefined };
  }

  /** The metadata event that follows an append to a deleted stream. */
  private recreation(name: string, from: number, after: readonly StoredEvent[]): StoredEvent[] {
    const metastream = this.stream(metastreamOf(name));
    const metadata = metastream.events.at(-1)?.data ?? new Uint8Array(0);
    const event = systemEvent(freshId(), '$metadata', recreatedFrom(metadata, from));
    return this.place(metastream.name, metastream.lastRevision + 1, [event], after);
  }

  /** The same when it was the metadata of a deleted stream that was written. */
  private recreationByMetadata(metastream: string, written: readonly StoredEvent[]): StoredEvent[] {
    const last = written.at(-1);
    if (last === undefined) return [];
    const from = this.stream(originalOf(metastream)).lastRevision + 1;
    const event = systemEvent(freshId(), '$metadata', recreatedFrom(last.data, from));
    return this.place(metastream, last.revision + 1, [event], written);
  }

  private place(
    stream: string,
    firstRevision: number,
    proposed: readonly ProposedEvent[],
    after: readonly StoredEvent[] = [],
  ): StoredEvent[] {
    const from = after.length === 0 ? this.length : this.layout.endOf(after.at(-1)!);
    return placeRecords(this.layout, { stream, firstRevision, from, created: this.now() }, proposed);
  }

  private written(events: readonly StoredEvent[]): WriteOutcome {
    this.write(events);
    return { result: 'success', lastRevision: events.at(-1)!.revision, position: events.at(-1) };
  }

  private write(events: readonly StoredEvent[]): void {
    if (events.length === 0) return;
    this.storage?.write(events);
    for (const event of events) {
      this.index(event);
      this.remembered.add(event);
    }
    for (const listener of [...this.listeners]) listener();
  }

  private index(event: StoredEvent): void {
    this.all.push(event);
    this.length = this.layout.endOf(event);
    const stream = this.streams.get(event.stream) ?? this.indexFor(event.stream, true);
    stream.add(event);
    if (isMetastream(event.stream)) this.metadata.delete(originalOf(event.stream));
  }

  private indexFor(name: string, keep = false): StreamIndex {
    const index = new StreamIndex(
      name,
      () => this.metadataFor(name),
      {
        metastream: () => this.streams.get(metastreamOf(name)),
        original: () => (isMetastream(name) ? this.streams.get(originalOf(name)) : undefined),
      },
      (id) => this.remembered.get(id),
    );
    if (keep) this.streams.set(name, index);
    return index;
  }

  private metadataFor(name: string): StreamMetadata {
    let metadata = this.metadata.get(name);
    if (metadata === undefined) {
      metadata = metadataOf(name, this.streams.get(metastreamOf(name))?.events.at(-1)?.data);
      this.metadata.set(name, metadata);
    }
    return metadata;
  }
}
