import { HASH_BYTES, type Hash } from '../merkle/hashing.js';
import { verifyInclusion } from '../merkle/verify.js';
import { parseCheckpoint, parseSize } from './checkpoint.js';
import { Malformed } from './malformed.js';
import { fromBase64, toBase64 } from './strict-base64.js';

const HEADER = 'c2sp.org/tlog-proof@v1';

/** C2SP tlog-proof: what somebody keeps to show that an entry is in the log. */
export interface InclusionReceipt {
  readonly index: number;
  readonly proof: readonly Hash[];
  /** A signed note with the checkpoint. */
  readonly checkpoint: string;
  /** Not authenticated by anything. */
  readonly extra?: Uint8Array;
}

export function formatReceipt({ index, proof, checkpoint, extra }: InclusionReceipt): string {
  return [
    HEADER,
    ...(extra ? [`extra ${toBase64(extra)}`] : []),
    `index ${index}`,
    ...proof.map(toBase64),
    '',
    checkpoint,
  ].join('\n');
}

/** @throws Malformed */
export function parseReceipt(text: string): InclusionReceipt {
  const fail = (reason: string) => new Malformed('tlog-proof', reason);
  const split = text.indexOf('\n\n');
  if (split < 0) throw fail('no checkpoint');
  const [header, ...lines] = text.slice(0, split).split('\n');
  if (header !== HEADER) throw fail(`does not begin with ${HEADER}`);
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()!.slice('extra '.length)) : null;
  if (extra === undefined) throw fail('extra data that is not base64');
  const index = /^index (\d+)$/.exec(lines.shift() ?? '')?.[1];
  const place = parseSize(index ?? '');
  if (place === undefined) throw fail('no index');
  const proof = lines.map((line) => {
    const hash = fromBase64(line);
    if (hash?.length !== HASH_BYTES) throw fail('a line that is no hash');
    return hash;
  });
  return { index: place, proof, checkpoint: text.slice(split + 2), ...(extra ? { extra } : {}) };
}

/**
 * Is the leaf where the receipt says, in the tree of its checkpoint? Whose signatures the checkpoint has is asked apart.
 * @param text of the checkpoint, without signatures
 * @throws InvalidProof, Malformed
 */
export function verifyReceipt({ index, proof }: InclusionReceipt, leaf: Hash, text: string): void {
  const { size, root } = parseCheckpoint(text);
  verifyInclusion({ index, size, leaf, root, proof });
}
