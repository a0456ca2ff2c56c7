import type { Transaction } from '@liggare/database';
import { INDEXES } from './tables.js';

/** The runtime fills its batches as long as it is behind; a smaller one means that it has caught up. */
const FULL_BATCH = 1_000;

/**
 * Indexes and constraints cost several times more row by row than in one go. So a copy that is being filled with a
 * long history gets them when it has caught up, in the transaction of its first small batch; until then it has what
 * writing needs. A new register has them from its first event.
 */
export class LateIndexes {
  /** Schemas, by database, that are known to have them. */
  private readonly made = new Set<string>();

  async make(tx: Transaction, place: string, events: number): Promise<void> {
    if (events >= FULL_BATCH || this.made.has(place)) return;
    if (!(await areThere(tx))) {
      await tx.query(`set local maintenance_work_mem = '256MB'`);
      await tx.query(INDEXES);
      // Whether they stay is decided at commit: the next batch looks again.
      return;
    }
    this.made.add(place);
  }
}

async function areThere(tx: Transaction): Promise<boolean> {
  const { rows } = await tx.query<{ there: boolean }>(
    `select exists (select from pg_constraint
       where conrelid = 'membership'::regclass and conname = 'membership_never_contradicts') as there`,
  );
  return rows[0]!.there;
}
