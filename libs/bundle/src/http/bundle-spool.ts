import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { tarOfDirectory } from '../tar/tar-of-directory.js';

/** A bundle as an archive: what goes wrong while it is made goes wrong before the first byte is sent. */
export interface SpooledBundle {
  /** Sent once; the files behind it are gone when it ends, however it ends. */
  readonly archive: Readable;
  readonly size: number;
}

/**
 * Makes a bundle in a directory that only this user reads, and gives it as an archive. An archive says how long each file is
 * before the file, and events are many.
 * @param make writes the bundle into an empty directory
 */
export async function spoolBundle(make: (directory: string) => Promise<{ size: number }>): Promise<SpooledBundle> {
  const directory = await mkdtemp(join(tmpdir(), 'liggare-bundle-'));
  const remove = () => rm(directory, { recursive: true, force: true });
  try {
    const { size } = await make(directory);
    const archive = Readable.from(tarOfDirectory(directory, nameOf(size)), { objectMode: false });
    archive.once('close', () => void remove());
    return { archive, size };
  } catch (error) {
    await remove();
    throw error;
  }
}

export function nameOf(size: number): string {
  return `liggare-bundle-${size}`;
}
