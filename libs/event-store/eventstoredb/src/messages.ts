import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Reading } from './connection.js';

/** What a read or a subscription brings, in its order, at most a page ahead of whoever takes it. */
export class Messages {
  private arrived: ReadResp[] = [];
  private ended = false;
  private error: unknown;
  private wake: (() => void) | undefined;

  constructor(
    private readonly stream: Reading,
    private readonly pageSize: number,
  ) {
    stream
      .on('data', (message: ReadResp) => {
        // gRPC's own flow control holds the server back while nobody reads.
        if (this.arrived.push(message) >= this.pageSize) stream.pause();
        this.wake?.();
      })
      .on('error', (error) => this.end(error))
      .on('end', () => this.end(undefined));
  }

  /** Nothing waits here. */
  get isEmpty(): boolean {
    return this.arrived.length === 0;
  }

  /**
   * What has come, or comes next; 'end' after the last, 'nothing' if it takes longer. Throws what the call failed with,
   * after everything that came before.
   */
  async next(waitMs: number): Promise<readonly ReadResp[] | 'end' | 'nothing'> {
    if (this.isEmpty && !this.ended) await this.woken(waitMs);
    if (!this.isEmpty) {
      const taken = this.arrived;
      this.arrived = [];
      this.stream.resume();
      return taken;
    }
    if (this.error !== undefined) throw this.error as Error;
    return this.ended ? 'end' : 'nothing';
  }

  /** Nothing more is wanted: `next` says 'end'. */
  cancel(): void {
    this.arrived = [];
    this.end(undefined);
    this.stream.cancel();
  }

  private end(error: unknown): void {
    if (!this.ended) this.error = error;
    this.ended = true;
    this.wake?.();
  }

  private woken(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.wake = undefined;
        resolve();
      };
      const timer = setTimeout(done, waitMs);
      this.wake = done;
    });
  }
}
