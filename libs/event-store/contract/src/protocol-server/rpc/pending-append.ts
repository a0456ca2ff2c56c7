import { millisOf, systemClock } from '@liggare/kernel';
import type { ExpectedRevision } from '../log/expected-version.js';
import type { ProposedEvent } from '../log/stored-event.js';
import type { streams } from '../wire/messages.js';
import { expectedRevision } from '../wire/expected-revision.js';
import { proposedEvent, sizeOnDisk } from '../wire/proposed-event.js';
import { streamName } from '../wire/stream-identifier.js';

/** The server's own limit of a write, in milliseconds. */
const WRITE_TIMEOUT = 10_000;

/** An append of which not all parts have come yet. */
export class PendingAppend {
  readonly events: ProposedEvent[] = [];
  size = 0;

  private constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    private readonly timer: NodeJS.Timeout,
  ) {}

  /** `undefined` when its deadline has passed already: by the computer's clock, which clients go by. */
  static begin(options: streams.BatchAppendReq.Options, expires: () => void): PendingAppend | undefined {
    const deadline = options.getDeadline()?.toDate().getTime() ?? Infinity;
    const limit = deadline - millisOf(systemClock.now());
    if (limit <= 0) return undefined;
    const expected = expectedRevision({
      hasRevision: () => options.hasStreamPosition(),
      getRevision: () => options.getStreamPosition(),
      hasNoStream: () => options.hasNoStream(),
      hasAny: () => options.hasAny(),
      hasStreamExists: () => options.hasStreamExists(),
    });
    const timer = setTimeout(expires, Math.min(limit, WRITE_TIMEOUT)).unref();
    return new PendingAppend(streamName(options.getStreamIdentifier()), expected, timer);
  }

  /** @throws RpcError when an event lacks what it must have. */
  add(messages: readonly streams.BatchAppendReq.ProposedMessage[]): void {
    for (const message of messages) {
      const event = proposedEvent(message);
      this.size += sizeOnDisk(event);
      this.events.push(event);
    }
  }

  forget(): void {
    clearTimeout(this.timer);
  }
}
