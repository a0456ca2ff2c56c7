import {
  Frontier,
  HASH_BYTES,
  leafHash,
  parseEntries,
  sameHash,
  TILE_HEIGHT,
  TILE_WIDTH,
  tilePath,
  type Hash,
  type TileName,
} from '@liggare/evidence';
import type { BundleFiles } from '../files/bundle-files.js';
import type { Findings } from '../verdict.js';
import { reasonOf } from './sums.js';

/** The entries of the tree, in order. @throws Malformed, MissingFile, Error a bundle of entries has another number */
export async function* entriesOf(files: BundleFiles, size: number): AsyncGenerator<Uint8Array> {
  for (let index = 0; index * TILE_WIDTH < size; index++) {
    const width = Math.min(TILE_WIDTH, size - index * TILE_WIDTH);
    const path = tilePath({ level: 'entries', index, width });
    const entries = parseEntries(await files.read(path));
    if (entries.length !== width) throw new Error(`${path} has ${entries.length} entries and not ${width}`);
    yield* entries;
  }
}

/** L2: grows the tree from its leaves, compares every tile on the way, and keeps the roots that are asked for. */
export class GrowingTree {
  private readonly frontier = Frontier.empty();
  private readonly roots = new Map<number, Hash>();
  /** Hashes of the tile that is being filled, by level of tiles. */
  private readonly filling: Uint8Array[][] = [];
  private readonly indexes: number[] = [];

  /** @param wanted sizes whose roots are needed */
  constructor(
    private readonly files: BundleFiles,
    private readonly findings: Findings,
    private readonly wanted: ReadonlySet<number>,
  ) {
    this.keepRoot();
  }

  get size(): number {
    return this.frontier.size;
  }

  async append(entry: Uint8Array): Promise<void> {
    for (const { level, hash } of this.frontier.append(leafHash(entry))) {
      if (level % TILE_HEIGHT !== 0) continue;
      const tile = (this.filling[level / TILE_HEIGHT] ??= []);
      tile.push(hash);
      if (tile.length === TILE_WIDTH) await this.compare(level / TILE_HEIGHT);
    }
    this.keepRoot();
  }

  /** The tiles at the right edge, which are not full. */
  async end(): Promise<void> {
    for (const [level, tile] of this.filling.entries()) if (tile.length > 0) await this.compare(level);
  }

  /** Undefined: the tree never had that size. */
  rootAt(size: number): Hash | undefined {
    return this.roots.get(size);
  }

  private keepRoot(): void {
    if (this.wanted.has(this.size)) this.roots.set(this.size, this.frontier.root());
  }

  private async compare(level: number): Promise<void> {
    const hashes = this.filling[level]!;
    const index = this.indexes[level] ?? 0;
    this.filling[level] = [];
    this.indexes[level] = index + 1;
    const name: TileName = { level, index, width: hashes.length };
    try {
      const bytes = await this.files.read(tilePath(name));
      const same =
        bytes.length === hashes.length * HASH_BYTES &&
        hashes.every((hash, n) => sameHash(hash, bytes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES)));
      if (same) this.findings.checked(2);
      else this.findings.problem(2, 'tampered', tilePath(name), 'its hashes are not those of the leaves');
    } catch (error) {
      this.findings.problem(2, 'tampered', tilePath(name), reasonOf(error));
    }
  }
}
