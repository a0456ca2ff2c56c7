import type { ExpectedRevision } from '../log/expected-version.js';
import { invalidArgument } from './rpc-errors.js';

/** What the options of append, delete and tombstone have in common. */
export interface ExpectedRevisionOptions {
  hasRevision(): boolean;
  getRevision(): string;
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

/** @throws RpcError when the options name none. */
export function expectedRevision(options: ExpectedRevisionOptions): ExpectedRevision {
  if (options.hasRevision()) return BigInt(options.getRevision());
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'stream_exists';
  throw invalidArgument('The expected stream revision is missing');
}

/** The signed number the server's errors use for it. */
export function signedRevision(expected: ExpectedRevision): bigint {
  switch (expected) {
    case 'no_stream':
      return -1n;
    case 'any':
      return -2n;
    case 'stream_exists':
      return -4n;
    default:
      return expected;
  }
}
