/**
 * A place in the log. Opaque: only the event store that gave it knows what the number means, but positions compare
 * with `<`, grow in commit order (a reader that has seen `p` never later sees a smaller one) and are written as
 * decimal digits. PostgreSQL counts 1, 2, 3 …; EventStoreDB packs commit and prepare positions into one number.
 */
export type Position = bigint & { readonly __position: true };

/** Before the first event. */
export const START = 0n as Position;

export function position(value: bigint | number | string): Position {
  const parsed = typeof value === 'string' && !/^\d+$/.test(value) ? -1n : BigInt(value);
  if (parsed < 0n) throw new RangeError('a position is a whole number of 0 or more, in decimal digits');
  return parsed as Position;
}
