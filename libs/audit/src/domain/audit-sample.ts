import { Refusal, type Aggregate } from '@liggare/kernel';
import { createHash } from 'node:crypto';
import { auditEvents, type AuditSampleDrawn } from './audit-events.js';

/** A sample, with all that anyone needs to draw it again. */
export interface AuditSample {
  /** Size of the checkpoint whose root is the seed. */
  readonly seedSize: number;
  /** base64. */
  readonly root: string;
  /** Drawn from the first so many events. */
  readonly population: number;
  readonly k: number;
  /** Places in the log, from 0; in the order they were drawn. */
  readonly seqs: readonly number[];
}

/**
 * The first `k` of the places 0 … population − 1 sorted by SHA-256(root ‖ u64be(seq)). Nobody could steer it who did
 * not know the root when the population was agreed. Keeps k hashes in memory.
 * @param root 32 bytes
 */
export function drawSample(root: Uint8Array, population: number, k: number): readonly number[] {
  const bytes = Buffer.alloc(root.length + 8);
  bytes.set(root);
  let drawn: { readonly seq: number; readonly rank: string }[] = [];
  const keep = () => (drawn = drawn.sort((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, k));
  for (let seq = 0; seq < population; seq++) {
    bytes.writeBigUInt64BE(BigInt(seq), root.length);
    drawn.push({ seq, rank: createHash('sha256').update(bytes).digest('hex') });
    if (drawn.length >= 2 * k + 1_000) keep();
  }
  return keep().map(({ seq }) => seq);
}

export type DrawnSample = { readonly sample?: AuditSample };

export interface DrawAuditSample extends Omit<AuditSample, 'seqs'> {
  readonly type: 'DrawAuditSample';
}

export const auditSampleAggregate: Aggregate<DrawnSample, DrawAuditSample, AuditSampleDrawn> = {
  category: 'audit-sample',
  catalogue: auditEvents,
  initialState: {},
  decide({ sample }, { seedSize, root, population, k }) {
    if (sample) throw new Refusal('already-exists', 'the sample is drawn');
    if (population >= seedSize) {
      throw new Refusal('seed-not-later', 'the checkpoint must be later than all that is drawn from', '/seedSize');
    }
    const seqs = [...drawSample(Buffer.from(root, 'base64'), population, k)];
    return [{ type: 'AuditSampleDrawn', data: { seedSize, root, population, k, seqs } }];
  },
  evolve(state, { type, data }) {
    return type === 'AuditSampleDrawn' ? { sample: data } : state;
  },
};
