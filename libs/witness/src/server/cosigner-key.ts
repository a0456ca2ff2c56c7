import { formatSignerKey, Malformed, parseSignerKey, SIGNATURE_TYPES, type SignerKey } from '@liggare/evidence';
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './durable-file.js';

/**
 * The witness's own key, from a file that only its owner reads (0600); made when there is none. It must not be the key of
 * anything else: a cosignature does not say who gave it.
 * @param name by which the witness is known; needed only when the key is made
 * @throws Malformed the file holds something else, or a key that makes no cosignatures
 */
export async function openCosignerKey(file: string, name?: string): Promise<SignerKey> {
  const text = (await readIfThere(file)) ?? (await makeKey(file, name));
  const key = parseSignerKey(text.trimEnd());
  if (key.verifier.type !== SIGNATURE_TYPES.cosignature) throw new Malformed('signer key', 'not one for cosignatures');
  return key;
}

async function makeKey(file: string, name: string | undefined): Promise<string> {
  if (name === undefined) throw new Malformed('signer key', 'there is none yet, and a new one needs a name');
  const text = `${formatSignerKey(name, SIGNATURE_TYPES.cosignature, randomBytes(32))}\n`;
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(dirname(file));
  return text;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
