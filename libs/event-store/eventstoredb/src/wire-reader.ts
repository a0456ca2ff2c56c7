import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Direction, Position } from '@liggare/kernel';
import { Backoff } from './backoff.js';
import type { Connection } from './connection.js';
import { positionOf, streamOf, typeOf, type WireEvent } from './decoded-event.js';
import { exceptionOf, isPassing, ServerSilent } from './faults.js';
import { Messages } from './messages.js';
import type { Settings } from './options.js';
import type { OwnFilter } from './own-filter.js';
import { allRequest, streamRequest } from './read-request.js';

export interface Placed {
  readonly event: WireEvent;
  readonly position: Position;
}

export interface WireReadOptions {
  readonly direction: Direction;
  readonly limit: number;
}

/**
 * Reads events as they are on the wire. What fails in passing goes on after the last event, until it has not got on for
 * as long as patience lasts.
 */
export class WireReader {
  constructor(
    private readonly connection: Connection,
    private readonly settings: Settings,
  ) {}

  async *stream(name: string, from: bigint | undefined, { direction, limit }: WireReadOptions): AsyncGenerator<Placed> {
    let next = from;
    let left = limit;
    const request = () => (left > 0 && (next ?? 0n) >= 0n ? streamRequest(name, next, direction, left) : undefined);
    for await (const event of this.resumed(request)) {
      const revision = BigInt(event.getStreamRevision());
      next = direction === 'forwards' ? revision + 1n : revision - 1n;
      left--;
      yield { event, position: positionOf(event) };
    }
  }

  async *all(after: Position | undefined, filter: OwnFilter, options: WireReadOptions): AsyncGenerator<Placed> {
    const { direction, limit } = options;
    const forwards = direction === 'forwards';
    let last = after;
    let left = filter.isEmpty ? 0 : limit;
    while (left > 0) {
      // One more than is wanted: forwards the server begins with the event at the position itself. And where its filter
      // lets pass what ours does not, what it counts is not what we count.
      const count = Math.max(left + 1, filter.isWholeOnServer ? 0 : this.settings.pageSize);
      let received = 0;
      for await (const event of this.resumed(() => allRequest(last, direction, count, filter.onServer))) {
        received++;
        const position = positionOf(event);
        const isNew = last === undefined || (forwards ? position > last : position < last);
        if (!isNew) continue;
        last = position;
        if (!filter.passes(streamOf(event), typeOf(event))) continue;
        yield { event, position };
        if (--left <= 0) return;
      }
      if (received < count) return;
    }
  }

  /** @param request the rest, every time anew; undefined when there is none */
  private async *resumed(request: () => ReadReq | undefined): AsyncGenerator<WireEvent> {
    const backoff = new Backoff();
    for (;;) {
      const wanted = request();
      if (!wanted) return;
      try {
        for await (const event of this.once(wanted)) {
          backoff.reset();
          yield event;
        }
        return;
      } catch (error) {
        if (exceptionOf(error) === 'stream-not-found') return;
        if (!isPassing(error) || backoff.failingForMs > this.settings.patienceMs) throw error;
        await backoff.wait();
      }
    }
  }

  private async *once(request: ReadReq): AsyncGenerator<WireEvent> {
    const { stream, failed } = await this.connection.read(request);
    const messages = new Messages(stream, this.settings.pageSize);
    try {
      for (;;) {
        const taken = await messages.next(this.settings.deadlineMs);
        if (taken === 'end') return;
        if (taken === 'nothing') throw this.silent();
        this.connection.heard();
        for (const message of taken) {
          const event = message.getEvent()?.getEvent();
          if (event) yield event;
        }
      }
    } catch (error) {
      failed(error);
      throw error;
    } finally {
      messages.cancel();
    }
  }

  private silent(): Error {
    this.connection.silent();
    return new ServerSilent(this.settings.deadlineMs);
  }
}
