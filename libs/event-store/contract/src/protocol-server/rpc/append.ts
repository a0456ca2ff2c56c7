import type { handleClientStreamingCall } from '@grpc/grpc-js';
import type { ExpectedRevision } from '../log/expected-version.js';
import type { WriteOutcome } from '../log/write-outcome.js';
import type { ProposedEvent } from '../log/stored-event.js';
import { expectedRevision } from '../wire/expected-revision.js';
import { shared, streams } from '../wire/messages.js';
import { proposedEvent, sizeOnDisk } from '../wire/proposed-event.js';
import { appendTooLarge, invalidArgument, streamDeleted } from '../wire/rpc-errors.js';
import { streamName } from '../wire/stream-identifier.js';
import { checkAccess } from './caller.js';
import type { RpcContext } from './rpc-context.js';
import { answer } from './unary.js';

/** Streams.Append: options first, then the events one by one; one answer when the client ends. */
export function append(context: RpcContext): handleClientStreamingCall<streams.AppendReq, streams.AppendResp> {
  return (call, callback) => {
    const requests: streams.AppendReq[] = [];
    let over = false;
    const stop = () => {
      over = true;
    };
    call.on('data', (request: streams.AppendReq) => {
      if (over) return;
      for (const step of context.misbehave.steps('request', 'append')) {
        if (step.do === 'drop') context.cut(call.getPeer());
        else if (step.do === 'fail') callback(step.error);
        if (step.do !== 'delay') return stop();
      }
      requests.push(request);
    });
    call.on('error', stop);
    call.on('cancelled', stop);
    call.on('end', () => {
      if (over) return;
      answer(context, 'append', call, callback, () => {
        const options = requests[0]?.getOptions();
        if (options === undefined) throw invalidArgument('The first message of an append holds its options');
        const stream = streamName(options.getStreamIdentifier());
        const expected = expectedRevision(options);
        checkAccess(context, call, 'write', stream);
        const outcome = context.log.append(stream, expected, events(requests.slice(1), context.maxAppendSize));
        return response(outcome, expected, stream);
      });
    });
  };
}

function events(requests: readonly streams.AppendReq[], limit: number): ProposedEvent[] {
  let size = 0;
  return requests.map((request) => {
    const message = request.getProposedMessage();
    if (message === undefined) throw invalidArgument('An event was expected');
    const event = proposedEvent(message);
    size += sizeOnDisk(event);
    if (size > limit) throw appendTooLarge(limit);
    return event;
  });
}

function response(outcome: WriteOutcome, expected: ExpectedRevision, stream: string): streams.AppendResp {
  switch (outcome.result) {
    case 'stream-deleted':
      throw streamDeleted(stream);
    case 'wrong-expected-version':
      return new streams.AppendResp().setWrongExpectedVersion(wrongVersion(expected, outcome.currentRevision));
    case 'success': {
      const success = new streams.AppendResp.Success();
      if (outcome.lastRevision < 0) success.setNoStream(new shared.Empty());
      else success.setCurrentRevision(String(outcome.lastRevision));
      if (outcome.position === undefined) success.setNoPosition(new shared.Empty());
      else {
        const position = new streams.AppendResp.Position();
        position.setCommitPosition(String(outcome.position.commit));
        position.setPreparePosition(String(outcome.position.prepare));
        success.setPosition(position);
      }
      return new streams.AppendResp().setSuccess(success);
    }
  }
}

function wrongVersion(expected: ExpectedRevision, current: number): streams.AppendResp.WrongExpectedVersion {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new shared.Empty());
  else if (expected === 'no_stream') wrong.setExpectedNoStream(new shared.Empty());
  else wrong.setExpectedRevision(expected.toString());
  if (current < 0) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(current));
  return wrong;
}
