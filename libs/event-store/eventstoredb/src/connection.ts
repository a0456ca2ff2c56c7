import { EventStoreDBClient } from '@eventstore/db-client';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { BatchAppendReq, BatchAppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { CallOptions, Channel, ClientDuplexStream, ClientReadableStream, Metadata } from '@grpc/grpc-js';
import { checkParameters, withoutSecrets } from './connection-string.js';
import { ServerSilent } from './faults.js';
import { within } from './within.js';

/**
 * What this adapter takes of the client: its connection string, credentials, certificates, search for the leader and
 * channel. The calls themselves are made here (docs/decisions/0009).
 */
interface ClientInside {
  getGRPCClient(client: typeof StreamsClient, name: string): Promise<StreamsClient>;
  callArguments(base: { readonly requiresLeader?: boolean }, options: CallOptions): [Metadata, CallOptions];
  handleError(client: StreamsClient, error: Error): Promise<void>;
  getChannel(): Promise<Channel>;
  dispose(): Promise<void>;
}

export type Reading = ClientReadableStream<ReadResp>;
export type Appending = ClientDuplexStream<BatchAppendReq, BatchAppendResp>;

/** A call and what to do when it fails. */
export interface Call<Stream> {
  readonly stream: Stream;
  /** Lets the client turn to another node, or to the same one anew, if the error says so. */
  readonly failed: (error: unknown) => void;
}

/** Two failed attempts in silence, and the whole client is dropped for a new one. */
const SILENCES = 2;

export class Connection {
  private client: ClientInside;
  private silences = 0;
  private closed = false;
  /** The client in use has been asked for its channel, and so may have one. */
  private isUsed = false;

  /** @throws Error the connection string is not one, or names a file that is not there */
  constructor(
    private readonly connectionString: string,
    private readonly deadlineMs: number,
    /** Whether only the leader of a cluster may answer. */
    private readonly requiresLeader: boolean,
  ) {
    this.client = this.made();
  }

  read(request: ReadReq): Promise<Call<Reading>> {
    return this.call((client, metadata, options) => client.read(request, metadata, options));
  }

  appending(): Promise<Call<Appending>> {
    return this.call((client, metadata, options) => client.batchAppend(metadata, options));
  }

  /** The server has said something. */
  heard(): void {
    this.silences = 0;
  }

  /** A call has waited for its deadline. @returns whether the client was dropped for a new one */
  silent(): boolean {
    if (++this.silences < SILENCES || this.closed) return false;
    this.silences = 0;
    const old = this.client;
    this.client = this.made();
    this.isUsed = false;
    void ended(old, this.deadlineMs);
    return true;
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.isUsed) await ended(this.client, this.deadlineMs);
  }

  private made(): ClientInside {
    const client = clientOf(this.connectionString);
    for (const name of ['getGRPCClient', 'callArguments', 'handleError', 'getChannel', 'dispose'] as const)
      if (typeof client[name] !== 'function')
        throw new Error(`@eventstore/db-client has no ${name}: this is for 6.2.1`);
    return client;
  }

  private async call<Stream>(
    make: (client: StreamsClient, metadata: Metadata, options: CallOptions) => Stream,
  ): Promise<Call<Stream>> {
    if (this.closed) throw new Error('the event store is closed');
    const { client, requiresLeader } = this;
    this.isUsed = true;
    const opened = client.getGRPCClient(StreamsClient, 'liggare');
    const grpc = await within(this.deadlineMs, opened, () => {
      this.silent();
      return new ServerSilent(this.deadlineMs);
    });
    const stream = make(grpc, ...client.callArguments({ requiresLeader }, { deadline: Infinity }));
    const failed = (error: unknown) => {
      // It waits for a channel that may not have come about; that is then the next call's error.
      if (error instanceof Error) void client.handleError(grpc, error).catch(() => undefined);
    };
    return { stream, failed };
  }
}

function clientOf(connectionString: string): ClientInside {
  checkParameters(connectionString);
  try {
    return EventStoreDBClient.connectionString(connectionString) as unknown as ClientInside;
  } catch (error) {
    throw withoutSecrets(error);
  }
}

/** The client's `dispose` may wait for ever, and leaves its channel open. */
async function ended(client: ClientInside, limitMs: number): Promise<void> {
  const limit = Math.min(limitMs, 1_000);
  // Both begin at once, and neither may be rejected while the other is waited for.
  const closed = client.getChannel().then(
    (channel) => channel.close(),
    () => undefined,
  );
  for (const work of [client.dispose(), closed])
    await within(limit, work, () => new Error('late')).catch(() => undefined);
}
