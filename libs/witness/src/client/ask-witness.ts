import {
  cosignedAt,
  formatWitnessRequest,
  parseNote,
  parseSignatureLine,
  parseSize,
  type Hash,
  type VerifierKey,
} from '@liggare/evidence';

export interface WitnessQuestion {
  /** Prefix of the witness's addresses, without the last slash. */
  readonly url: string;
  readonly witness: VerifierKey;
  /** The signed checkpoint, and how many leaves it has. */
  readonly checkpoint: string;
  readonly size: number;
  /** What the witness cosigned last, as far as is known; 0 for never. */
  readonly old: number;
  /** Of the tree of `old` leaves with the checkpoint's. */
  readonly proofFrom: (old: number) => Promise<readonly Hash[]>;
  readonly timeoutMs?: number;
}

export type WitnessReply =
  /** @param time seconds since 1970 */
  | { readonly kind: 'cosigned'; readonly line: string; readonly time: number }
  /** It cosigned a larger tree than ours: ours has lost leaves, or another tree has our name. */
  | { readonly kind: 'ahead'; readonly size: number }
  /** It will not cosign; 422 says that it holds another history. */
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  /** No answer, or one that cannot be used: to be tried again. */
  | { readonly kind: 'unavailable'; readonly message: string };

const TIMEOUT_MS = 10_000;
const MAX_ANSWER = 64 * 1024;
/** A 409 tells the size; another log client may be at work between two. */
const MAX_TRIES = 3;

/**
 * Asks a witness to cosign (C2SP tlog-witness). Only what it can check is believed: the cosignature must hold under the key
 * the witness is pinned by.
 */
export async function askWitness(question: WitnessQuestion): Promise<WitnessReply> {
  let { old } = question;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    if (old > question.size) return { kind: 'ahead', size: old };
    let status: number;
    let text: string;
    try {
      const proof = old === 0 ? [] : await question.proofFrom(old);
      ({ status, text } = await post(question, formatWitnessRequest({ old, proof, checkpoint: question.checkpoint })));
    } catch (error) {
      return { kind: 'unavailable', message: error instanceof Error ? error.message : 'no answer' };
    }
    if (status === 200) return cosignatureIn(text, question);
    if (status !== 409) {
      const message = text.slice(0, 200).trim();
      return status >= 500 || status === 429 || status === 408
        ? { kind: 'unavailable', message: `HTTP ${status}` }
        : { kind: 'refused', status, message };
    }
    const size = parseSize(text.trimEnd());
    // Some witnesses say so of another root for one size; there is no other reason to refuse the size they hold.
    if (size === old && size === question.size) {
      return { kind: 'refused', status, message: 'it holds another root of this size' };
    }
    if (size === undefined || size === old) return { kind: 'unavailable', message: 'a conflict without a size' };
    old = size;
  }
  return { kind: 'unavailable', message: 'the witness’s size keeps changing' };
}

async function post({ url, timeoutMs = TIMEOUT_MS }: WitnessQuestion, body: string) {
  const response = await fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await response.text();
  if (text.length > MAX_ANSWER) throw new Error('an answer longer than any');
  return { status: response.status, text };
}

/** Lines of other keys of the witness are passed over. */
function cosignatureIn(text: string, { witness, checkpoint }: WitnessQuestion): WitnessReply {
  const signed = parseNote(checkpoint).text;
  for (const line of text.split('\n').filter(Boolean)) {
    try {
      const parsed = parseSignatureLine(line);
      if (parsed.name !== witness.name || parsed.keyId !== witness.id) continue;
      const time = cosignedAt(witness, parsed, signed);
      if (time !== undefined) return { kind: 'cosigned', line, time };
    } catch {
      // Not a line of a signature: as if it were not there.
    }
  }
  return { kind: 'unavailable', message: 'no cosignature of the witness’s key that holds' };
}
