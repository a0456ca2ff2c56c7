import { makeSecretFile, readSecretFile } from '@liggare/platform';
import { randomBytes } from 'node:crypto';

/** A secret of 32 bytes, made once and kept where only its owner reads it. */
export async function ownSecret(file: string): Promise<Buffer> {
  return (await readSecretFile(file)) ?? makeSecretFile(file, randomBytes(32));
}
