import type { Database } from '@liggare/database';
import {
  formatEntries,
  formatReceipt,
  inclusionProof,
  TILE_HEIGHT,
  TILE_WIDTH,
  type TileName,
} from '@liggare/evidence';
import { READ_DATABASE } from '@liggare/platform';
import { Inject, Injectable } from '@nestjs/common';
import { firstSignedWith, lastSigned, type SignedCheckpoint } from './signed-checkpoints.js';
import { readProgress, subtreeHash } from './tree-store.js';
import { cosignaturesOf, witnessStatuses, type WitnessStatus } from '../witnessing/witness-store.js';

export interface TransparencyStatus {
  /** Leaves in the tree. */
  readonly size: number;
  /** Of them under a signed checkpoint. */
  readonly signed: number;
  readonly keys: readonly { readonly vkey: string; readonly firstSize: number }[];
  readonly witnesses: readonly WitnessStatus[];
}

/** What the transparency log shows: nothing that was not signed. */
@Injectable()
export class EvidenceReader {
  constructor(@Inject(READ_DATABASE) private readonly database: Database) {}

  /** The newest signed checkpoint and its cosignatures, a signed note; undefined before the first event. */
  async checkpoint(): Promise<string | undefined> {
    const signed = await lastSigned(this.database);
    return signed && this.withCosignatures(signed);
  }

  /** A tile's bytes; undefined when the signed tree does not have it. */
  async tile({ level, index, width }: TileName): Promise<Uint8Array | undefined> {
    const signed = (await lastSigned(this.database))?.size ?? 0;
    const from = index * TILE_WIDTH;
    if (level === 'entries') {
      if (from + width > signed) return undefined;
      const { rows } = await this.database.query<{ entry: Buffer }>(
        'select entry from evidence.leaf where seq >= $1 and seq < $2 order by seq',
        [from, from + width],
      );
      return formatEntries(rows.map(({ entry }) => entry));
    }
    const height = level * TILE_HEIGHT;
    if ((from + width) * 2 ** height > signed) return undefined;
    const { rows } = await this.database.query<{ hash: Buffer }>(
      'select hash from evidence.node where level = $1 and index >= $2 and index < $3 order by index',
      [height, from, from + width],
    );
    return Buffer.concat(rows.map(({ hash }) => hash));
  }

  /** C2SP tlog-proof of the event at a position; undefined until a signed checkpoint has it. */
  async receipt(position: bigint): Promise<string | undefined> {
    const { rows } = await this.database.query<{ seq: string }>('select seq from evidence.leaf where position = $1', [
      String(position),
    ]);
    const [leaf] = rows;
    if (!leaf) return undefined;
    const index = Number(leaf.seq);
    const signed = await firstSignedWith(this.database, index);
    if (!signed) return undefined;
    const at = (level: number, place: number) => subtreeHash(this.database, level, place);
    return formatReceipt({
      index,
      proof: await inclusionProof(index, signed.size, at),
      checkpoint: await this.withCosignatures(signed),
    });
  }

  async status(): Promise<TransparencyStatus> {
    const progress = await readProgress(this.database);
    const signed = await lastSigned(this.database);
    const { rows } = await this.database.query<{ vkey: string; first_size: string }>(
      'select vkey, first_size from evidence.log_key order by first_size',
    );
    const keys = rows.map(({ vkey, first_size: first }) => ({ vkey, firstSize: Number(first) }));
    const witnesses = await witnessStatuses(this.database);
    return { size: progress?.size ?? 0, signed: signed?.size ?? 0, keys, witnesses };
  }

  /** Position of the event of the last leaf that is under a signed checkpoint. */
  async signedPosition(): Promise<bigint> {
    const { rows } = await this.database.query<{ position: string }>(
      `select position from evidence.leaf
        where seq = (select max(size) - 1 from evidence.signed_checkpoint)`,
    );
    return BigInt(rows[0]?.position ?? 0);
  }

  /** The log's own signature comes first. */
  private async withCosignatures({ size, note }: SignedCheckpoint): Promise<string> {
    return note + (await cosignaturesOf(this.database, size)).map((line) => `${line}\n`).join('');
  }
}
