import type { Database } from '@liggare/database';
import { firstSignedWith } from '@liggare/transparency';
import type { ProofOf } from './reason-chain.js';

/** Looks in the transparency log. */
export function proofsIn(database: Database): ProofOf {
  return async (position) => {
    const { rows } = await database.query<{ seq: string }>('select seq from evidence.leaf where position = $1', [
      position.toString(),
    ]);
    const seq = rows[0] && Number(rows[0].seq);
    const signed = seq === undefined ? undefined : await firstSignedWith(database, seq);
    return seq === undefined || !signed ? undefined : { seq, size: signed.size };
  };
}
