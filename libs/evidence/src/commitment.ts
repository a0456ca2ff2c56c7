import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { canonicalBytes } from './canonical-json.js';

const SALT_BYTES = 32;

/** What a commitment says once it is opened. */
export interface Disclosed {
  readonly salt: Buffer;
  /** JSON pointer (RFC 6901) of the commitment in its event's data. */
  readonly pointer: string;
  readonly value: string;
}

/** A value bound without being shown: `digest` is public, whoever holds `disclosure` can show the value. */
export interface Committed {
  /** base64url SHA-256 of the ASCII bytes of the disclosure; stands in the event as `{_sd: digest}`. */
  readonly digest: string;
  /** base64url of the canonical JSON `[base64url(salt), pointer, value]`. */
  readonly disclosure: string;
}

/** The text is not a disclosure in its one canonical form. Never quotes it: it is the secret. */
export class MalformedDisclosure extends Error {
  constructor() {
    super('not a disclosure');
    this.name = 'MalformedDisclosure';
  }
}

/**
 * Commits to a value at a place in an event's data, in the form of SD-JWT (RFC 9901) with the pointer instead of the
 * claim name. The salt hides values that could be guessed; with the salt gone the digest neither reveals nor
 * confirms anything.
 * @param salt 32 random bytes; given only by tests
 * @throws NotCanonical when the value is not Unicode text
 */
export function commit(pointer: string, value: string, salt: Uint8Array = randomBytes(SALT_BYTES)): Committed {
  if (salt.length !== SALT_BYTES) throw new RangeError('the salt is 32 bytes');
  const disclosure = canonicalBytes([base64url(salt), pointer, value]).toString('base64url');
  return { digest: digestOf(disclosure), disclosure };
}

/** The digest a disclosure opens. */
export function digestOf(disclosure: string): string {
  return createHash('sha256').update(disclosure, 'ascii').digest('base64url');
}

/** Is this the disclosure that the digest commits to? */
export function opens(disclosure: string, digest: string): boolean {
  const [actual, expected] = [Buffer.from(digestOf(disclosure)), Buffer.from(digest)];
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/**
 * Reads a disclosure. Only the canonical form is read, so that a disclosure and what it says are one to one.
 * @throws MalformedDisclosure
 */
export function readDisclosure(disclosure: string): Disclosed {
  const parts = parse(disclosure);
  if (!Array.isArray(parts) || parts.length !== 3) throw new MalformedDisclosure();
  const [salt, pointer, value] = parts as unknown[];
  if (typeof salt !== 'string' || typeof pointer !== 'string' || typeof value !== 'string') {
    throw new MalformedDisclosure();
  }
  const bytes = Buffer.from(salt, 'base64url');
  if (bytes.length !== SALT_BYTES || commit(pointer, value, bytes).disclosure !== disclosure) {
    throw new MalformedDisclosure();
  }
  return { salt: bytes, pointer, value };
}

function parse(disclosure: string): unknown {
  try {
    return JSON.parse(Buffer.from(disclosure, 'base64url').toString('utf8'));
  } catch {
    throw new MalformedDisclosure();
  }
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
