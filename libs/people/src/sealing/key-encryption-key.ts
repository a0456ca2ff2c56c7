import { randomBytes } from 'node:crypto';
import { canonicalBytes, decrypt, encrypt, KEY_BYTES, NONCE_BYTES, NotAuthentic } from '@liggare/evidence';
import { makeSecretFile, readSecretFile } from '@liggare/platform';

/** Says what a wrapped key is for: it opens as nothing else. */
const PURPOSE = 'liggare/subject-key/v1';

/** The file with the key-encryption key is missing, damaged, or not the one the subject keys were wrapped with. */
export class KeyEncryptionKeyUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KeyEncryptionKeyUnavailable';
  }
}

/**
 * The key that wraps all subject keys (AES-256-GCM, `AAD = JCS({kekId, kid, purpose, subject})`). It lives in a file
 * outside the database, so that neither the database nor its backups can be read without it.
 */
export class KeyEncryptionKey {
  private constructor(
    readonly id: string,
    private readonly key: Uint8Array,
  ) {}

  /**
   * Reads the key from its file. On the very first start (`mayCreate`) a missing file is created, readable by its
   * owner only; of two processes that start at once, both get the key of the one that was first.
   * @throws KeyEncryptionKeyUnavailable
   */
  static async open(file: string, mayCreate: () => Promise<boolean>): Promise<KeyEncryptionKey> {
    const existing = await readSecretFile(file);
    if (existing) return parse(file, existing.toString(), KeyEncryptionKey.of);
    if (!(await mayCreate())) {
      throw new KeyEncryptionKeyUnavailable(`${file} is missing, and subject keys exist that were wrapped with it`);
    }
    const made = `liggare-kek-v1 ${randomBytes(8).toString('hex')} ${randomBytes(KEY_BYTES).toString('base64url')}\n`;
    return parse(file, (await makeSecretFile(file, made)).toString(), KeyEncryptionKey.of);
  }

  private static readonly of = (id: string, key: Uint8Array) => new KeyEncryptionKey(id, key);

  wrap(key: Uint8Array, kid: string, subject: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    return Buffer.concat([nonce, encrypt(this.key, nonce, key, this.context(kid, subject))]);
  }

  /** @throws KeyEncryptionKeyUnavailable when it was wrapped with another key, or for another subject */
  unwrap(wrapped: Uint8Array, kid: string, subject: string, kekId: string): Buffer {
    if (kekId !== this.id) {
      throw new KeyEncryptionKeyUnavailable(`subject keys are wrapped with ${kekId}, but the file holds ${this.id}`);
    }
    try {
      const [nonce, ciphertext] = [wrapped.subarray(0, NONCE_BYTES), wrapped.subarray(NONCE_BYTES)];
      return decrypt(this.key, nonce, ciphertext, this.context(kid, subject));
    } catch (cause) {
      if (!(cause instanceof NotAuthentic)) throw cause;
      throw new KeyEncryptionKeyUnavailable(`subject key ${kid} does not unwrap`, { cause });
    }
  }

  private context(kid: string, subject: string): Buffer {
    return canonicalBytes({ kekId: this.id, kid, purpose: PURPOSE, subject });
  }
}

function parse<T>(file: string, text: string, of: (id: string, key: Uint8Array) => T): T {
  const match = /^liggare-kek-v1 ([0-9a-f]{16}) ([A-Za-z0-9_-]{43})\n?$/.exec(text);
  const key = Buffer.from(match?.[2] ?? '', 'base64url');
  if (!match || key.length !== KEY_BYTES) {
    throw new KeyEncryptionKeyUnavailable(`${file} is not a key file ("liggare-kek-v1 <id> <key>")`);
  }
  return of(match[1]!, key);
}
