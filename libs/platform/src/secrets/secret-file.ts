import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What the file holds; undefined when there is none. */
export async function readSecretFile(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Makes a file that only its owner reads (mode 0600), and its folders. It is written beside its place and linked into
 * it: whoever sees the file sees all of it, and nobody's is overwritten. It is on the disk, as is its name, before this
 * returns.
 * @returns what the file holds now: of several who make it at once all get the secret of the one that was first
 */
export async function makeSecretFile(file: string, secret: string | Uint8Array): Promise<Buffer> {
  const folder = dirname(file);
  const firstMade = await mkdir(folder, { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(secret);
    await handle.sync();
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await handle.close();
    await unlink(draft);
  }
  await syncFolders(folder, firstMade === undefined ? folder : dirname(firstMade));
  return readFile(file);
}

/**
 * Puts another secret in the place of the file's, at once: whoever reads it gets the former one or this one, whole. It
 * is on the disk before this returns; the former one's blocks are the file system's to give away.
 */
export async function replaceSecretFile(file: string, secret: string | Uint8Array): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(secret);
    await handle.sync();
    await rename(draft, file);
  } catch (error) {
    await unlink(draft).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
  await syncFolders(dirname(file), dirname(file));
}

/** A name is on the disk when its folder is; a new folder's own name stands in the folder above. */
async function syncFolders(from: string, to: string): Promise<void> {
  // Windows opens no folders, and needs no asking.
  if (process.platform === 'win32') return;
  for (let folder = from; ; folder = dirname(folder)) {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (folder === to || folder === dirname(folder)) return;
  }
}
