import { emptyRoot, nodeHash, type Hash } from './hashing.js';

/** A subtree that became complete. */
export interface CompleteSubtree {
  readonly level: number;
  readonly index: number;
  readonly hash: Hash;
}

/**
 * The complete subtrees at the right edge of a tree: all that is needed to append to it and to know its root. At most one
 * per level, so a log of any length is continued with a few dozen hashes.
 */
export class Frontier {
  private constructor(
    private count: number,
    private readonly edge: Map<number, Hash>,
  ) {}

  static empty(): Frontier {
    return new Frontier(0, new Map());
  }

  /** Continues a tree. @param hashes of its complete subtrees; called for those at the edge only */
  static async of(size: number, hashes: (level: number, index: number) => Promise<Hash> | Hash): Promise<Frontier> {
    const edge = new Map<number, Hash>();
    for (const [level, index] of edgeOf(size)) edge.set(level, await hashes(level, index));
    return new Frontier(size, edge);
  }

  get size(): number {
    return this.count;
  }

  /** @returns the leaf and every subtree that it completes, lower levels first */
  append(leaf: Hash): CompleteSubtree[] {
    const completed: CompleteSubtree[] = [];
    let [hash, index, level] = [leaf, this.count, 0];
    completed.push({ level, index, hash });
    while (index % 2 === 1) {
      hash = nodeHash(this.edge.get(level)!, hash);
      this.edge.delete(level);
      index = (index - 1) / 2;
      level++;
      completed.push({ level, index, hash });
    }
    this.edge.set(level, hash);
    this.count++;
    return completed;
  }

  root(): Hash {
    const fromRight = [...this.edge].sort(([a], [b]) => a - b).map(([, hash]) => hash);
    const [first, ...rest] = fromRight;
    return first === undefined ? emptyRoot() : rest.reduce((right, left) => nodeHash(left, right), first);
  }
}

/** Levels and indexes of the complete subtrees at the edge, largest first. */
function edgeOf(size: number): readonly (readonly [level: number, index: number])[] {
  const edge: [number, number][] = [];
  let from = 0;
  for (let level = 52; level >= 0; level--) {
    const width = 2 ** level;
    if (size - from < width) continue;
    edge.push([level, from / width]);
    from += width;
  }
  return edge;
}
