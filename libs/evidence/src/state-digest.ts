import { canonicalJson } from './canonical-json.js';
import { Frontier } from './merkle/frontier.js';
import { leafHash, sha256 } from './merkle/hashing.js';

/** What an entity is after its events up to a revision. */
export interface FoldedStream {
  readonly stream: string;
  readonly rev: number;
  /** As the aggregate's `evolve` made it. Personal values are commitments in it, so an erasure changes no digest. */
  readonly state: unknown;
}

/**
 * One digest of everything that a log says: RFC 6962 root over one leaf per stream, in the order of the streams' names
 * (UTF-16 code units), each leaf being the canonical JSON of `{stream, rev, state}` with `state` the hash of the state.
 * Whoever replays the same events with the same rules gets the same digest.
 * @param streams sorted by name; none twice
 * @returns base64url, 43 characters
 */
export function stateDigest(streams: Iterable<StreamDigest>): string {
  const tree = Frontier.empty();
  let before = '';
  for (const { stream, rev, state } of streams) {
    if (stream <= before) throw new Error(`streams are not in order: ${stream} after ${before}`);
    before = stream;
    tree.append(leafHash(Buffer.from(canonicalJson({ stream, rev, state }), 'utf8')));
  }
  return Buffer.from(tree.root()).toString('base64url');
}

/** A stream with the hash of its state: all that has to be kept of each for the digest. */
export interface StreamDigest {
  readonly stream: string;
  readonly rev: number;
  /** base64url of SHA-256 of the canonical JSON of the plain state. */
  readonly state: string;
}

export function streamDigest({ stream, rev, state }: FoldedStream): StreamDigest {
  const hash = sha256(Buffer.from(canonicalJson(plainState(state)), 'utf8'));
  return { stream, rev, state: Buffer.from(hash).toString('base64url') };
}

/** A state as plain JSON: maps as lists of pairs and sets as lists in their order, bigints as digits, nothing undefined. */
export function plainState(state: unknown): unknown {
  if (typeof state === 'bigint') return String(state);
  if (state === null || typeof state !== 'object') return state ?? null;
  if (state instanceof Map) return [...(state as Map<unknown, unknown>)].map((pair) => pair.map(plainState));
  if (state instanceof Set || Array.isArray(state)) return [...(state as Iterable<unknown>)].map(plainState);
  const fields = Object.entries(state).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields.map(([key, value]) => [key, plainState(value)]));
}
