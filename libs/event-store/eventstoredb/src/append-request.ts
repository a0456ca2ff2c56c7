import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import emptyPb from 'google-protobuf/google/protobuf/empty_pb.js';
import { NO_EVENTS } from '@liggare/kernel';
import type { EncodedEvent } from './encoded-event.js';

/** What the client sends at the most in one message; a server takes 4 MiB unless it is told otherwise. */
const MESSAGE_BYTES = 3 * 1024 * 1024;

/**
 * An append in as many messages as it needs. There is no deadline in it: on the wire that is a time of day, which
 * means nothing to a server whose clock is another. The server's own limit holds, and ours is a timer.
 * @param last the stream's last revision, exactly; -1n: it does not exist
 */
export function* appendRequests(
  correlationId: string,
  stream: string,
  events: readonly EncodedEvent[],
  last: bigint,
): Generator<BatchAppendReq> {
  let request = part(correlationId);
  request.setOptions(options(stream, last));
  let size = 0;
  for (const event of events) {
    const bytes = event.data.length + event.metadata.length;
    if (size > 0 && size + bytes > MESSAGE_BYTES) {
      yield request;
      request = part(correlationId);
      size = 0;
    }
    size += bytes;
    request.addProposedMessages(proposed(event));
  }
  request.setIsFinal(true);
  yield request;
}

function part(correlationId: string): BatchAppendReq {
  return new streamsPb.BatchAppendReq().setCorrelationId(uuid(correlationId)).setIsFinal(false);
}

function options(stream: string, last: bigint): BatchAppendReq.Options {
  const name = new sharedPb.StreamIdentifier().setStreamName(Buffer.from(stream));
  const made = new streamsPb.BatchAppendReq.Options().setStreamIdentifier(name);
  return last === NO_EVENTS ? made.setNoStream(new emptyPb.Empty()) : made.setStreamPosition(last.toString());
}

function proposed({ id, type, data, metadata }: EncodedEvent): BatchAppendReq.ProposedMessage {
  const message = new streamsPb.BatchAppendReq.ProposedMessage();
  message.setId(uuid(id)).setData(data).setCustomMetadata(metadata);
  message.getMetadataMap().set('type', type).set('content-type', 'application/json');
  return message;
}

function uuid(text: string) {
  return new sharedPb.UUID().setString(text);
}
