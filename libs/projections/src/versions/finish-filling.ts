import { inTransaction, type Database, type Transaction } from '@liggare/database';
import type { Projection } from '@liggare/kernel';
import pg from 'pg';

/** Indexes are built in memory up to this size. */
const INDEX_MEMORY = '256MB';

/**
 * Gives a copy that has caught up for the first time its indexes and constraints. Its row is locked meanwhile, so that
 * nobody advances it; a crash leaves it as it was.
 * @throws pg.DatabaseError a constraint does not hold
 */
export async function finishFilling(
  database: Database,
  schema: string,
  projection: Projection<Transaction>,
): Promise<void> {
  await inTransaction(database, async (tx) => {
    const { rows } = await tx.query<{ filled: boolean }>(
      'select filled_at is not null as filled from projections.projection_version where schema_name = $1 for update',
      [schema],
    );
    if (rows[0]?.filled !== false) return;
    await tx.query(`set local search_path to ${pg.escapeIdentifier(schema)}, public`);
    await tx.query(`set local maintenance_work_mem = '${INDEX_MEMORY}'`);
    if (projection.whenFilled !== undefined) await tx.query(projection.whenFilled);
    await tx.query(
      'update projections.projection_version set filled_at = now(), failure = null where schema_name = $1',
      [schema],
    );
  });
}
