import pg from 'pg';
import { isPassing } from './passing-fault.js';

/** A server that is silent for so long is taken for lost. */
const SILENCE_MS = 30_000;
const CONNECT_MS = 10_000;

/**
 * The connection that appends, one per store: group commit has only one transaction at a time, readers who hold every
 * connection of the pool cannot keep writers out, and statements stay prepared. Opened when it is needed, and again
 * when it was lost.
 */
export class Writer {
  private client: pg.Client | undefined;

  constructor(private readonly url: string) {}

  /** The first row. @throws Error after which the connection is given up, unless the server has answered with it */
  async query(statement: pg.QueryArrayConfig<unknown[]>): Promise<readonly unknown[]> {
    const client = this.client ?? (await this.connected());
    try {
      const { rows } = await client.query<unknown[]>(statement);
      return rows[0]!;
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || isPassing(error)) this.giveUp(client);
      throw error;
    }
  }

  async close(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async connected(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.url,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: SILENCE_MS,
    });
    const lost = () => this.giveUp(client);
    client.on('error', lost);
    client.on('end', lost);
    try {
      await client.connect();
    } catch (error) {
      this.giveUp(client);
      throw error;
    }
    this.client = client;
    return client;
  }

  private giveUp(client: pg.Client): void {
    if (this.client === client) this.client = undefined;
    void client.end().catch(() => undefined);
  }
}
