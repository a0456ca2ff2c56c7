import {
  EventIdConflict,
  isCaughtUp,
  WrongExpectedRevision,
  type AppendResult,
  type CaughtUp,
  type EventStore,
  type ExpectedRevision,
  type Filter,
  type Instant,
  type NewEvent,
  type Position,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type SubscribeOptions,
} from '@liggare/kernel';

/** A store whose stream names all begin in one way that nobody sees: a log of its own on a server that others use. */
export class PrefixedStore implements EventStore {
  constructor(
    private readonly store: EventStore,
    private readonly prefix: string,
  ) {}

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendResult> {
    try {
      return await this.store.append(this.prefix + stream, events, expected);
    } catch (error) {
      if (error instanceof WrongExpectedRevision) throw new WrongExpectedRevision(stream, error.expected, error.actual);
      if (error instanceof EventIdConflict) throw new EventIdConflict(stream);
      throw error;
    }
  }

  async *readStream(stream: string, options?: ReadStreamOptions): AsyncIterable<RecordedEvent> {
    for await (const event of this.store.readStream(this.prefix + stream, options)) yield this.bare(event);
  }

  async *readAll({ filter, ...options }: ReadAllOptions = {}): AsyncIterable<RecordedEvent> {
    const events = this.store.readAll({ ...options, ...(filter && { filter: this.prefixed(filter) }) });
    for await (const event of events) yield this.bare(event);
  }

  async *subscribe({ filter, ...options }: SubscribeOptions): AsyncIterable<RecordedEvent | CaughtUp> {
    const messages = this.store.subscribe({ ...options, ...(filter && { filter: this.prefixed(filter) }) });
    for await (const message of messages) yield isCaughtUp(message) ? message : this.bare(message);
  }

  head(): Promise<Position> {
    return this.store.head();
  }

  positionAt(moment: Instant): Promise<Position> {
    return this.store.positionAt(moment);
  }

  private prefixed(filter: Filter): Filter {
    const { streamPrefixes } = filter;
    return streamPrefixes ? { ...filter, streamPrefixes: streamPrefixes.map((name) => this.prefix + name) } : filter;
  }

  private bare(event: RecordedEvent): RecordedEvent {
    return { ...event, stream: event.stream.slice(this.prefix.length) };
  }
}
