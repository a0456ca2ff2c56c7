import type { Position } from '@liggare/kernel';
import type { Register } from '../open-register.js';

/** Where positions do not count events, no more than so many are looked at: a read model that far behind is far behind. */
export const MOST_BEHIND = 1_000;

/** How many events come after a checkpoint; {@link MOST_BEHIND} where there are more and the store cannot tell. */
export async function eventsBehind(
  { log, store }: Pick<Register, 'log' | 'store'>,
  { checkpoint, positions }: { readonly checkpoint: Position; readonly positions: bigint },
): Promise<number> {
  if (log.store === 'postgres' || positions === 0n) return Number(positions);
  let events = 0;
  for await (const _event of store.readAll({ after: checkpoint, limit: MOST_BEHIND })) events++;
  return events;
}
