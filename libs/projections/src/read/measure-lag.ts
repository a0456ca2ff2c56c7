import { millisOf, type Clock, type EventStore, type Position } from '@liggare/kernel';

/** How far behind the log something is. */
export interface Lag {
  /** Difference of positions. With the PostgreSQL store: events in the log after the checkpoint. */
  readonly positions: bigint;
  /** Since when the oldest event after the checkpoint has been waiting; 0 when there is none. */
  readonly seconds: number;
}

/** @param clock the clock that the events' recorded times come from */
export async function measureLag(store: EventStore, clock: Clock, checkpoint: Position, head: Position): Promise<Lag> {
  if (checkpoint >= head) return { positions: 0n, seconds: 0 };
  const positions = head - checkpoint;
  for await (const oldest of store.readAll({ after: checkpoint, limit: 1 })) {
    return { positions, seconds: Math.max(0, (millisOf(clock.now()) - millisOf(oldest.recordedAt)) / 1_000) };
  }
  return { positions, seconds: 0 };
}
