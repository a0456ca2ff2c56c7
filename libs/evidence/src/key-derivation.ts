import { hkdfSync } from 'node:crypto';

/** SHA-256 gives 32 bytes at a time, and RFC 5869 §2.3 allows 255 times. */
const LONGEST = 255 * 32;

/**
 * HKDF with SHA-256 (RFC 5869).
 * @param length bytes wanted, 1 to 8,160
 * @throws RangeError for another length
 */
export function hkdfSha256(key: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Buffer {
  if (!Number.isInteger(length) || length < 1 || length > LONGEST) {
    throw new RangeError(`HKDF-SHA256 gives 1 to ${LONGEST} bytes`);
  }
  return Buffer.from(hkdfSync('sha256', key, salt, info, length));
}
