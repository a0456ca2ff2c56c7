/** The files of a bundle, wherever they are: in a directory, in a browser's file list, in memory. */
export interface BundleFiles {
  /** Relative, with `/`; in any order. */
  paths(): Promise<readonly string[]>;
  /** @throws MissingFile */
  read(path: string): Promise<Uint8Array>;
  /** The same in pieces, so that a large file is never in memory as a whole. @throws MissingFile */
  pieces(path: string): AsyncIterable<Uint8Array>;
}

export class MissingFile extends Error {
  constructor(readonly path: string) {
    super(`${path} is missing`);
    this.name = 'MissingFile';
  }
}

const LINE_FEED = 10;

/** A line longer than this is no event. */
const LONGEST_LINE = 64 * 2 ** 20;

/** The lines of a file, without the line feeds that end them. @throws Error the last one does not end, or one is too long */
export async function* linesOf(files: BundleFiles, path: string): AsyncGenerator<Uint8Array> {
  let rest = new Uint8Array(0);
  for await (const piece of files.pieces(path)) {
    const bytes = rest.length === 0 ? piece : concat(rest, piece);
    let from = 0;
    for (let at = bytes.indexOf(LINE_FEED, from); at !== -1; at = bytes.indexOf(LINE_FEED, from)) {
      yield bytes.subarray(from, at);
      from = at + 1;
    }
    rest = bytes.slice(from);
    if (rest.length > LONGEST_LINE) throw new Error('a line is too long');
  }
  if (rest.length > 0) throw new Error('the last line does not end');
}

function concat(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
