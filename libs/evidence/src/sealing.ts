import { randomBytes } from 'node:crypto';
import { decrypt, encrypt, NONCE_BYTES, NotAuthentic } from './authenticated-encryption.js';
import { canonicalBytes } from './canonical-json.js';
import { hkdfSha256 } from './key-derivation.js';

/** Says what the derived key is for; a change of the construction is a change of this string. */
const INFO = Buffer.from('liggare/field/v1', 'ascii');

/** The place a sealed value belongs to. It is authenticated: the ciphertext opens nowhere else. */
export interface SealedPlace {
  /** Id of the event. */
  readonly event: string;
  /** Origin of the log the event is in, so that installations cannot be mixed. */
  readonly log: string;
  /** JSON pointer of the commitment in the event's data. */
  readonly ptr: string;
}

/** An encrypted disclosure as it stands beside its event; may be deleted or made anew without touching the event. */
export interface Sealed {
  readonly alg: 'A256GCM';
  /** Key id: `<subject>/<generation>`. */
  readonly kid: string;
  /** 96-bit nonce, base64url. */
  readonly n: string;
  /** Ciphertext and 128-bit tag, base64url. */
  readonly ct: string;
}

/**
 * Encrypts a disclosure under a key derived for its event:
 * `K = HKDF-SHA256(ikm = key, salt = event id, info = "liggare/field/v1", 32)`,
 * `ct = AES-256-GCM(K, n, disclosure, AAD = JCS({event, kid, log, ptr})) ‖ tag`.
 * @param key the subject's key, 32 bytes
 * @param nonce 12 random bytes; given only by tests
 */
export function seal(
  disclosure: string,
  kid: string,
  key: Uint8Array,
  place: SealedPlace,
  nonce: Uint8Array = randomBytes(NONCE_BYTES),
): Sealed {
  const ciphertext = encrypt(
    fieldKey(key, place),
    nonce,
    Buffer.from(disclosure, 'ascii'),
    authenticatedData(kid, place),
  );
  return {
    alg: 'A256GCM',
    kid,
    n: Buffer.from(nonce).toString('base64url'),
    ct: ciphertext.toString('base64url'),
  };
}

/**
 * The disclosure that was sealed. Whoever shows the value first checks that it `opens` the commitment: AES-GCM alone
 * does not bind a ciphertext to one plaintext when its maker chose the keys.
 * @throws NotAuthentic wrong key, another event, pointer, log or key id, or a changed ciphertext
 */
export function unseal(sealed: Sealed, key: Uint8Array, place: SealedPlace): string {
  const nonce = Buffer.from(sealed.n, 'base64url');
  if (nonce.length !== NONCE_BYTES) throw new NotAuthentic();
  const ciphertext = Buffer.from(sealed.ct, 'base64url');
  return decrypt(fieldKey(key, place), nonce, ciphertext, authenticatedData(sealed.kid, place)).toString('ascii');
}

function fieldKey(key: Uint8Array, { event }: SealedPlace): Buffer {
  return hkdfSha256(key, Buffer.from(event, 'utf8'), INFO, 32);
}

function authenticatedData(kid: string, { event, log, ptr }: SealedPlace): Buffer {
  return canonicalBytes({ event, kid, log, ptr });
}
