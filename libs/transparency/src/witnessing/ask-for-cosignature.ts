import type { Database } from '@liggare/database';
import { consistencyProof } from '@liggare/evidence';
import type { Clock } from '@liggare/kernel';
import type { RuntimeLog } from '@liggare/projections';
import { askWitness } from '@liggare/witness';
import { lastSigned } from '../log/signed-checkpoints.js';
import { subtreeHash } from '../log/tree-store.js';
import type { ConfiguredWitness } from './witness-list.js';
import { keepCosignature, keepProblem, witnessStatuses } from './witness-store.js';

export interface WitnessingOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: RuntimeLog;
  readonly timeoutMs?: number;
}

export type Asked = 'nothing-new' | 'cosigned' | 'unavailable' | 'refused' | 'ahead';

/**
 * Asks one witness for its cosignature under the newest signed checkpoint, if it has not given it. Only what was signed is
 * sent, and the proof is of the tree that it was signed for.
 */
export async function askForCosignature(witness: ConfiguredWitness, options: WitnessingOptions): Promise<Asked> {
  const { database, clock, log } = options;
  const signed = await lastSigned(database);
  const known = (await witnessStatuses(database)).find(({ vkey }) => vkey === witness.key.text);
  const old = known?.size ?? 0;
  if (!signed || (old === signed.size && known?.problem === undefined)) return 'nothing-new';
  const reply = await askWitness({
    ...{ url: witness.url, witness: witness.key, checkpoint: signed.note, size: signed.size },
    // A database that was restored may hold more, or less, than the witness; the witness says what it has.
    old: Math.min(old, signed.size),
    proofFrom: (first) => consistencyProof(first, signed.size, (level, index) => subtreeHash(database, level, index)),
    ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
  });
  if (reply.kind === 'cosigned') {
    await keepCosignature(database, witness, signed.size, reply.line, reply.time);
    return 'cosigned';
  }
  const message =
    reply.kind === 'ahead'
      ? `it has cosigned ${reply.size} leaves, this log has signed ${signed.size}`
      : reply.kind === 'refused'
        ? `HTTP ${reply.status}: ${reply.message}`
        : reply.message;
  await keepProblem(database, witness, reply.kind, message, clock.now());
  const grave = reply.kind !== 'unavailable';
  log(grave ? 'error' : 'warn', grave ? 'a witness will not cosign this log' : 'a witness did not answer', {
    ...{ witness: witness.name, size: signed.size, error: message },
  });
  return reply.kind;
}
