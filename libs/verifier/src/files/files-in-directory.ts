import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MissingFile, type BundleFiles } from './bundle-files.js';

/** A bundle that was unpacked into a directory. Links are not followed: they are no files of the bundle. */
export class FilesInDirectory implements BundleFiles {
  constructor(private readonly directory: string) {}

  async paths(): Promise<readonly string[]> {
    const entries = await readdir(this.directory, { recursive: true, withFileTypes: true });
    const below = (path: string) => path.slice(this.directory.length).replaceAll('\\', '/').replace(/^\/+/, '');
    return entries.filter((entry) => !entry.isDirectory()).map((entry) => below(join(entry.parentPath, entry.name)));
  }

  async read(path: string): Promise<Uint8Array> {
    return readFile(await this.file(path));
  }

  async *pieces(path: string): AsyncGenerator<Uint8Array> {
    yield* createReadStream(await this.file(path), { highWaterMark: 1_048_576 }) as AsyncIterable<Buffer>;
  }

  private async file(path: string): Promise<string> {
    const file = join(this.directory, ...path.split('/'));
    const found = await lstat(file).catch(() => undefined);
    if (!found?.isFile()) throw new MissingFile(path);
    return file;
  }
}
