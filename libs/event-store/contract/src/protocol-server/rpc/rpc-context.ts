import type { ServerDuplexStream, ServerReadableStream, ServerUnaryCall, ServerWritableStream } from '@grpc/grpc-js';
import type { AccessControl } from '../access-control.js';
import type { EventLog } from '../log/event-log.js';
import type { Misbehaviour } from '../misbehaviour.js';
import type { Endpoint } from '../wire/rpc-errors.js';

/** What every call needs of the server. */
export interface RpcContext {
  readonly log: EventLog;
  readonly access: AccessControl;
  readonly misbehave: Misbehaviour;
  /** In bytes. */
  readonly maxAppendSize: number;
  /** Whether it says that it can do batch appends. */
  readonly batchAppend: boolean;
  /** Cuts the connection a call came on, without a goodbye. */
  cut(peer: string): void;
  /** The leader, when this node is not it. */
  otherLeader(): Endpoint | undefined;
}

/** A call of any kind. */
export type AnyCall =
  | ServerUnaryCall<unknown, unknown>
  | ServerReadableStream<unknown, unknown>
  | ServerWritableStream<unknown, unknown>
  | ServerDuplexStream<unknown, unknown>;
