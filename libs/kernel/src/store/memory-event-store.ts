import {
  EventIdConflict,
  matchesFilter,
  meetsExpectation,
  WrongExpectedRevision,
  type AppendResult,
  type CaughtUp,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type SubscribeOptions,
} from './event-store.js';
import { position, START, type Position } from './position.js';
import type { EventMetadata } from '../events/envelope.js';
import type { Instant } from '../time/instant.js';

/** The EventStore for unit tests: everything in two arrays, nothing on disk. Passes the contract suite. */
export class MemoryEventStore implements EventStore {
  private readonly log: RecordedEvent[] = [];
  private readonly streams = new Map<string, RecordedEvent[]>();
  private readonly byId = new Map<string, RecordedEvent>();
  private readonly waiting = new Set<() => void>();

  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendResult> {
    try {
      return Promise.resolve(this.appendNow(stream, events, expected));
    } catch (error) {
      return Promise.reject(error);
    }
  }

  async *readStream(stream: string, options: ReadStreamOptions = {}): AsyncIterable<RecordedEvent> {
    const events = this.streams.get(stream) ?? [];
    const backwards = options.direction === 'backwards';
    let index = Number(options.from ?? (backwards ? BigInt(events.length - 1) : 0n));
    if (backwards) index = Math.min(index, events.length - 1);
    for (let left = options.limit ?? Infinity; left > 0; left--, index += backwards ? -1 : 1) {
      const event = events[index];
      if (!event) return;
      yield await Promise.resolve(event);
    }
  }

  async *readAll(options: ReadAllOptions = {}): AsyncIterable<RecordedEvent> {
    const backwards = options.direction === 'backwards';
    const after = options.after ?? (backwards ? position(this.log.length + 1) : START);
    let index = backwards ? Number(after) - 2 : Number(after);
    let left = options.limit ?? Infinity;
    for (; left > 0; index += backwards ? -1 : 1) {
      const event = this.log[index];
      if (!event) return;
      if (!matchesFilter(event, options.filter)) continue;
      left--;
      yield await Promise.resolve(event);
    }
  }

  async *subscribe({ after = START, filter, signal }: SubscribeOptions): AsyncIterable<RecordedEvent | CaughtUp> {
    let index = Number(after);
    let announced = -1;
    while (!signal.aborted) {
      const event = this.log[index];
      if (event) {
        index++;
        if (matchesFilter(event, filter)) yield event;
      } else if (announced !== index) {
        announced = index;
        yield { caughtUp: true, position: position(index) };
      } else {
        await this.nextAppend(signal);
      }
    }
  }

  head(): Promise<Position> {
    return Promise.resolve(position(this.log.length));
  }

  positionAt(moment: Instant): Promise<Position> {
    const later = this.log.findIndex((event) => event.recordedAt > moment);
    return Promise.resolve(position(later === -1 ? this.log.length : later));
  }

  private appendNow(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): AppendResult {
    if (events.length === 0) throw new RangeError('an append has at least one event');
    // A store gives back what JSON can hold, whatever becomes of the writer's objects.
    const stored = events.map(({ data, metadata }) => [plainJson(data), plainJson(metadata)] as const);
    const known = events.map((event) => this.byId.get(event.eventId));
    const first = known[0];
    if (first && known.every((k, i) => k?.stream === stream && k.revision === first.revision + BigInt(i))) {
      const last = known.at(-1)!;
      return { revision: last.revision, position: last.position, repeated: true };
    }
    const twice = new Set(events.map(({ eventId }) => eventId)).size < events.length;
    if (twice || known.some((k) => k !== undefined)) throw new EventIdConflict(stream);
    const existing = this.streams.get(stream) ?? [];
    const actual = BigInt(existing.length) - 1n;
    if (!meetsExpectation(actual, expected)) throw new WrongExpectedRevision(stream, expected, actual);
    for (const [i, event] of events.entries()) {
      const recorded: RecordedEvent = {
        position: position(this.log.length + 1),
        stream,
        revision: BigInt(existing.length),
        eventId: event.eventId,
        type: event.type,
        recordedAt: event.metadata.recordedAt,
        data: stored[i]![0],
        metadata: stored[i]![1] as EventMetadata,
      };
      existing.push(recorded);
      this.log.push(recorded);
      this.byId.set(event.eventId, recorded);
    }
    this.streams.set(stream, existing);
    for (const wake of this.waiting) wake();
    return { revision: BigInt(existing.length) - 1n, position: position(this.log.length), repeated: false };
  }

  private nextAppend(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}

function plainJson(value: unknown): unknown {
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new TypeError('an event is plain JSON');
  return JSON.parse(json);
}
