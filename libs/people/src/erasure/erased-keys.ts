import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { dataFile, readSecretFile, type Configuration } from '@liggare/platform';

/** A key that must not exist any more. */
export interface ErasedKey {
  readonly keyId: string;
  readonly keyCommitment: string;
}

const LINE = /^(\S+\/\d+) ([A-Za-z0-9_-]{43})$/;

/**
 * The list of destroyed keys in a file outside the database: a backup of the database that is restored brings keys back,
 * and this list destroys them again before anything is read. Lines are only ever added; they name keys, not what was
 * sealed under them.
 */
export class ErasedKeys {
  constructor(private readonly file: string) {}

  /** What is in the list already is not added again. On the disk before this returns. */
  async add(keys: readonly ErasedKey[]): Promise<void> {
    const known = new Set((await this.all()).map(({ keyId }) => keyId));
    const lines = keys.filter(({ keyId }) => !known.has(keyId)).map((key) => `${key.keyId} ${key.keyCommitment}\n`);
    if (lines.length === 0) return;
    await mkdir(dirname(this.file), { recursive: true });
    const handle = await open(this.file, 'a', 0o600);
    try {
      // On a line of its own, whatever a crash left of the last one.
      await handle.appendFile(`\n${lines.join('')}`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  /** A line that a crash cut off is not read: its erasure is not in the log yet, and adds it again. */
  async all(): Promise<readonly ErasedKey[]> {
    const text = (await readSecretFile(this.file))?.toString() ?? '';
    return text.split('\n').flatMap((line) => {
      const [, keyId, keyCommitment] = LINE.exec(line) ?? [];
      return keyId !== undefined && keyCommitment !== undefined ? [{ keyId, keyCommitment }] : [];
    });
  }
}

/** Beside the key-encryption key, where backups of the database do not reach. */
export function erasedKeysOf(configuration: Configuration): ErasedKeys {
  return new ErasedKeys(dataFile(configuration, 'keys', 'erased-keys'));
}
