/** A place in `$all`. Both numbers are offsets in bytes; events are ordered by commit, then by prepare. */
export interface LogPosition {
  readonly commit: number;
  readonly prepare: number;
}

export const START_OF_LOG: LogPosition = { commit: 0, prepare: 0 };

/** Negative when `a` comes before `b`, 0 when they are the same place. */
export function comparePositions(a: LogPosition, b: LogPosition): number {
  return a.commit - b.commit || a.prepare - b.prepare;
}

/** The index of the first element at or after `position`; the length when there is none. */
export function firstAtOrAfter(positions: readonly LogPosition[], position: LogPosition): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (comparePositions(positions[middle]!, position) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
