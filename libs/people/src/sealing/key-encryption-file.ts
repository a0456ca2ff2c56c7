import type { Queryable } from '@liggare/database';
import { makeSecretFile, readSecretFile, replaceSecretFile } from '@liggare/platform';
import { KeyEncryptionKey } from './key-encryption-key.js';
import { KeyEncryptionKeyUnavailable, type KeyEncryption, type KeyPlace, type WrappedKey } from './key-encryption.js';

/**
 * Key-encryption keys in a file outside the database, one a line, the newest first: neither the database nor its
 * backups can be read without it. There is more than one only while a rotation is under way.
 */
export class KeyEncryptionFile implements KeyEncryption {
  private keys: Promise<readonly KeyEncryptionKey[]> | undefined;

  /**
   * @param file opened when it is first needed
   * @param mayCreate asked when there is no file: whether nothing was ever wrapped with one
   */
  constructor(
    private readonly file: string,
    private readonly mayCreate: () => Promise<boolean>,
  ) {}

  /** The file of a database: it is made only while the database has no subject keys. */
  static of(file: string, database: Queryable): KeyEncryptionFile {
    return new KeyEncryptionFile(file, async () => {
      const { rows } = await database.query<{ any: boolean }>('select exists (select from keys.subject_key) as any');
      return rows[0]?.any === false;
    });
  }

  async ready(): Promise<void> {
    await this.held();
  }

  async wrap(key: Uint8Array, place: KeyPlace): Promise<WrappedKey> {
    const [newest] = await this.held();
    return { kekId: newest!.id, wrapped: newest!.wrap(key, place) };
  }

  async unwrap({ kekId, wrapped }: WrappedKey, place: KeyPlace): Promise<Uint8Array> {
    const found = (await this.held()).find(({ id }) => id === kekId) ?? (await this.afresh(kekId));
    return found.unwrap(wrapped, place);
  }

  reload(): void {
    this.keys = undefined;
  }

  async renew(): Promise<void> {
    this.reload();
    const held = await this.held();
    if (held.length > 1) return;
    await this.write([KeyEncryptionKey.generate(), ...held]);
  }

  async retire(kekIds: readonly string[]): Promise<void> {
    this.reload();
    const held = await this.held();
    const left = held.filter(({ id }) => !kekIds.includes(id));
    if (left.length === 0) throw new RangeError('the newest key is never retired');
    if (left.length < held.length) await this.write(left);
  }

  /** Another process may have rotated the key since the file was read. */
  private async afresh(kekId: string): Promise<KeyEncryptionKey> {
    this.reload();
    const held = await this.held();
    const found = held.find(({ id }) => id === kekId);
    if (found) return found;
    throw new KeyEncryptionKeyUnavailable(
      `subject keys are wrapped with ${kekId}, but the file holds ${held.map(({ id }) => id).join(', ')}`,
    );
  }

  private held(): Promise<readonly KeyEncryptionKey[]> {
    this.keys ??= this.read().catch((error: unknown) => {
      this.keys = undefined;
      throw error;
    });
    return this.keys;
  }

  private async read(): Promise<readonly KeyEncryptionKey[]> {
    const existing = await readSecretFile(this.file);
    if (existing) return this.parse(existing.toString());
    if (!(await this.mayCreate())) {
      throw new KeyEncryptionKeyUnavailable(
        `${this.file} is missing, and subject keys exist that were wrapped with it`,
      );
    }
    // Of two processes that start at once, both get the key of the one that was first.
    return this.parse((await makeSecretFile(this.file, textOf([KeyEncryptionKey.generate()]))).toString());
  }

  private async write(keys: readonly KeyEncryptionKey[]): Promise<void> {
    await replaceSecretFile(this.file, textOf(keys));
    this.keys = Promise.resolve(keys);
  }

  private parse(text: string): readonly KeyEncryptionKey[] {
    const keys = text
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => KeyEncryptionKey.parse(line));
    const whole = keys.filter((key) => key !== undefined);
    if (whole.length === keys.length) return whole;
    throw new KeyEncryptionKeyUnavailable(`${this.file} is not a key file ("liggare-kek-v1 <id> <key>" a line)`);
  }
}

function textOf(keys: readonly KeyEncryptionKey[]): string {
  return keys.map((key) => `${key.toLine()}\n`).join('');
}
