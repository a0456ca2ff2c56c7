import { emptyRoot, HASH_BYTES, nodeHash, sameHash, type Hash } from './hashing.js';

/** A proof that proves nothing, and why. */
export class InvalidProof extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'InvalidProof';
  }
}

export interface Inclusion {
  /** From 0. */
  readonly index: number;
  readonly size: number;
  /** Hash of the leaf, not the entry. */
  readonly leaf: Hash;
  readonly root: Hash;
  /** From the leaf to the root. */
  readonly proof: readonly Hash[];
}

/**
 * Is the leaf at this place of the tree with this root? RFC 9162 §2.1.3.2.
 * @throws InvalidProof
 */
export function verifyInclusion({ index, size, leaf, root, proof }: Inclusion): void {
  checkSize(size, 'size');
  checkSize(index, 'index');
  if (index >= size) throw new InvalidProof('the index is beyond the tree');
  for (const hash of [leaf, root, ...proof]) checkHash(hash);
  let [place, last] = [index, size - 1];
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) throw new InvalidProof('the proof is longer than the path');
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  if (last !== 0) throw new InvalidProof('the proof is shorter than the path');
  if (!sameHash(hash, root)) throw new InvalidProof('the proof leads to another root');
}

export interface Consistency {
  readonly first: number;
  readonly second: number;
  readonly firstRoot: Hash;
  readonly secondRoot: Hash;
  readonly proof: readonly Hash[];
}

/**
 * Is the first tree the beginning of the second? RFC 9162 §2.1.4.2. Nothing is consistent with an empty tree: that would
 * prove nothing.
 * @throws InvalidProof
 */
export function verifyConsistency({ first, second, firstRoot, secondRoot, proof }: Consistency): void {
  checkSize(first, 'first size');
  checkSize(second, 'second size');
  if (first > second) throw new InvalidProof('the first tree is larger than the second');
  if (first === second) {
    if (proof.length > 0) throw new InvalidProof('a proof between trees of one size is empty');
    if (!sameHash(firstRoot, secondRoot)) throw new InvalidProof('two roots for one size');
    if (first === 0 && !sameHash(firstRoot, emptyRoot())) throw new InvalidProof('not the root of an empty tree');
    return;
  }
  for (const hash of [firstRoot, secondRoot, ...proof]) checkHash(hash);
  if (first === 0) throw new InvalidProof('consistency with an empty tree proves nothing');
  if (proof.length === 0) throw new InvalidProof('the proof is empty');
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof] : proof;
  let [place, last] = [first - 1, second - 1];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  let [one, two] = [path[0]!, path[0]!];
  for (const hash of path.slice(1)) {
    if (last === 0) throw new InvalidProof('the proof is longer than the path');
    if (place % 2 === 1 || place === last) {
      [one, two] = [nodeHash(hash, one), nodeHash(hash, two)];
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      two = nodeHash(two, hash);
    }
    [place, last] = [half(place), half(last)];
  }
  if (last !== 0) throw new InvalidProof('the proof is shorter than the path');
  if (!sameHash(one, firstRoot)) throw new InvalidProof('the proof leads to another first root');
  if (!sameHash(two, secondRoot)) throw new InvalidProof('the proof leads to another second root');
}

function checkSize(value: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new InvalidProof(`the ${what} is no count`);
}

function checkHash(hash: Hash): void {
  if (hash.length !== HASH_BYTES) throw new InvalidProof(`a hash has ${HASH_BYTES} bytes`);
}

/** Sizes go beyond 32 bits, where `>>` would cut them off. */
function half(n: number): number {
  return Math.floor(n / 2);
}

function isPowerOfTwo(n: number): boolean {
  return 2 ** Math.round(Math.log2(n)) === n;
}
