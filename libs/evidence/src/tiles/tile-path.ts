import { Malformed } from '../note/malformed.js';

/** Hashes, or entries, in a full tile. */
export const TILE_WIDTH = 256;
/** Levels of the tree that one level of tiles spans. */
export const TILE_HEIGHT = 8;

/** A tile of hashes of a level of tiles, or a bundle of entries. */
export interface TileName {
  readonly level: number | 'entries';
  readonly index: number;
  /** How many are in it; {@link TILE_WIDTH} when it is full. */
  readonly width: number;
}

/** C2SP tlog-tiles: `tile/<level>/<index>[.p/<width>]`, the index in groups of three digits. */
export function tilePath({ level, index, width }: TileName): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = digits.match(/\d{3}/g)!;
  const path = groups.map((group, n) => (n < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** @throws Malformed */
export function parseTilePath(path: string): TileName {
  const [, at = '', groups = '', partial] =
    /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path) ?? [];
  const index = Number(groups.replaceAll(/[x/]/g, ''));
  const width = partial === undefined ? TILE_WIDTH : Number(partial);
  const name: TileName = { level: at === 'entries' ? 'entries' : Number(at), index, width };
  if (at === '' || !Number.isSafeInteger(index) || tilePath(name) !== path) throw new Malformed('tile path', 'not one');
  if (name.level !== 'entries' && name.level > 63) throw new Malformed('tile path', 'no such level');
  return name;
}

/** Every tile of a tree of this size, partial ones included, as static files have them. */
export function* tilesOf(size: number): Iterable<TileName> {
  for (let level = 0, hashes = size; hashes > 0; level++, hashes = Math.floor(hashes / TILE_WIDTH)) {
    yield* tilesAt(level, hashes);
    if (level === 0) yield* tilesAt('entries', size);
  }
}

function* tilesAt(level: TileName['level'], count: number): Iterable<TileName> {
  for (let index = 0; index * TILE_WIDTH < count; index++) {
    yield { level, index, width: Math.min(TILE_WIDTH, count - index * TILE_WIDTH) };
  }
}
