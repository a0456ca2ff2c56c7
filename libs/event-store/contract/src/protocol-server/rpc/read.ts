import type { handleServerStreamingCall } from '@grpc/grpc-js';
import type { streams } from '../wire/messages.js';
import { RpcError } from '../wire/rpc-errors.js';
import { checkAccess } from './caller.js';
import { Outlet } from './outlet.js';
import { readAll } from './read-all.js';
import { readRequest, type ReadRequest } from './read-request.js';
import { readStream } from './read-stream.js';
import type { RpcContext } from './rpc-context.js';
import { subscribeToAll } from './subscribe-to-all.js';
import { subscribeToStream } from './subscribe-to-stream.js';
import { attempt } from './unary.js';

export type ReadOutlet = Outlet<streams.ReadResp>;

/** Streams.Read: a stream or `$all`, to an end or for ever. */
export function read(context: RpcContext): handleServerStreamingCall<streams.ReadReq, streams.ReadResp> {
  return (call) => {
    const request = attempt(() => readRequest(call.request));
    const method = !(request instanceof RpcError) && request.count === undefined ? 'subscribe' : 'read';
    const outlet: ReadOutlet = new Outlet<streams.ReadResp>(context, method, call);
    if (request instanceof RpcError) return outlet.fail(request);
    for (const step of context.misbehave.steps('request', method)) {
      if (step.do === 'drop') return outlet.drop();
      if (step.do === 'fail') return outlet.fail(step.error);
      if (step.do === 'swallow') return;
    }
    const denied = attempt(() => checkAccess(context, call, 'read', request.of === 'all' ? '$all' : request.stream));
    if (denied instanceof RpcError) return outlet.fail(denied);
    run(context, outlet, request).then(
      () => outlet.end(),
      (error: unknown) => outlet.fail(error instanceof RpcError ? error : unexpected(error)),
    );
  };
}

function run(context: RpcContext, outlet: ReadOutlet, request: ReadRequest): Promise<void> {
  if (request.of === 'stream')
    return request.count === undefined
      ? subscribeToStream(context.log, outlet, request)
      : readStream(context.log, outlet, { ...request, count: request.count });
  return request.count === undefined
    ? subscribeToAll(context.log, outlet, request)
    : readAll(context.log, outlet, { ...request, count: request.count });
}

function unexpected(error: unknown): RpcError {
  return attempt(() => {
    throw error;
  });
}
