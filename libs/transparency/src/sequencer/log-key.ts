import { formatSignerKey, parseSignerKey, SIGNATURE_TYPES, type SignerKey } from '@liggare/evidence';
import { makeSecretFile, readSecretFile } from '@liggare/platform';
import { randomBytes } from 'node:crypto';

/**
 * The key that signs checkpoints, from a file that only its owner reads; made once. Its name is the log's.
 * @throws Error the file holds a key of another name: it belongs to another log
 */
export async function openLogKey(file: string, logName: string): Promise<SignerKey> {
  const made = () => makeSecretFile(file, `${formatSignerKey(logName, SIGNATURE_TYPES.ed25519, randomBytes(32))}\n`);
  const text = (await readSecretFile(file)) ?? (await made());
  const key = parseSignerKey(text.toString('utf8').trimEnd());
  if (key.verifier.name !== logName) throw new Error(`the log key is of ${key.verifier.name}, not of ${logName}`);
  return key;
}
