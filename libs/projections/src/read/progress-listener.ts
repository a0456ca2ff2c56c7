import pg from 'pg';
import { PROGRESS_CHANNEL } from '../run/write-batch.js';

/**
 * Calls back whenever a read model has moved, while somebody listens. Notifications make it quick, polling makes it
 * certain: a lost connection costs a poll's delay, nothing else.
 */
export class ProgressListener {
  private client: Promise<pg.Client | undefined> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly pollMs: number,
    private readonly moved: () => void,
  ) {}

  listen(): void {
    if (this.closed) return;
    this.timer ??= setInterval(() => {
      this.connect();
      this.moved();
    }, this.pollMs);
    this.connect();
  }

  /** Nobody waits at the moment: no polling. The connection stays, so that the next wait is quick. */
  rest(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  async close(): Promise<void> {
    this.closed = true;
    this.rest();
    const client = await this.client;
    await client?.end().catch(() => undefined);
  }

  private connect(): void {
    if (this.closed) return;
    this.client ??= this.open();
  }

  private async open(): Promise<pg.Client | undefined> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'liggare read models',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    const forget = () => (this.client = undefined);
    client.on('error', forget);
    client.on('end', forget);
    client.on('notification', () => this.moved());
    try {
      await client.connect();
      await client.query(`listen ${PROGRESS_CHANNEL}`);
      // What was committed before it listened was not notified.
      this.moved();
      return client;
    } catch {
      forget();
      await client.end().catch(() => undefined);
      return undefined;
    }
  }
}
