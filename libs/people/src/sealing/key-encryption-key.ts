import { randomBytes } from 'node:crypto';
import { canonicalBytes, decrypt, encrypt, KEY_BYTES, NONCE_BYTES, NotAuthentic } from '@liggare/evidence';
import { KeyEncryptionKeyUnavailable, type KeyPlace } from './key-encryption.js';

/** Says what a wrapped key is for: it opens as nothing else. */
const PURPOSE = 'liggare/subject-key/v1';

/** One key that wraps subject keys (AES-256-GCM, `AAD = JCS({kekId, kid, purpose, subject})`). */
export class KeyEncryptionKey {
  private constructor(
    readonly id: string,
    private readonly key: Uint8Array,
  ) {}

  static generate(): KeyEncryptionKey {
    return new KeyEncryptionKey(randomBytes(8).toString('hex'), randomBytes(KEY_BYTES));
  }

  /** @param line as `toLine` writes it; undefined when it is no such line */
  static parse(line: string): KeyEncryptionKey | undefined {
    const match = /^liggare-kek-v1 ([0-9a-f]{16}) ([A-Za-z0-9_-]{43})$/.exec(line);
    const key = Buffer.from(match?.[2] ?? '', 'base64url');
    return match && key.length === KEY_BYTES ? new KeyEncryptionKey(match[1]!, key) : undefined;
  }

  /** The key itself, in clear: for its file only. */
  toLine(): string {
    return `liggare-kek-v1 ${this.id} ${Buffer.from(this.key).toString('base64url')}`;
  }

  wrap(key: Uint8Array, place: KeyPlace): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    return Buffer.concat([nonce, encrypt(this.key, nonce, key, this.context(place))]);
  }

  /** @throws KeyEncryptionKeyUnavailable when it was wrapped with another key, or for another place */
  unwrap(wrapped: Uint8Array, place: KeyPlace): Buffer {
    try {
      const [nonce, ciphertext] = [wrapped.subarray(0, NONCE_BYTES), wrapped.subarray(NONCE_BYTES)];
      return decrypt(this.key, nonce, ciphertext, this.context(place));
    } catch (cause) {
      if (!(cause instanceof NotAuthentic)) throw cause;
      throw new KeyEncryptionKeyUnavailable(`subject key ${place.kid} does not unwrap`, { cause });
    }
  }

  private context({ kid, subject }: KeyPlace): Buffer {
    return canonicalBytes({ kekId: this.id, kid, purpose: PURPOSE, subject });
  }
}
