import { canonicalBytes, sha256 } from '@liggare/evidence';
import { subjectOfKey } from '../sealing/key-id.js';
import { atPointer } from '../sealing/personal-places.js';
import { isCommitment, type EventStore } from '@liggare/kernel';

/** What was sealed under one key: enough to check later that what is unreadable is what the erasure named. */
export interface AffectedValues {
  readonly count: number;
  /** base64url SHA-256 of the canonical JSON (JCS) of the sorted `_sd` digests. */
  readonly digest: string;
}

/**
 * Reads the whole log and counts what was sealed under the keys of subjects. The log itself, not a read model: what an
 * erasure says of itself is evidence. @returns by key id; keys that sealed nothing are absent
 */
export async function valuesSealedFor(
  store: EventStore,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, AffectedValues>> {
  const wanted = new Set(subjects);
  const digests = new Map<string, string[]>();
  for await (const { data, metadata } of store.readAll()) {
    for (const [pointer, { kid }] of Object.entries(metadata.sealed ?? {})) {
      const commitment = wanted.has(subjectOfKey(kid)) ? atPointer(data, pointer) : undefined;
      if (isCommitment(commitment)) (digests.get(kid) ?? digests.set(kid, []).get(kid)!).push(commitment._sd);
    }
  }
  return new Map([...digests].map(([kid, found]) => [kid, affectedValues(found)]));
}

export function affectedValues(digests: readonly string[]): AffectedValues {
  const digest = Buffer.from(sha256(canonicalBytes([...digests].sort()))).toString('base64url');
  return { count: digests.length, digest };
}
