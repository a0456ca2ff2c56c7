import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { Malformed } from './malformed.js';

export const PUBLIC_KEY_BYTES = 32;
export const SEED_BYTES = 32;
export const SIGNATURE_BYTES = 64;

const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** y = 2^255 − 19: the field's prime, little-endian. A point's y must be less. */
const PRIME = [0xed, ...Array.from({ length: 30 }, () => 0xff), 0x7f];

/** y coordinates of the points of small order; a signature under such a key proves nothing. */
const SMALL_ORDER = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
];

/**
 * A raw Ed25519 key (RFC 8032). Keys on which implementations disagree are refused: not canonical, or of small order.
 * @throws Malformed
 */
export function publicKey(bytes: Uint8Array): KeyObject {
  if (bytes.length !== PUBLIC_KEY_BYTES) throw new Malformed('Ed25519 key', `${PUBLIC_KEY_BYTES} bytes`);
  const y = Uint8Array.from(bytes, (byte, index) => (index === 31 ? byte & 0x7f : byte));
  if (!isLess(y, PRIME)) throw new Malformed('Ed25519 key', 'not in canonical form');
  if (SMALL_ORDER.includes(Buffer.from(y).toString('hex'))) throw new Malformed('Ed25519 key', 'of small order');
  return createPublicKey({ key: Buffer.concat([SPKI, bytes]), format: 'der', type: 'spki' });
}

/** @param seed the 32 bytes that the key is made from. @throws Malformed */
export function privateKey(seed: Uint8Array): KeyObject {
  if (seed.length !== SEED_BYTES) throw new Malformed('Ed25519 seed', `${SEED_BYTES} bytes`);
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}

export function publicBytes(key: KeyObject): Uint8Array {
  const spki = createPublicKey(key.export({ format: 'pem', type: key.type === 'private' ? 'pkcs8' : 'spki' }));
  return new Uint8Array(spki.export({ format: 'der', type: 'spki' }).subarray(SPKI.length));
}

export function signEd25519(key: KeyObject, message: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, message, key));
}

export function isSignedEd25519(key: KeyObject, message: Uint8Array, signature: Uint8Array): boolean {
  return signature.length === SIGNATURE_BYTES && verify(null, message, key, signature);
}

/** Little-endian. */
function isLess(one: Uint8Array, other: readonly number[]): boolean {
  for (let index = one.length - 1; index >= 0; index--) {
    if (one[index] !== other[index]) return one[index]! < other[index]!;
  }
  return false;
}
