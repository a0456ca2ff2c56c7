import code from '@eventstore/db-client/generated/code_pb.js';
import type { Message } from 'google-protobuf';
import type { ExpectedRevision } from '../log/expected-version.js';
import { googleAny, googleEmpty, shared, status } from './messages.js';
import { streamIdentifier } from './stream-identifier.js';

const PACKAGE = 'event_store.client';

function failure(message: string, number: code.Code, name: string, details: Message): status.Status {
  const any = new googleAny.Any();
  any.pack(details.serializeBinary(), `${PACKAGE}.${name}`);
  return new status.Status().setCode(number).setMessage(message).setDetails(any);
}

/** @param current -1 when the stream has no events. */
export function batchWrongExpectedVersion(expected: ExpectedRevision, current: number): status.Status {
  const details = new shared.WrongExpectedVersion();
  if (current < 0) details.setCurrentNoStream(new googleEmpty.Empty());
  else details.setCurrentStreamRevision(String(current));
  if (expected === 'any') details.setExpectedAny(new googleEmpty.Empty());
  else if (expected === 'stream_exists') details.setExpectedStreamExists(new googleEmpty.Empty());
  else if (expected === 'no_stream') details.setExpectedNoStream(new googleEmpty.Empty());
  else details.setExpectedStreamPosition(expected.toString());
  return failure('WrongExpectedVersion', code.Code.ALREADY_EXISTS, 'WrongExpectedVersion', details);
}

export function batchStreamDeleted(stream: string): status.Status {
  const details = new shared.StreamDeleted().setStreamIdentifier(streamIdentifier(stream));
  return failure('StreamDeleted', code.Code.NOT_FOUND, 'StreamDeleted', details);
}

export function batchAccessDenied(): status.Status {
  return failure('AccessDenied', code.Code.PERMISSION_DENIED, 'AccessDenied', new shared.AccessDenied());
}

export function batchTimeout(): status.Status {
  return failure('Timeout', code.Code.DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout());
}

export function batchTooLarge(limit: number): status.Status {
  const details = new shared.MaximumAppendSizeExceeded().setMaxappendsize(limit);
  return failure('MaximumAppendSizeExceeded', code.Code.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', details);
}

export function batchBadRequest(message: string): status.Status {
  return failure('BadRequest', code.Code.INVALID_ARGUMENT, 'BadRequest', new shared.BadRequest().setMessage(message));
}
