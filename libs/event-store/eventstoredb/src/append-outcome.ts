import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Position } from '@liggare/kernel';
import { packed } from './packed-position.js';

/** The server has understood an append and does not do it. */
export class AppendRefused extends Error {
  constructor(
    readonly reason: string,
    message = `EventStoreDB refuses the append: ${reason}`,
  ) {
    super(message);
    this.name = 'AppendRefused';
  }
}

/** What became of an append, as far as can be told. */
export type Outcome =
  | { readonly kind: 'written'; readonly revision: bigint; readonly position: Position }
  /** The stream is not where it was thought to be. */
  | { readonly kind: 'elsewhere' }
  /** Written or not: the answer is lost, or says nothing of it. */
  | { readonly kind: 'unknown'; readonly cause: unknown }
  | { readonly kind: 'refused'; readonly error: Error };

const REASONS: Readonly<Record<string, string>> = {
  StreamDeleted: 'the stream is deleted',
  AccessDenied: 'access denied',
  MaximumAppendSizeExceeded: 'it is larger than the server allows (--max-append-size)',
  BadRequest: 'bad request',
  InvalidTransaction: 'invalid transaction',
};

/** @param count the events of the append */
export function outcomeOf(response: BatchAppendResp, count: number): Outcome {
  const success = response.getSuccess();
  if (success) {
    const position = success.getPosition();
    if (!success.hasCurrentRevision() || !position)
      return { kind: 'unknown', cause: new Error('the answer has no place') };
    const [commit, prepare] = [position.getCommitPosition(), position.getPreparePosition()];
    // Of several events the server gives the end of the last and the beginning of the first; in the log the last one
    // stands at the former under both names, because what is appended over gRPC is no explicit transaction.
    return {
      kind: 'written',
      revision: BigInt(success.getCurrentRevision()),
      position: packed(commit, count > 1 ? commit : prepare),
    };
  }
  const type = response.getError()?.getDetails()?.getTypeName().split('.').at(-1) ?? '';
  if (type === 'WrongExpectedVersion') return { kind: 'elsewhere' };
  const reason = REASONS[type];
  if (reason !== undefined) return { kind: 'refused', error: new AppendRefused(reason) };
  // Timeouts, a server that is busy or not ready, a cluster without a leader, and what nobody has thought of.
  return { kind: 'unknown', cause: new Error(`the server answers ${type || 'nothing'}`) };
}
