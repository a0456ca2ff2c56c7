import {
  START,
  type AppendResult,
  type CaughtUp,
  type EventStore,
  type ExpectedRevision,
  type Instant,
  type NewEvent,
  type Position,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type SubscribeOptions,
} from '@liggare/kernel';
import { AppendCalls } from './append-calls.js';
import { Appender } from './appender.js';
import { Connection } from './connection.js';
import { createdMillisOf, decoded } from './decoded-event.js';
import { encoded } from './encoded-event.js';
import { KnownIds, StreamIds } from './known-ids.js';
import { OriginNote } from './log-origin.js';
import { Moments } from './moments.js';
import { settings, type EventStoreDbOptions, type Settings } from './options.js';
import { OwnFilter } from './own-filter.js';
import { RecordedTimeCheck } from './recorded-time-check.js';
import { Subscription } from './subscription.js';
import { WireReader, type Placed } from './wire-reader.js';
import { within } from './within.js';

/** The log in EventStoreDB 22.10 or newer, or KurrentDB. */
export class EventStoreDb implements EventStore {
  /** See `openOrigin`. */
  readonly origin: OriginNote;
  private readonly appender: Appender;
  private readonly calls: AppendCalls;
  private readonly known: KnownIds;
  private readonly reader: WireReader;
  private readonly own: OwnFilter;
  private readonly moments: Moments;
  private readonly times: RecordedTimeCheck;
  private readonly closing = new AbortController();

  private constructor(
    private readonly writing: Connection,
    private readonly reading: Connection,
    private readonly settings: Settings,
  ) {
    this.reader = new WireReader(reading, settings);
    this.calls = new AppendCalls(writing, settings.deadlineMs);
    this.known = new KnownIds(settings.rememberedIds);
    this.appender = new Appender(this.calls, new WireReader(writing, settings), this.known, settings.patienceMs);
    this.origin = new OriginNote(settings.originStream, this.appender, new WireReader(writing, settings));
    this.own = new OwnFilter(settings.ownStreams, undefined);
    this.moments = new Moments(this.reader, this.own);
    this.times = new RecordedTimeCheck(settings.toleranceMs, settings.onFinding);
  }

  /**
   * Does not wait for the server: the first call does.
   * @param connectionString `esdb://user:password@host:2113?tls=true&tlsCAFile=ca.crt&userCertFile=…&userKeyFile=…`,
   * several hosts for a cluster, `esdb+discover://` for one that is found by its name
   * @throws Error it cannot be read, or a file that it names cannot
   */
  static connect(connectionString: string, options: EventStoreDbOptions = {}): EventStoreDb {
    const all = settings(options);
    // Two clients: what befalls readers is not to befall writers, and writers need the leader.
    const writing = new Connection(connectionString, all.deadlineMs, true);
    return new EventStoreDb(writing, new Connection(connectionString, all.deadlineMs, false), all);
  }

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<AppendResult> {
    return this.appender.append(stream, encoded(stream, events), expected);
  }

  async *readStream(stream: string, options: ReadStreamOptions = {}): AsyncIterable<RecordedEvent> {
    const { from, direction = 'forwards', limit = Infinity } = options;
    // Who reads the whole stream is about to append to it: the ids need not be read a second time.
    const isWhole = direction === 'forwards' && (from ?? 0n) === 0n && limit === Infinity;
    const ids = new StreamIds();
    for await (const placed of this.reader.stream(stream, from, { direction, limit })) {
      const event = this.decode(placed);
      if (isWhole && ids.size < this.settings.rememberedIds) ids.add(event.eventId, event.revision);
      yield event;
    }
    if (isWhole && ids.size < this.settings.rememberedIds && ids.last > (this.known.get(stream)?.last ?? -2n))
      this.known.keep(stream, ids);
  }

  async *readAll(options: ReadAllOptions = {}): AsyncIterable<RecordedEvent> {
    const { after, direction = 'forwards', limit = Infinity, filter } = options;
    const wanted = new OwnFilter(this.settings.ownStreams, filter);
    for await (const placed of this.reader.all(after, wanted, { direction, limit })) yield this.decode(placed);
  }

  subscribe({ after, filter, signal }: SubscribeOptions): AsyncIterable<RecordedEvent | CaughtUp> {
    const subscription = new Subscription(
      {
        connection: this.reading,
        reader: this.reader,
        settings: this.settings,
        filter: new OwnFilter(this.settings.ownStreams, filter),
        head: () => this.head(),
        decode: (placed) => this.decode(placed),
      },
      after,
    );
    return subscription.run(signal, this.closing.signal);
  }

  async head(): Promise<Position> {
    const last = this.reader.all(undefined, this.own, { direction: 'backwards', limit: 1 });
    for await (const { position } of last) return position;
    return START;
  }

  positionAt(moment: Instant): Promise<Position> {
    return this.moments.positionAt(moment);
  }

  /**
   * Ends subscriptions, without an error, waits for the appends that have begun, no longer than a call may take, and
   * closes the connections. Whatever is asked of the store afterwards fails.
   */
  async close(): Promise<void> {
    this.closing.abort();
    const late = () => new Error('late');
    await within(this.settings.deadlineMs, this.appender.settled(), late).catch(() => undefined);
    await this.calls.close();
    await Promise.all([this.writing.close(), this.reading.close()]);
  }

  private decode({ event, position }: Placed): RecordedEvent {
    const made = decoded(event, position);
    this.times.check(position, made.recordedAt, createdMillisOf(event));
    return made;
  }
}
