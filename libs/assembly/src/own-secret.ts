import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A secret of 32 bytes, made once and kept where only its owner reads it; of two processes the first one's counts. */
export async function ownSecret(file: string): Promise<Buffer> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, randomBytes(32), { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  return readFile(file);
}
