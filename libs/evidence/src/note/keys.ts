import { sha256 } from '../merkle/hashing.js';
import { privateKey, publicBytes, publicKey, PUBLIC_KEY_BYTES, signEd25519 } from './ed25519.js';
import { Malformed } from './malformed.js';
import { fromBase64, toBase64 } from './strict-base64.js';
import type { KeyObject } from 'node:crypto';

/** Kinds of signature (C2SP signed-note): over the text, or over the text and a time (tlog-cosignature). */
export const SIGNATURE_TYPES = { ed25519: 1, cosignature: 4 } as const;
export type SignatureType = (typeof SIGNATURE_TYPES)[keyof typeof SIGNATURE_TYPES];

/** A key that somebody is known by: `name+id+key`, as printed in minutes and pinned in policies. */
export interface VerifierKey {
  readonly name: string;
  readonly type: SignatureType;
  /** Four bytes, hex: which of the name's keys made a signature. */
  readonly id: string;
  readonly key: KeyObject;
  /** As it is written. */
  readonly text: string;
}

export interface SignerKey {
  readonly verifier: VerifierKey;
  sign(message: Uint8Array): Uint8Array;
}

const VKEY = /^([^+\s\p{Cc}]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u;
const SKEY = /^PRIVATE\+KEY\+([^+\s\p{Cc}]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u;

/** @throws Malformed the name, the id or the key are not as C2SP signed-note says, or the id is another key's */
export function parseVerifierKey(text: string): VerifierKey {
  const [, name, id, encoded] = VKEY.exec(text) ?? [];
  const bytes = fromBase64(encoded ?? '');
  if (name === undefined || id === undefined || !bytes) throw new Malformed('verifier key', 'name+id+key');
  const type = typeOf(bytes[0]);
  const raw = bytes.subarray(1);
  if (keyId(name, type, raw) !== id) throw new Malformed('verifier key', 'the id is not this key’s');
  return { name, type, id, key: publicKey(raw), text };
}

/** @throws Malformed */
export function verifierKey(name: string, type: SignatureType, raw: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw new Malformed('key name', 'no spaces, no plus signs');
  const id = keyId(name, type, raw);
  return parseVerifierKey(`${name}+${id}+${toBase64(Uint8Array.of(type, ...raw))}`);
}

/** @param seed 32 random bytes. @throws Malformed */
export function signerKey(name: string, type: SignatureType, seed: Uint8Array): SignerKey {
  const key = privateKey(seed);
  return { verifier: verifierKey(name, type, publicBytes(key)), sign: (message) => signEd25519(key, message) };
}

/** `PRIVATE+KEY+name+id+key`, as Go's note package writes it. @throws Malformed */
export function parseSignerKey(text: string): SignerKey {
  const [, name, id, encoded] = SKEY.exec(text) ?? [];
  const bytes = fromBase64(encoded ?? '');
  if (name === undefined || !bytes) throw new Malformed('signer key', 'PRIVATE+KEY+name+id+key');
  const signer = signerKey(name, typeOf(bytes[0]), bytes.subarray(1));
  if (signer.verifier.id !== id) throw new Malformed('signer key', 'the id is not this key’s');
  return signer;
}

/** The form {@link parseSignerKey} reads; for a file that only its owner may read. */
export function formatSignerKey(name: string, type: SignatureType, seed: Uint8Array): string {
  const { verifier } = signerKey(name, type, seed);
  return `PRIVATE+KEY+${name}+${verifier.id}+${toBase64(Uint8Array.of(type, ...seed))}`;
}

export function isKeyName(name: string): boolean {
  return name !== '' && !/[+\s\p{Cc}\p{Cs}]/u.test(name);
}

function typeOf(byte: number | undefined): SignatureType {
  const known = Object.values(SIGNATURE_TYPES).find((type) => type === byte);
  if (known === undefined) throw new Malformed('key', `signature type ${byte} is not known here`);
  return known;
}

function keyId(name: string, type: SignatureType, raw: Uint8Array): string {
  if (raw.length !== PUBLIC_KEY_BYTES) throw new Malformed('key', `${PUBLIC_KEY_BYTES} bytes`);
  const digest = sha256(Buffer.from(`${name}\n`, 'utf8'), Uint8Array.of(type), raw);
  return Buffer.from(digest.subarray(0, 4)).toString('hex');
}
