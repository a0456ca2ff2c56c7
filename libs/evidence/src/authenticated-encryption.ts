import { createCipheriv, createDecipheriv } from 'node:crypto';

export const KEY_BYTES = 32;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** The ciphertext does not belong to this key, nonce and context, or was changed. Deliberately says no more. */
export class NotAuthentic extends Error {
  constructor() {
    super('the ciphertext is not authentic');
    this.name = 'NotAuthentic';
  }
}

/**
 * AES-256-GCM with a 96-bit nonce and a 128-bit tag (NIST SP 800-38D); no other sizes.
 * @param nonce must never be used twice with the same key
 * @param context authenticated, not encrypted
 * @returns ciphertext followed by the tag
 * @throws RangeError for a key or nonce of another length
 */
export function encrypt(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array, context: Uint8Array): Buffer {
  checkSizes(key, nonce);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(context);
  return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/**
 * The reverse of {@link encrypt}.
 * @throws NotAuthentic when anything differs from what was encrypted
 * @throws RangeError for a key or nonce of another length
 */
export function decrypt(key: Uint8Array, nonce: Uint8Array, ciphertext: Uint8Array, context: Uint8Array): Buffer {
  checkSizes(key, nonce);
  if (ciphertext.length < TAG_BYTES) throw new NotAuthentic();
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(context);
  decipher.setAuthTag(ciphertext.subarray(-TAG_BYTES));
  const plaintext = decipher.update(ciphertext.subarray(0, -TAG_BYTES));
  try {
    return Buffer.concat([plaintext, decipher.final()]);
  } catch {
    throw new NotAuthentic();
  }
}

function checkSizes(key: Uint8Array, nonce: Uint8Array): void {
  if (key.length !== KEY_BYTES) throw new RangeError('AES-256 takes a key of 32 bytes');
  if (nonce.length !== NONCE_BYTES) throw new RangeError('the nonce is 12 bytes');
}
