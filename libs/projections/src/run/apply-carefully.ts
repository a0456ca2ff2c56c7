import type { Transaction } from '@liggare/database';
import type { Past, Projection, RecordedEvent } from '@liggare/kernel';
import { describeError, isTransient } from './describe-error.js';

/** An event that is not applied: the culprit with its error, or one that waits behind it. */
export interface Held {
  readonly event: RecordedEvent;
  /** Absent for an event that only waits behind another of its stream. */
  readonly error?: string;
}

/** The connection is no longer there, so what failed says nothing about the event. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('the database connection was lost', { cause });
    this.name = 'ConnectionLost';
  }
}

/**
 * Applies what can be applied. When a piece fails, it is rolled back to its savepoint and its halves are tried, until
 * single events are found that fail alone; these are held, and the later ones of their streams behind them.
 *
 * @param blocked streams that already hold something; streams of culprits are added
 * @returns what is held, in log order
 */
export async function applyCarefully(
  projection: Projection<Transaction>,
  events: readonly RecordedEvent[],
  tx: Transaction,
  past: Past,
  blocked: Set<string>,
): Promise<readonly Held[]> {
  const open = events.filter(({ stream }) => !blocked.has(stream));
  const behind = events.filter(({ stream }) => blocked.has(stream)).map((event): Held => ({ event }));
  if (open.length === 0) return behind;
  const error = await tryPiece(projection, open, tx, past);
  if (error === undefined) return behind;
  const only = open.length === 1 ? open[0] : undefined;
  if (only) {
    blocked.add(only.stream);
    return inLogOrder([...behind, { event: only, error: describeError(error.thrown) }]);
  }
  const middle = open.length >> 1;
  const first = await applyCarefully(projection, open.slice(0, middle), tx, past, blocked);
  const second = await applyCarefully(projection, open.slice(middle), tx, past, blocked);
  return inLogOrder([...behind, ...first, ...second]);
}

/** Undefined when the piece was applied; else what it threw, with the transaction as it was before. */
async function tryPiece(
  projection: Projection<Transaction>,
  events: readonly RecordedEvent[],
  tx: Transaction,
  past: Past,
): Promise<{ readonly thrown: unknown } | undefined> {
  await tx.query('savepoint piece; set constraints all deferred');
  try {
    await projection.apply(events, tx, past);
    // A deferrable constraint must fail here, where its event can be found, and not at commit.
    await tx.query('set constraints all immediate');
    await tx.query('release savepoint piece');
    return undefined;
  } catch (thrown) {
    if (isTransient(thrown)) throw thrown;
    try {
      await tx.query('rollback to savepoint piece; release savepoint piece');
    } catch (lost) {
      throw new ConnectionLost(lost);
    }
    return { thrown };
  }
}

function inLogOrder(held: Held[]): readonly Held[] {
  return held.sort((a, b) => (a.event.position < b.event.position ? -1 : 1));
}
