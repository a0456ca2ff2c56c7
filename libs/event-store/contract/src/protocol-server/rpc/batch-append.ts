import { status as grpcStatus, type handleBidiStreamingCall } from '@grpc/grpc-js';
import { freshId } from '@liggare/kernel';
import type { WriteOutcome } from '../log/write-outcome.js';
import { googleEmpty, shared, type status, streams } from '../wire/messages.js';
import { batchAccessDenied, batchBadRequest, batchStreamDeleted, batchTimeout } from '../wire/batch-status.js';
import { batchTooLarge, batchWrongExpectedVersion } from '../wire/batch-status.js';
import { RpcError } from '../wire/rpc-errors.js';
import { streamIdentifier, streamName } from '../wire/stream-identifier.js';
import { uuidMessage, uuidText } from '../wire/uuid.js';
import { checkAccess } from './caller.js';
import { Outlet } from './outlet.js';
import { PendingAppend } from './pending-append.js';
import type { RpcContext } from './rpc-context.js';
import { attempt } from './unary.js';

/** Streams.BatchAppend: many appends on one stream, each in one or more parts, each answered by its correlation id. */
export function batchAppend(
  context: RpcContext,
): handleBidiStreamingCall<streams.BatchAppendReq, streams.BatchAppendResp> {
  return (call) => {
    const outlet = new Outlet<streams.BatchAppendResp>(context, 'batchAppend', call, mistaken);
    const pending = new Map<string, PendingAppend>();
    outlet.onClose(() => {
      for (const append of pending.values()) append.forget();
      pending.clear();
    });

    const say = (correlation: string, stream: string, outcome: Outcome) => {
      const waiting = outlet.send(response(correlation, stream, outcome));
      // An answer that is held back on purpose holds nothing else back.
      if (waiting === undefined || !call.writableNeedDrain) return;
      call.pause();
      void waiting.then(() => call.resume());
    };

    const begin = (correlation: string, options: streams.BatchAppendReq.Options) => {
      const stream = streamName(options.getStreamIdentifier());
      const denied = attempt(() => checkAccess(context, call, 'write', stream));
      if (denied instanceof RpcError) {
        if (denied.code === grpcStatus.PERMISSION_DENIED) say(correlation, stream, batchAccessDenied());
        else outlet.fail(denied);
        return;
      }
      if (stream === '') {
        say(correlation, stream, batchBadRequest('Required field StreamIdentifier not set.'));
        return;
      }
      const expires = () => {
        pending.delete(correlation);
        say(correlation, stream, batchTimeout());
      };
      const append = PendingAppend.begin(options, expires);
      if (append === undefined) {
        say(correlation, stream, batchTimeout());
        return;
      }
      pending.set(correlation, append);
    };

    call.on('data', (request: streams.BatchAppendReq) => {
      if (!outlet.open) return;
      for (const step of context.misbehave.steps('request', 'batchAppend')) {
        if (step.do === 'drop') outlet.drop();
        else if (step.do === 'end') outlet.end();
        else if (step.do === 'fail') outlet.fail(step.error);
        if (step.do !== 'delay') return;
      }
      const correlation = uuidText(request.getCorrelationId()) ?? '';
      const options = request.getOptions();
      if (options !== undefined && !pending.has(correlation)) begin(correlation, options);
      const append = pending.get(correlation);
      if (append === undefined) return;
      const failure = attempt(() => append.add(request.getProposedMessagesList()));
      if (failure instanceof RpcError || append.size > context.maxAppendSize || request.getIsFinal()) {
        pending.delete(correlation);
        append.forget();
        if (failure instanceof RpcError) say(correlation, append.stream, batchBadRequest(failure.details));
        else if (append.size > context.maxAppendSize)
          say(correlation, append.stream, batchTooLarge(context.maxAppendSize));
        else {
          const outcome = context.log.append(append.stream, append.expected, append.events);
          say(correlation, append.stream, { outcome, expected: append.expected });
        }
      }
    });
    call.on('end', () => outlet.end());
  };
}

type Outcome = status.Status | { readonly outcome: WriteOutcome; readonly expected: PendingAppend['expected'] };

function response(correlation: string, stream: string, result: Outcome): streams.BatchAppendResp {
  const answer = new streams.BatchAppendResp();
  answer.setCorrelationId(uuidMessage(correlation));
  answer.setStreamIdentifier(streamIdentifier(stream));
  if (!('outcome' in result)) return answer.setError(result);
  const { outcome, expected } = result;
  switch (outcome.result) {
    case 'stream-deleted':
      return answer.setError(batchStreamDeleted(stream));
    case 'wrong-expected-version':
      return answer.setError(batchWrongExpectedVersion(expected, outcome.currentRevision));
    case 'success':
      return answer.setSuccess(success(outcome.lastRevision, outcome.position));
  }
}

function success(
  lastRevision: number,
  position: { readonly commit: number; readonly prepare: number } | undefined,
): streams.BatchAppendResp.Success {
  const message = new streams.BatchAppendResp.Success();
  if (lastRevision < 0) message.setNoStream(new googleEmpty.Empty());
  else message.setCurrentRevision(String(lastRevision));
  if (position === undefined) return message.setNoPosition(new googleEmpty.Empty());
  const place = new shared.AllStreamPosition();
  place.setCommitPosition(String(position.commit));
  place.setPreparePosition(String(position.prepare));
  return message.setPosition(place);
}

/** The same answer, to a question nobody asked. */
function mistaken(answer: streams.BatchAppendResp): streams.BatchAppendResp {
  return answer.clone().setCorrelationId(uuidMessage(freshId()));
}
