import { randomUUID } from 'node:crypto';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { AppendRefused, outcomeOf, type Outcome } from './append-outcome.js';
import { appendRequests } from './append-request.js';
import type { Appending, Call, Connection } from './connection.js';
import type { EncodedEvent } from './encoded-event.js';
import { CallEnded, isPassing, ServerSilent } from './faults.js';

interface Waiting {
  readonly count: number;
  readonly settle: (outcome: Outcome) => void;
}

/** One BatchAppend call and the appends on it that wait for their answers. */
interface OpenCall {
  readonly call: Call<Appending>;
  readonly waiting: Map<string, Waiting>;
  heardAt: number;
}

/**
 * Appends on one long call, as the client does it, but: every append has its own timer, what waits belongs to the call
 * it was sent on, an answer nobody waits for is nobody's business, and a call that ends or is silent is not used again.
 */
export class AppendCalls {
  private open: Promise<OpenCall> | undefined;
  private current: OpenCall | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly deadlineMs: number,
  ) {}

  /** Never rejects. @param last the stream's last revision, exactly */
  async send(stream: string, events: readonly EncodedEvent[], last: bigint): Promise<Outcome> {
    let open: OpenCall;
    try {
      open = await (this.open ??= this.opened());
    } catch (error) {
      return isPassing(error) ? { kind: 'unknown', cause: error } : { kind: 'refused', error: error as Error };
    }
    return new Promise((resolve) => {
      const id = randomUUID();
      const sentAt = performance.now();
      const timer = setTimeout(() => {
        settle({ kind: 'unknown', cause: new ServerSilent(this.deadlineMs) });
        if (open.heardAt < sentAt) this.silent(open);
      }, this.deadlineMs);
      const settle = (outcome: Outcome) => {
        clearTimeout(timer);
        open.waiting.delete(id);
        resolve(outcome);
      };
      open.waiting.set(id, { count: events.length, settle });
      // What waits to be written is what callers wait for: there is nobody to hold back who does not wait already.
      for (const request of appendRequests(id, stream, events, last)) open.call.stream.write(request);
    });
  }

  async close(): Promise<void> {
    const open = await this.open?.catch(() => undefined);
    if (open) this.end(open, new CallEnded());
  }

  private opened(): Promise<OpenCall> {
    const opening = this.connection.appending().then((call) => {
      const open: OpenCall = { call, waiting: new Map(), heardAt: 0 };
      this.current = open;
      call.stream
        .on('data', (response: BatchAppendResp) => this.heard(open, response))
        .on('error', (error) => this.end(open, error))
        .on('end', () => this.end(open, new CallEnded()));
      return open;
    });
    opening.catch(() => {
      if (this.open === opening) this.open = undefined;
    });
    return opening;
  }

  private heard(open: OpenCall, response: BatchAppendResp): void {
    open.heardAt = performance.now();
    this.connection.heard();
    const waiting = open.waiting.get(idOf(response));
    try {
      waiting?.settle(outcomeOf(response, waiting.count));
    } catch (error) {
      waiting?.settle({ kind: 'refused', error: error as Error });
    }
  }

  private silent(open: OpenCall): void {
    this.connection.silent();
    this.end(open, new ServerSilent(this.deadlineMs));
  }

  private end(open: OpenCall, error: Error): void {
    if (open === this.current) this.open = this.current = undefined;
    const refused = !isPassing(error);
    for (const { settle } of [...open.waiting.values()])
      settle(refused ? { kind: 'refused', error: refusal(error) } : { kind: 'unknown', cause: error });
    open.call.failed(error);
    open.call.stream.cancel();
  }
}

function refusal(error: Error): AppendRefused {
  return new AppendRefused((error as { details?: string }).details ?? error.message);
}

function idOf(response: BatchAppendResp): string {
  const id = response.getCorrelationId() ?? new sharedPb.UUID();
  return id.getString();
}
