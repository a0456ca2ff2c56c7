import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * A secret of 32 bytes, made once and kept where only its owner reads it. It is written beside its place and linked
 * into it: of two processes that start at once one wins, and nobody reads half a secret.
 */
export async function ownSecret(file: string): Promise<Buffer> {
  const made = await readFile(file).catch(() => undefined);
  if (made) return made;
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, randomBytes(32), { mode: 0o600 });
  await link(draft, file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  await unlink(draft);
  return readFile(file);
}
