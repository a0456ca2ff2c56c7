/**
 * What the verifier uses of `node:crypto`, for a browser. Hashes and signatures of @noble, which are synchronous as those
 * of Node are; nothing here is secret.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { Buffer } from './buffer.js';

export function createHash(name) {
  if (name !== 'sha256') throw new Error(`no ${name} in this verifier`);
  const hash = sha256.create();
  return {
    update(data, encoding) {
      hash.update(typeof data === 'string' ? Buffer.from(data, encoding ?? 'utf8') : data);
      return this;
    },
    digest(encoding) {
      const bytes = Buffer.from(hash.digest());
      return encoding === undefined ? bytes : bytes.toString(encoding);
    },
  };
}

/** Raw Ed25519 keys are the last 32 bytes of their SPKI form. */
export function createPublicKey({ key }) {
  return { raw: Uint8Array.from(key.subarray(key.length - 32)) };
}

/** RFC 8032 as Node has it: strict, not ZIP 215. */
export function verify(_algorithm, message, key, signature) {
  try {
    return ed25519.verify(Uint8Array.from(signature), Uint8Array.from(message), key.raw, { zip215: false });
  } catch {
    return false;
  }
}

export function timingSafeEqual(one, other) {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function notHere() {
  throw new Error('a verifier makes no keys and no secrets');
}

export const createPrivateKey = notHere;
export const sign = notHere;
export const randomBytes = notHere;
export const randomUUID = notHere;
export const createCipheriv = notHere;
export const createDecipheriv = notHere;
export const hkdfSync = notHere;
export const createHmac = notHere;
