import type { handleUnaryCall, sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import type { Method } from '../misbehaviour.js';
import { RpcError } from '../wire/rpc-errors.js';
import type { RpcContext } from './rpc-context.js';

/** One question, one answer, and what can go wrong with either on demand. */
export function unary<Request, Response>(
  context: RpcContext,
  method: Method,
  handle: (request: Request, call: ServerUnaryCall<Request, Response>) => Response,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    for (const step of context.misbehave.steps('request', method)) {
      if (step.do === 'drop') return context.cut(call.getPeer());
      if (step.do === 'swallow') return;
      if (step.do === 'fail') return callback(step.error);
    }
    answer(context, method, call, callback, () => handle(call.request, call));
  };
}

/** Gives the one answer of a call. */
export function answer<Response>(
  context: RpcContext,
  method: Method,
  call: { getPeer(): string },
  callback: sendUnaryData<Response>,
  handle: () => Response,
): void {
  const outcome = attempt(handle);
  let milliseconds = 0;
  for (const step of context.misbehave.steps('answer', method)) {
    if (step.do === 'drop') return context.cut(call.getPeer());
    if (step.do === 'swallow') return;
    if (step.do === 'delay') milliseconds += step.milliseconds;
  }
  const say = () => (outcome instanceof RpcError ? callback(outcome) : callback(null, outcome));
  if (milliseconds === 0) say();
  else setTimeout(say, milliseconds);
}

/** The result, or the error that ends the call. What is no error of the protocol becomes one: UNKNOWN. */
export function attempt<Result>(handle: () => Result): Result | RpcError {
  try {
    return handle();
  } catch (error) {
    return error instanceof RpcError
      ? error
      : new RpcError(status.UNKNOWN, `Exception was thrown by handler. ${error}`);
  }
}
