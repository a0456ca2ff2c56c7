import type { ServerDuplexStream, ServerReadableStream, ServerUnaryCall, ServerWritableStream } from '@grpc/grpc-js';
import type { AccessControl } from '../access-control.js';
import type { EventLog } from '../log/event-log.js';
import type { Misbehaviour } from '../misbehaviour.js';

/** What every call needs of the server. */
export interface RpcContext {
  readonly log: EventLog;
  readonly access: AccessControl;
  readonly misbehave: Misbehaviour;
  /** In bytes. */
  readonly maxAppendSize: number;
  /** Cuts the connection a call came on, without a goodbye. */
  cut(peer: string): void;
}

/** A call of any kind. */
export type AnyCall =
  | ServerUnaryCall<unknown, unknown>
  | ServerReadableStream<unknown, unknown>
  | ServerWritableStream<unknown, unknown>
  | ServerDuplexStream<unknown, unknown>;
