import type { handleUnaryCall } from '@grpc/grpc-js';
import type { WriteOutcome } from '../log/write-outcome.js';
import type { ExpectedRevision } from '../log/expected-version.js';
import type { LogPosition } from '../log/log-position.js';
import { expectedRevision, signedRevision } from '../wire/expected-revision.js';
import { shared, streams } from '../wire/messages.js';
import { invalidArgument, streamDeleted, wrongExpectedVersion } from '../wire/rpc-errors.js';
import { streamName } from '../wire/stream-identifier.js';
import { checkAccess } from './caller.js';
import type { RpcContext } from './rpc-context.js';
import { unary } from './unary.js';

/** Streams.Delete: what was there cannot be read any more; a later append goes on counting. */
export function deleteStream(context: RpcContext): handleUnaryCall<streams.DeleteReq, streams.DeleteResp> {
  return unary(context, 'delete', (request, call) => {
    const options = request.getOptions();
    if (options === undefined) throw invalidArgument('The options are missing');
    const stream = streamName(options.getStreamIdentifier());
    const expected = expectedRevision(options);
    checkAccess(context, call, 'delete', stream);
    const place = positionOf(context.log.delete(stream, expected), stream, expected);
    if (place === undefined) return new streams.DeleteResp().setNoPosition(new shared.Empty());
    const position = new streams.DeleteResp.Position();
    position.setCommitPosition(String(place.commit)).setPreparePosition(String(place.prepare));
    return new streams.DeleteResp().setPosition(position);
  });
}

/** Streams.Tombstone: the stream is over, for reading and for writing. */
export function tombstoneStream(context: RpcContext): handleUnaryCall<streams.TombstoneReq, streams.TombstoneResp> {
  return unary(context, 'tombstone', (request, call) => {
    const options = request.getOptions();
    if (options === undefined) throw invalidArgument('The options are missing');
    const stream = streamName(options.getStreamIdentifier());
    const expected = expectedRevision(options);
    checkAccess(context, call, 'delete', stream);
    const place = positionOf(context.log.tombstone(stream, expected), stream, expected);
    if (place === undefined) return new streams.TombstoneResp().setNoPosition(new shared.Empty());
    const position = new streams.TombstoneResp.Position();
    position.setCommitPosition(String(place.commit)).setPreparePosition(String(place.prepare));
    return new streams.TombstoneResp().setPosition(position);
  });
}

function positionOf(outcome: WriteOutcome, stream: string, expected: ExpectedRevision): LogPosition | undefined {
  switch (outcome.result) {
    case 'success':
      return outcome.position;
    case 'stream-deleted':
      throw streamDeleted(stream);
    case 'wrong-expected-version':
      throw wrongExpectedVersion(stream, signedRevision(expected), BigInt(outcome.currentRevision));
  }
}
