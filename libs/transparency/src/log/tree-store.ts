import type { Queryable, Transaction } from '@liggare/database';
import { leafHash, type CompleteSubtree, type Frontier, type Hash } from '@liggare/evidence';

/** A leaf on its way into the tree. */
export interface NewLeaf {
  readonly eventId: string;
  readonly position: bigint;
  readonly entry: Uint8Array;
}

/** How far the tree has come, and in which log of events. */
export interface Progress {
  readonly logId: string;
  readonly size: number;
  /** Of the event of the last leaf; 0 before the first. */
  readonly position: bigint;
}

/** The tree in PostgreSQL, schema `evidence`. */
export async function readProgress(db: Queryable): Promise<Progress | undefined> {
  const { rows } = await db.query<{ log_id: string; size: string; position: string }>(
    'select log_id, size, position from evidence.progress',
  );
  const [row] = rows;
  return row && { logId: row.log_id, size: Number(row.size), position: BigInt(row.position) };
}

export async function beginProgress(db: Queryable, logId: string): Promise<void> {
  await db.query('insert into evidence.progress (log_id, size, position) values ($1, 0, 0) on conflict do nothing', [
    logId,
  ]);
}

/** Hash of a complete subtree. @throws Error the tree has no such subtree: it is damaged, or asked beyond its end */
export async function subtreeHash(db: Queryable, level: number, index: number): Promise<Hash> {
  const { rows } = await db.query<{ hash: Buffer }>('select hash from evidence.node where level = $1 and index = $2', [
    level,
    index,
  ]);
  if (!rows[0]) throw new Error(`the tree lacks the subtree ${index} of level ${level}`);
  return new Uint8Array(rows[0].hash);
}

/**
 * Appends leaves and what they complete, and moves the progress from where it was believed to be.
 * @param frontier is moved on
 * @throws TreeMovedOn another process has appended
 */
export async function appendLeaves(
  tx: Transaction,
  before: Progress,
  frontier: Frontier,
  leaves: readonly NewLeaf[],
): Promise<Progress> {
  const nodes: CompleteSubtree[] = leaves.flatMap(({ entry }) => frontier.append(leafHash(entry)));
  const after = { logId: before.logId, size: before.size + leaves.length, position: leaves.at(-1)!.position };
  const moved = await tx.query(
    'update evidence.progress set size = $1, position = $2 where log_id = $3 and size = $4',
    [after.size, String(after.position), before.logId, before.size],
  );
  if (moved.rowCount !== 1) throw new TreeMovedOn();
  await tx.query(
    `insert into evidence.leaf (seq, event_id, position, entry)
     select * from unnest($1::bigint[], $2::uuid[], $3::numeric[], $4::bytea[])`,
    [
      leaves.map((_, n) => before.size + n),
      leaves.map(({ eventId }) => eventId),
      leaves.map(({ position }) => String(position)),
      leaves.map(({ entry }) => Buffer.from(entry)),
    ],
  );
  await tx.query(
    'insert into evidence.node (level, index, hash) select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])',
    [nodes.map((n) => n.level), nodes.map((n) => n.index), nodes.map((n) => Buffer.from(n.hash))],
  );
  return after;
}

/** A second writer is at work; this one knows too little to go on. */
export class TreeMovedOn extends Error {
  constructor() {
    super('another process has appended to the tree');
    this.name = 'TreeMovedOn';
  }
}
