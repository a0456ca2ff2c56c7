import { SUM_OF_SUMS, SUMS } from '@liggare/verifier';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The directory is there and not empty: a bundle is never mixed with something else. */
export class DirectoryInUse extends Error {
  constructor(readonly directory: string) {
    super('the directory is there already, and not empty');
    this.name = 'DirectoryInUse';
  }
}

/** A directory that a bundle is written into; every file is hashed on its way to the disk. */
export class BundleDirectory {
  private readonly sums = new Map<string, string>();

  private constructor(readonly directory: string) {}

  /** @throws DirectoryInUse */
  static async create(directory: string): Promise<BundleDirectory> {
    await mkdir(directory, { recursive: true });
    if ((await readdir(directory)).length > 0) throw new DirectoryInUse(directory);
    return new BundleDirectory(directory);
  }

  async write(path: string, content: Uint8Array | string): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    this.sums.set(path, createHash('sha256').update(bytes).digest('hex'));
    const file = await this.place(path);
    await writeFile(file, bytes, { flag: 'wx' });
  }

  /** Piece by piece, whatever the length. */
  async stream(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const hash = createHash('sha256');
    const file = await this.place(path);
    const hashed = async function* () {
      for await (const piece of pieces) {
        hash.update(piece);
        yield piece;
      }
    };
    await pipeline(hashed(), createWriteStream(file, { flags: 'wx' }));
    this.sums.set(path, hash.digest('hex'));
  }

  /** Writes the list of all files, last. @returns hex SHA-256 of the list, which stands for the whole bundle */
  async seal(): Promise<string> {
    const lines = [...this.sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, sum]) => `${sum}  ${path}\n`);
    const list = Buffer.from(lines.join(''), 'utf8');
    const sum = createHash('sha256').update(list).digest('hex');
    await writeFile(join(this.directory, SUMS), list, { flag: 'wx' });
    await writeFile(join(this.directory, SUM_OF_SUMS), `${sum}  ${SUMS}\n`, { flag: 'wx' });
    return sum;
  }

  private async place(path: string): Promise<string> {
    const file = join(this.directory, ...path.split('/'));
    await mkdir(dirname(file), { recursive: true });
    return file;
  }
}
