import { isSignedEd25519 } from './ed25519.js';
import { isKeyName, SIGNATURE_TYPES, type SignerKey, type VerifierKey } from './keys.js';
import { Malformed } from './malformed.js';
import { fromBase64, toBase64 } from './strict-base64.js';

/** A line of signature under a note, not yet looked at. */
export interface SignatureLine {
  readonly name: string;
  /** Of the key; hex. */
  readonly keyId: string;
  readonly signature: Uint8Array;
  /** As it stands, without the line break. */
  readonly line: string;
}

export interface SignedNote {
  /** Ends in a line break. What is signed. */
  readonly text: string;
  readonly signatures: readonly SignatureLine[];
}

/** The most signature lines that are read. */
export const MAX_SIGNATURES = 100;
export const MAX_NOTE_BYTES = 1_000_000;

/** Control characters but the line break, and lone surrogates. */
const UNSIGNABLE = /[^\P{Cc}\n]|\p{Cs}/u;

/**
 * C2SP signed-note: text, an empty line, signature lines.
 * @throws Malformed
 */
export function parseNote(note: string): SignedNote {
  const fail = (reason: string) => new Malformed('signed note', reason);
  if (note.length > MAX_NOTE_BYTES) throw fail('too long');
  if (UNSIGNABLE.test(note)) throw fail('a control character, or not Unicode');
  const split = note.lastIndexOf('\n\n');
  if (split < 0) throw fail('no empty line between text and signatures');
  const [text, rest] = [note.slice(0, split + 1), note.slice(split + 2)];
  if (!rest.endsWith('\n')) throw fail('the last line does not end');
  const lines = rest.slice(0, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) throw fail('too many signatures');
  return { text, signatures: lines.map(parseSignatureLine) };
}

/** @throws Malformed */
export function parseSignatureLine(line: string): SignatureLine {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (!isKeyName(name) || bytes.length < 5) throw new Malformed('signed note', 'a line that is no signature');
  const keyId = bytes.subarray(0, 4).toString('hex');
  // A tail that is not canonical makes the signature invalid, if it is of a known key; it is no reason to stop reading.
  const strict = fromBase64(encoded);
  return { name, keyId, signature: strict ? strict.subarray(4) : new Uint8Array(), line };
}

/** @throws Malformed the text cannot be signed: it must end in a line break and hold no control characters */
export function formatNote(text: string, signatures: readonly string[]): string {
  if (!text.endsWith('\n') || UNSIGNABLE.test(text)) {
    throw new Malformed('signed note', 'text that cannot be signed');
  }
  return `${text}\n${signatures.map((line) => `${line}\n`).join('')}`;
}

/** A line as it stands under a note. @param signature what comes after the key's id */
export function formatSignatureLine({ name, id }: VerifierKey, signature: Uint8Array): string {
  return `— ${name} ${toBase64(Buffer.concat([Buffer.from(id, 'hex'), signature]))}`;
}

/** An Ed25519 signature over the text (type 1). */
export function signNote(text: string, signer: SignerKey): string {
  if (signer.verifier.type !== SIGNATURE_TYPES.ed25519)
    throw new Malformed('signer key', 'not one for plain signatures');
  return formatSignatureLine(signer.verifier, signer.sign(Buffer.from(text, 'utf8')));
}

/**
 * The signatures of known keys. Unknown ones are passed over; a known key's signature that does not hold spoils the note.
 * @param isGood does this line hold, under the key it names?
 * @throws Malformed
 */
export function signaturesOf(
  note: SignedNote,
  known: readonly VerifierKey[],
  isGood: (key: VerifierKey, line: SignatureLine, text: string) => boolean = isPlainSignature,
): readonly VerifierKey[] {
  const good = new Map<string, VerifierKey>();
  for (const line of note.signatures) {
    const key = known.find(({ name, id }) => name === line.name && id === line.keyId);
    if (!key) continue;
    if (!isGood(key, line, note.text)) throw new Malformed('signed note', `the signature of ${key.name} does not hold`);
    good.set(key.text, key);
  }
  return [...good.values()];
}

function isPlainSignature({ key, type }: VerifierKey, { signature }: SignatureLine, text: string): boolean {
  return type === SIGNATURE_TYPES.ed25519 && isSignedEd25519(key, Buffer.from(text, 'utf8'), signature);
}
