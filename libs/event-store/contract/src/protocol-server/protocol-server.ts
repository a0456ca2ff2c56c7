import { freshId, systemClock } from '@liggare/kernel';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { AccessControl } from './access-control.js';
import { Connections } from './connections.js';
import { EventLog } from './log/event-log.js';
import { Layout } from './log/record-layout.js';
import { Misbehaviour } from './misbehaviour.js';
import type { ProtocolServerOptions, TlsOptions } from './protocol-server-options.js';
import { append } from './rpc/append.js';
import { batchAppend } from './rpc/batch-append.js';
import { deleteStream, tombstoneStream } from './rpc/delete-stream.js';
import { gossip, type Member } from './rpc/gossip.js';
import { read } from './rpc/read.js';
import type { RpcContext } from './rpc/rpc-context.js';
import { supportedMethods } from './rpc/server-features.js';

const MIB = 1024 * 1024;
/** The client reads messages of up to 17 MiB; the server takes what fits one of its appends, and what surrounds it. */
const LARGEST_MESSAGE = 17 * MIB;

/**
 * EventStoreDB's protocol, served in process from a log in memory: a test double. It does what the real server is
 * documented to do (assumptions.md says where that was not certain), and misbehaves on demand.
 */
export class ProtocolServer {
  /** What goes wrong, on demand. */
  readonly misbehave: Misbehaviour;
  readonly log: EventLog;

  private readonly connections: Connections;
  private readonly nodeId = freshId();
  private grpc: Server;
  private inject: (socket: never) => void = () => undefined;
  private port = 0;

  private constructor(private readonly options: ProtocolServerOptions) {
    this.log = new EventLog(options.clock ?? systemClock, new Layout(options.transactions ?? 'implicit'));
    this.connections = new Connections(this.host, (socket) => this.inject(socket as never));
    this.misbehave = new Misbehaviour(() => this.connections.cutAll());
    this.grpc = this.serve();
  }

  /** Listens on this computer only. */
  static async start(options: ProtocolServerOptions = {}): Promise<ProtocolServer> {
    const server = new ProtocolServer(options);
    server.port = await server.connections.listen(options.port ?? 0);
    return server;
  }

  get host(): string {
    return this.options.host ?? 'localhost';
  }

  /** For `EventStoreDBClient.connectionString`. Says nothing of users and certificates. */
  get connectionString(): string {
    return `esdb://${this.host}:${this.port}?tls=${this.options.tls !== undefined}`;
  }

  get endpoint(): { readonly host: string; readonly port: number } {
    return { host: this.host, port: this.port };
  }

  /** The node itself, as gossip tells of it. */
  get members(): readonly Member[] {
    return [{ id: this.nodeId, ...this.endpoint, state: 'leader', alive: true }];
  }

  /** Gone without a goodbye, and there again: same port, same data. */
  async restart(): Promise<void> {
    await this.kill();
    this.log.forgetIds();
    this.grpc = this.serve();
    await this.connections.listen(this.port);
  }

  async stop(): Promise<void> {
    await this.kill();
  }

  /** Cuts every connection and listens no more. */
  private async kill(): Promise<void> {
    const refused = this.connections.refuse();
    this.connections.cutAll();
    this.grpc.forceShutdown();
    await refused;
  }

  private serve(): Server {
    const context: RpcContext = {
      log: this.log,
      access: new AccessControl(this.users, (stream) => this.log.stream(stream).metadata),
      misbehave: this.misbehave,
      maxAppendSize: this.options.maxAppendSize ?? MIB,
      cut: (peer) => this.connections.cut(peer),
    };
    const grpc = new Server({ 'grpc.max_receive_message_length': LARGEST_MESSAGE });
    grpc.addService(StreamsService, {
      read: read(context),
      append: append(context),
      batchAppend: batchAppend(context),
      delete: deleteStream(context),
      tombstone: tombstoneStream(context),
    });
    grpc.addService(ServerFeaturesService, {
      getSupportedMethods: supportedMethods(context, this.options.batchAppend ?? true),
    });
    grpc.addService(GossipService, { read: gossip(context, () => this.members) });
    const injector = grpc.createConnectionInjector(credentials(this.options.tls));
    this.inject = (socket) => injector.injectConnection(socket);
    return grpc;
  }

  private get users() {
    const { users } = this.options;
    return users === undefined ? undefined : new Map(users.map((user) => [user.login, user]));
  }
}

function credentials(tls: TlsOptions | undefined): ServerCredentials {
  if (tls === undefined) return ServerCredentials.createInsecure();
  const authority = tls.authority === undefined ? null : Buffer.from(tls.authority);
  const pair = { cert_chain: Buffer.from(tls.certificate), private_key: Buffer.from(tls.privateKey) };
  return ServerCredentials.createSsl(authority, [pair], tls.userCertificates ?? false);
}
