import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { START, type CaughtUp, type Position, type RecordedEvent } from '@liggare/kernel';
import { Backoff } from './backoff.js';
import type { Connection } from './connection.js';
import { positionOf, streamOf, typeOf } from './decoded-event.js';
import { CallEnded, isPassing, ServerSilent } from './faults.js';
import { Messages } from './messages.js';
import type { Settings } from './options.js';
import type { OwnFilter } from './own-filter.js';
import { packed } from './packed-position.js';
import { subscribeRequest } from './read-request.js';
import { unlessAborted } from './unless-aborted.js';
import type { Placed, WireReader } from './wire-reader.js';

/** How many times in a row a probe finds an event that has not come before the subscription is taken for dead. */
const MISSED = 2;

export interface SubscriptionParts {
  readonly connection: Connection;
  readonly reader: WireReader;
  readonly settings: Settings;
  readonly filter: OwnFilter;
  head(): Promise<Position>;
  decode(placed: Placed): RecordedEvent;
}

/**
 * One reader's way through the log: a catch-up subscription on the server for as long as it lasts, then another one
 * from where it got to. Everything it says stands in the order in which the server said it.
 */
export class Subscription {
  /** Everything up to here is delivered, or not for this reader: where the next call to the server begins. */
  private reached: Position;
  /** The same in positions of our own events: what the reader is told. */
  private seen: Position;
  private told: Position | undefined;
  private isLive = false;
  private missed = 0;
  private probedAt = 0;
  private readonly backoff = new Backoff();
  private messages: Messages | undefined;

  constructor(
    private readonly parts: SubscriptionParts,
    after: Position = START,
  ) {
    this.reached = this.seen = after;
  }

  /** Ends, without an error, when one of the signals aborts. */
  async *run(signal: AbortSignal, closing: AbortSignal): AsyncGenerator<RecordedEvent | CaughtUp> {
    const ended = AbortSignal.any([signal, closing]);
    const abort = () => this.messages?.cancel();
    ended.addEventListener('abort', abort);
    try {
      while (!ended.aborted) {
        try {
          yield* this.once(ended);
        } catch (error) {
          if (ended.aborted) return;
          if (!isPassing(error)) throw error;
          await this.backoff.wait(ended);
        }
      }
    } finally {
      ended.removeEventListener('abort', abort);
    }
  }

  /** One call to the server, for as long as it lasts. */
  private async *once(ended: AbortSignal): AsyncGenerator<RecordedEvent | CaughtUp> {
    const { connection, settings, filter } = this.parts;
    const request = subscribeRequest(this.reached, filter.onServer);
    const opening = connection.read(request).then((call) => {
      const messages = new Messages(call.stream, settings.pageSize);
      // Nobody waits for it any more.
      if (ended.aborted) messages.cancel();
      return { ...call, messages };
    });
    const call = await unlessAborted(opening, ended);
    if (!call) return;
    const { messages } = call;
    this.messages = messages;
    this.isLive = false;
    this.missed = 0;
    this.probedAt = performance.now();
    try {
      while (!ended.aborted) {
        const taken = await messages.next(settings.probeMs);
        if (ended.aborted) return;
        if (taken === 'end') throw new CallEnded();
        if (taken !== 'nothing') yield* this.deliver(taken, ended);
        if (ended.aborted) return;
        if (messages.isEmpty) yield* this.rest(ended);
      }
    } catch (error) {
      call.failed(error);
      throw error;
    } finally {
      messages.cancel();
    }
  }

  private *deliver(taken: readonly ReadResp[], ended: AbortSignal): Generator<RecordedEvent> {
    this.parts.connection.heard();
    this.backoff.reset();
    this.missed = 0;
    for (const message of taken) {
      const event = message.getEvent()?.getEvent();
      if (event) {
        const position = positionOf(event);
        // A server that begins with the event it was told to begin after, or says something twice.
        if (position <= this.reached) continue;
        this.reached = position;
        if (!this.parts.filter.passes(streamOf(event), typeOf(event))) continue;
        this.seen = position;
        yield this.parts.decode({ event, position });
        if (ended.aborted) return;
      } else {
        this.note(message);
      }
    }
  }

  private note(message: ReadResp): void {
    if (message.hasCaughtUp()) {
      this.isLive = true;
      this.probedAt = 0;
    } else if (message.hasFellBehind()) {
      this.isLive = false;
    } else {
      const checkpoint = message.getCheckpoint();
      const at = checkpoint && packed(checkpoint.getCommitPosition(), checkpoint.getPreparePosition());
      // In its place among the events: all that came before it have been delivered by now.
      if (at !== undefined && at > this.reached) this.reached = at;
    }
  }

  /** Nothing more has come. Says how far it got, if that is further than it said before. */
  private async *rest(ended: AbortSignal): AsyncGenerator<CaughtUp> {
    if (performance.now() - this.probedAt >= this.parts.settings.probeMs) await unlessAborted(this.probe(), ended);
    if (ended.aborted) return;
    if (!this.isLive || !this.messages?.isEmpty || this.told === this.seen) return;
    this.told = this.seen;
    yield { caughtUp: true, position: this.seen };
  }

  /**
   * Compares with the log itself. What the filter holds back moves the position on, a server that never says that a
   * subscription has caught up (before 23.10) needs not, and one that has forgotten the subscription is found out.
   */
  private async probe(): Promise<void> {
    const head = await this.parts.head();
    if (head > this.seen) {
      if (head > this.reached && (await this.hasEventUpTo(head))) {
        if (++this.missed >= MISSED) throw new ServerSilent(this.missed * this.parts.settings.probeMs);
        this.probedAt = performance.now();
        return;
      }
      this.seen = head;
      if (head > this.reached) this.reached = head;
    }
    this.isLive = true;
    this.missed = 0;
    this.probedAt = performance.now();
  }

  private async hasEventUpTo(head: Position): Promise<boolean> {
    const next = this.parts.reader.all(this.reached, this.parts.filter, { direction: 'forwards', limit: 1 });
    for await (const { position } of next) return position <= head;
    return false;
  }
}
