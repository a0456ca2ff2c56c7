import type { Queryable } from '@liggare/database';
import type { Hash } from '@liggare/evidence';

/** A checkpoint that was signed. */
export interface SignedCheckpoint {
  readonly size: number;
  readonly root: Hash;
  /** The signed note. */
  readonly note: string;
}

interface Row {
  readonly size: string;
  readonly root: Buffer;
  readonly note: string;
}

/** The last that was signed, at most at this size; undefined when there is none. */
export async function lastSigned(db: Queryable): Promise<SignedCheckpoint | undefined> {
  const { rows } = await db.query<Row>(
    'select size, root, note from evidence.signed_checkpoint order by size desc limit 1',
  );
  return rows[0] && checkpointOf(rows[0]);
}

/** The first that has the leaf in it. */
export async function firstSignedWith(db: Queryable, seq: number): Promise<SignedCheckpoint | undefined> {
  const { rows } = await db.query<Row>(
    'select size, root, note from evidence.signed_checkpoint where size > $1 order by size limit 1',
    [seq],
  );
  return rows[0] && checkpointOf(rows[0]);
}

/** @throws Error there is one of this size already: two roots for one size must never be */
export async function keepSigned(db: Queryable, signed: SignedCheckpoint, signedAt: string): Promise<void> {
  await db.query('insert into evidence.signed_checkpoint (size, root, note, signed_at) values ($1, $2, $3, $4)', [
    signed.size,
    Buffer.from(signed.root),
    signed.note,
    signedAt,
  ]);
}

function checkpointOf({ size, root, note }: Row): SignedCheckpoint {
  return { size: Number(size), root: new Uint8Array(root), note };
}
