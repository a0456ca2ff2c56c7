import { MissingFile, type BundleFiles } from './bundle-files.js';

/** A bundle that is in memory as a whole. */
export class FilesInMemory implements BundleFiles {
  constructor(private readonly files: ReadonlyMap<string, Uint8Array>) {}

  paths(): Promise<readonly string[]> {
    return Promise.resolve([...this.files.keys()]);
  }

  read(path: string): Promise<Uint8Array> {
    const bytes = this.files.get(path);
    return bytes ? Promise.resolve(bytes) : Promise.reject(new MissingFile(path));
  }

  async *pieces(path: string): AsyncGenerator<Uint8Array> {
    yield await this.read(path);
  }
}
