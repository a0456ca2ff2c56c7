import type { Clock } from '@liggare/kernel';
import type { User } from './access-control.js';
import type { Transactions } from './log/record-layout.js';
import type { ProtocolServer } from './protocol-server.js';

export interface TlsOptions {
  /** PEM. */
  readonly certificate: string;
  readonly privateKey: string;
  /** PEM of who signs the clients' certificates. */
  readonly authority?: string;
  /** Refuses clients without a certificate; the name in it is the user's login. Default false. */
  readonly userCertificates?: boolean;
}

export interface ProtocolServerOptions {
  /** Default 0: the system chooses. */
  readonly port?: number;
  /** The name under which clients reach it, on this computer. Default `localhost`. */
  readonly host?: string;
  /** Default: not encrypted. */
  readonly tls?: TlsOptions;
  /** Default: everyone may do everything. The client sends passwords over TLS only. */
  readonly users?: readonly User[];
  /** Keeps the log in a file there, and finds it again. Default: in memory only. */
  readonly directory?: string;
  /** Largest append, in bytes. Default 1 MiB. */
  readonly maxAppendSize?: number;
  /** Default `implicit`. With `explicit` the events of an append share a commit position. */
  readonly transactions?: Transactions;
  /** Whether it says that it can do batch appends; otherwise clients append one by one. Default true. */
  readonly batchAppend?: boolean;
  /** Another node, whose log it serves too: they are a cluster then, and the first one leads. Default: alone. */
  readonly replicaOf?: ProtocolServer;
  readonly clock?: Clock;
}
