import { HASH_BYTES, type Hash } from '../merkle/hashing.js';
import { parseSize } from './checkpoint.js';
import { Malformed } from './malformed.js';
import { fromBase64, toBase64 } from './strict-base64.js';

/** More would prove nothing: a tree has no more levels. */
const MAX_PROOF = 63;

/** C2SP tlog-witness: what a log sends to be cosigned. */
export interface WitnessRequest {
  /** Size that the witness cosigned last, as the log believes; 0 for never. */
  readonly old: number;
  readonly proof: readonly Hash[];
  /** A signed note. */
  readonly checkpoint: string;
}

export function formatWitnessRequest({ old, proof, checkpoint }: WitnessRequest): string {
  return [`old ${old}`, ...proof.map(toBase64), '', checkpoint].join('\n');
}

/** @throws Malformed */
export function parseWitnessRequest(body: string): WitnessRequest {
  const fail = (reason: string) => new Malformed('witness request', reason);
  const split = body.indexOf('\n\n');
  if (split < 0) throw fail('no checkpoint');
  const [first = '', ...lines] = body.slice(0, split).split('\n');
  const old = parseSize(/^old (\d+)$/.exec(first)?.[1] ?? '');
  if (old === undefined) throw fail('no old size');
  if (lines.length > MAX_PROOF) throw fail('a proof longer than any');
  const proof = lines.map((line) => {
    const hash = fromBase64(line);
    if (hash?.length !== HASH_BYTES) throw fail('a line that is no hash');
    return hash;
  });
  return { old, proof, checkpoint: body.slice(split + 2) };
}
