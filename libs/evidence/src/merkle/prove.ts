import { emptyRoot, nodeHash, type Hash } from './hashing.js';

/**
 * The hash of a complete subtree: of the leaves `[index · 2^level, (index + 1) · 2^level)`. Level 0 are the leaves' own.
 * Everything in a tree follows from these, and they never change once they are complete.
 */
export type SubtreeHashes = (level: number, index: number) => Promise<Hash> | Hash;

/** @returns MTH of RFC 6962 §2.1 */
export async function rootOf(size: number, hashes: SubtreeHashes): Promise<Hash> {
  return size === 0 ? emptyRoot() : rangeHash(0, size, hashes);
}

/** From the leaf to the root. @throws RangeError the tree has no such leaf */
export async function inclusionProof(index: number, size: number, hashes: SubtreeHashes): Promise<Hash[]> {
  if (!(index >= 0 && index < size)) throw new RangeError(`there is no leaf ${index} in a tree of ${size}`);
  return pathTo(index, 0, size, hashes);
}

/** Empty between trees of one size. @throws RangeError the first is empty, or larger than the second */
export async function consistencyProof(first: number, second: number, hashes: SubtreeHashes): Promise<Hash[]> {
  if (!(first > 0 && first <= second)) throw new RangeError(`no proof from a tree of ${first} to one of ${second}`);
  return subproof(first, 0, second, true, hashes);
}

async function rangeHash(from: number, to: number, hashes: SubtreeHashes): Promise<Hash> {
  const width = to - from;
  const split = largestPowerBelow(width);
  if (split * 2 === width || width === 1) {
    const level = Math.round(Math.log2(width));
    return hashes(level, from / width);
  }
  return nodeHash(await rangeHash(from, from + split, hashes), await rangeHash(from + split, to, hashes));
}

async function pathTo(index: number, from: number, to: number, hashes: SubtreeHashes): Promise<Hash[]> {
  if (to - from === 1) return [];
  const middle = from + largestPowerBelow(to - from);
  return index < middle
    ? [...(await pathTo(index, from, middle, hashes)), await rangeHash(middle, to, hashes)]
    : [...(await pathTo(index, middle, to, hashes)), await rangeHash(from, middle, hashes)];
}

/** SUBPROOF of RFC 6962 §2.1.2. @param whole the first tree's part of this range is a tree the verifier has the root of */
async function subproof(
  first: number,
  from: number,
  to: number,
  whole: boolean,
  hashes: SubtreeHashes,
): Promise<Hash[]> {
  if (first === to - from) return whole ? [] : [await rangeHash(from, to, hashes)];
  const split = largestPowerBelow(to - from);
  const middle = from + split;
  if (first <= split) {
    return [...(await subproof(first, from, middle, whole, hashes)), await rangeHash(middle, to, hashes)];
  }
  return [...(await subproof(first - split, middle, to, false, hashes)), await rangeHash(from, middle, hashes)];
}

/** The largest power of two that is less than `n`; 1 for 1. */
function largestPowerBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}
