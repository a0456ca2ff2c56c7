import { HASH_BYTES, type Hash } from '../merkle/hashing.js';
import { Malformed } from './malformed.js';
import { fromBase64, toBase64 } from './strict-base64.js';

/** C2SP tlog-checkpoint: which log, how many leaves, which root. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
  /** Lines after the three; ours has none. */
  readonly extensions: readonly string[];
}

const SIZE = /^(0|[1-9][0-9]{0,15})$/;

/** The text that is signed. @throws Malformed */
export function formatCheckpoint({ origin, size, root }: Omit<Checkpoint, 'extensions'>): string {
  const text = `${origin}\n${size}\n${toBase64(root)}\n`;
  parseCheckpoint(text);
  return text;
}

/** @param text of the note, without its signatures. @throws Malformed */
export function parseCheckpoint(text: string): Checkpoint {
  const fail = (reason: string) => new Malformed('checkpoint', reason);
  if (!text.endsWith('\n')) throw fail('the last line does not end');
  const [origin, size, encoded, ...extensions] = text.slice(0, -1).split('\n');
  if (origin === undefined || origin === '') throw fail('no origin');
  const count = parseSize(size ?? '');
  if (count === undefined) throw fail('no size');
  const root = fromBase64(encoded ?? '');
  if (root?.length !== HASH_BYTES) throw fail('no root');
  if (extensions.includes('')) throw fail('an empty line');
  return { origin, size: count, root, extensions };
}

/** A decimal count without leading zeros; undefined for anything else, or what a double cannot hold. */
export function parseSize(text: string): number | undefined {
  const size = SIZE.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(size) ? size : undefined;
}
