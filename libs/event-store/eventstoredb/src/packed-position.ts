import { position, START, type Position } from '@liggare/kernel';

const BITS = 64n;
/** What the server says in place of a position that it does not know. */
const NONE = 2n ** BITS - 1n;

/** Both of EventStoreDB's positions as the one number that the kernel has. @throws RangeError the server gave none */
export function packed(commit: bigint | string, prepare: bigint | string): Position {
  const [high, low] = [BigInt(commit), BigInt(prepare)];
  if (high === NONE || low === NONE)
    throw new RangeError('the server gives no positions of events in streams: EventStoreDB 22.6 or newer is needed');
  return position((high << BITS) | low);
}

export interface UnpackedPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** Undefined for the beginning of the log, which on the wire is not a position. */
export function unpacked(at: Position): UnpackedPosition | undefined {
  return at === START ? undefined : { commit: at >> BITS, prepare: at & NONE };
}
