import { EventStoreDBClient, jsonEvent, type EventData, type ResolvedEvent } from '@eventstore/db-client';
import { freshId } from '@liggare/kernel';
import { ProtocolServer } from '../protocol-server.js';
import type { ProtocolServerOptions } from '../protocol-server-options.js';

/** A server of a test's own and the real client connected to it, until the block ends. */
export class Wired implements AsyncDisposable {
  private readonly others: EventStoreDBClient[] = [];

  private constructor(
    readonly server: ProtocolServer,
    readonly client: EventStoreDBClient,
  ) {}

  static async start(options: ProtocolServerOptions = {}, parameters = ''): Promise<Wired> {
    const server = await ProtocolServer.start(options);
    return new Wired(server, EventStoreDBClient.connectionString(server.connectionString + parameters));
  }

  /** On a connection of its own: clients with the same options share one, so that cutting it would cut both. */
  anotherClient(parameters = ''): EventStoreDBClient {
    const keepAlive = `&keepAliveInterval=${LEAST_KEEP_ALIVE + this.others.length + 1}`;
    return this.connect(this.server.connectionString + keepAlive + parameters);
  }

  connect(connectionString: string): EventStoreDBClient {
    const client = EventStoreDBClient.connectionString(connectionString);
    this.others.push(client);
    return client;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server.stop({ kill: true });
    await Promise.all([this.client, ...this.others].map(disposed));
  }
}

/** In milliseconds; below it the client complains. */
const LEAST_KEEP_ALIVE = 10_000;
const PATIENCE = 200;

/** A client whose stream of batch appends ended well never finishes disposing. */
async function disposed(client: EventStoreDBClient): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  await Promise.race([client.dispose(), enough]);
  clearTimeout(timer);
}

export function sampled(n: number, id: string = freshId(), type = 'Sampled'): EventData {
  return jsonEvent({ id, type, data: { n } });
}

export function samples(count: number): EventData[] {
  return Array.from({ length: count }, (_, n) => sampled(n));
}

export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** So many items; then the iteration ends. */
export async function first<T>(count: number, items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  if (count === 0) return all;
  for await (const item of items) {
    all.push(item);
    if (all.length === count) break;
  }
  return all;
}

/** The `n` of sampled events; the type of others. */
export function numbers(events: readonly ResolvedEvent[]): unknown[] {
  return events.map(({ event }) => (event?.type === 'Sampled' ? (event.data as { n: number }).n : event?.type));
}
