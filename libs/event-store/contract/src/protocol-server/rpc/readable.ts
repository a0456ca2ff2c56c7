import type { EventLog } from '../log/event-log.js';
import { firstAtOrAfter, type LogPosition } from '../log/log-position.js';
import { invalidPosition } from '../wire/rpc-errors.js';
import type { StreamMetadata } from '../log/stream-metadata.js';

/** The moment, in milliseconds since 1970, before which `$maxAge` hides events. */
export function oldestReadable(metadata: StreamMetadata, now: number): number {
  return metadata.maxAge === undefined ? -Infinity : now - metadata.maxAge * 1000;
}

/**
 * A position is an offset, and one in the middle of a record cannot be read from. One behind the end can: nothing is there.
 * @throws RpcError when no record begins there.
 */
export function checkPosition(log: EventLog, { commit }: LogPosition): void {
  const next = log.events[firstAtOrAfter(log.events, { commit, prepare: 0 })];
  if (commit > 0 && next !== undefined && next.commit !== commit) throw invalidPosition();
  if (next === undefined && commit < log.end.commit) throw invalidPosition();
}
