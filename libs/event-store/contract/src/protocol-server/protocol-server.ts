import { randomUUID } from 'node:crypto';
import { systemClock } from '@liggare/kernel';
import type { Server } from '@grpc/grpc-js';
import { AccessControl } from './access-control.js';
import { Cluster, type ClusterNode } from './cluster.js';
import { Connections } from './connections.js';
import { EventLog } from './log/event-log.js';
import { LogFile } from './log/log-file.js';
import { Layout } from './log/record-layout.js';
import { writeSystemEvents } from './log/system-events.js';
import { Misbehaviour } from './misbehaviour.js';
import type { ProtocolServerOptions } from './protocol-server-options.js';
import type { Member } from './rpc/gossip.js';
import { credentials, services } from './services.js';
import { Traffic } from './traffic.js';
import { shuttingDown, type Endpoint } from './wire/rpc-errors.js';

const MIB = 1024 * 1024;
/** So long, in milliseconds, connections have to end by themselves when the server stops. */
const GOODBYE = 500;

/**
 * EventStoreDB's protocol, served in process from a log in memory: a test double. It does what the real server is
 * documented to do (assumptions.md says where that was not certain), and misbehaves on demand.
 */
export class ProtocolServer implements ClusterNode {
  /** Random all over: the client's parser of structured UUIDs knows no version above 5. */
  readonly id = randomUUID();
  /** What goes wrong, on demand. */
  readonly misbehave: Misbehaviour;
  /** What came and went. */
  readonly traffic = new Traffic();

  private readonly connections: Connections;
  private readonly cluster: Cluster;
  private current: EventLog;
  private file: LogFile | undefined;
  private grpc: Server | undefined;
  private inject: (socket: never) => void = () => undefined;
  private port: number;

  private constructor(private readonly options: ProtocolServerOptions) {
    this.port = options.port ?? 0;
    this.cluster = options.replicaOf?.cluster ?? new Cluster();
    this.connections = new Connections(this.host, (socket) => this.inject(socket as never));
    this.misbehave = new Misbehaviour(this.traffic, () => this.connections.cutAll());
    this.current = options.replicaOf?.log ?? this.openLog();
  }

  /** Listens on this computer only. */
  static async start(options: ProtocolServerOptions = {}): Promise<ProtocolServer> {
    const server = new ProtocolServer(options);
    await server.listen();
    server.cluster.join(server);
    return server;
  }

  /** What is stored, to look at. */
  get log(): EventLog {
    return this.current;
  }

  get host(): string {
    return this.options.host ?? 'localhost';
  }

  /** For `EventStoreDBClient.connectionString`. Says nothing of users and certificates. */
  get connectionString(): string {
    return `esdb://${this.host}:${this.port}?tls=${this.options.tls !== undefined}`;
  }

  get endpoint(): Endpoint {
    return { host: this.host, port: this.port };
  }

  get running(): boolean {
    return this.grpc !== undefined;
  }

  /** The nodes gossip tells of: this one alone, unless others are its replicas. */
  get members(): readonly Member[] {
    return this.cluster.members;
  }

  /** From now on this node leads its cluster. */
  lead(): void {
    this.cluster.elect(this);
  }

  /** Stops and starts again: same port, same data. */
  async restart(how: { readonly kill?: boolean } = {}): Promise<void> {
    await this.stop(how);
    await this.resume();
  }

  /** Says goodbye to its clients, or with `kill` does not. The log stays. */
  async stop({ kill = false }: { readonly kill?: boolean } = {}): Promise<void> {
    const grpc = this.grpc;
    if (grpc === undefined) return;
    this.grpc = undefined;
    const refused = this.connections.refuse();
    if (!kill) {
      this.misbehave.endCalls(shuttingDown());
      await goodbye(grpc);
    }
    this.connections.cutAll();
    grpc.forceShutdown();
    await refused;
    this.file?.close();
    this.file = undefined;
  }

  /** Goes on after `stop`, on the same port, with what was stored. */
  async resume(): Promise<void> {
    if (this.running) return;
    if (this.options.replicaOf === undefined) {
      if (this.options.directory !== undefined) this.current = this.openLog();
      else this.current.forgetIds();
    }
    await this.listen();
  }

  private openLog(): EventLog {
    const { clock = systemClock, transactions = 'implicit', directory } = this.options;
    this.file = directory === undefined ? undefined : LogFile.open(directory);
    return new EventLog(clock, new Layout(transactions), this.file, this.file?.stored);
  }

  private async listen(): Promise<void> {
    const { users, maxAppendSize = MIB, batchAppend = true, tls } = this.options;
    const accounts = users === undefined ? undefined : new Map(users.map((user) => [user.login, user]));
    const grpc = services(
      {
        log: this.log,
        access: new AccessControl(accounts, (stream) => this.log.stream(stream).metadata),
        misbehave: this.misbehave,
        maxAppendSize,
        batchAppend,
        cut: (peer) => this.connections.cut(peer),
        otherLeader: () => (this.cluster.leader === this ? undefined : this.cluster.leader?.endpoint),
      },
      () => this.members,
    );
    const injector = grpc.createConnectionInjector(credentials(tls));
    this.inject = (socket) => injector.injectConnection(socket);
    this.port = await this.connections.listen(this.port);
    this.grpc = grpc;
    if (this.options.replicaOf === undefined)
      writeSystemEvents(this.log, { id: this.id, endpoint: `${this.host}:${this.port}` });
  }
}

async function goodbye(grpc: Server): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    new Promise<void>((resolve) => grpc.tryShutdown(() => resolve())),
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, GOODBYE);
    }),
  ]);
  clearTimeout(timer);
}
