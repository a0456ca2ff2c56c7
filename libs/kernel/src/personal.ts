/**
 * Personal data inside an event.
 *
 * `decide` writes `personal(subject, value)`; before the event is appended, the sealer replaces it by a salted
 * commitment `{_sd}` and puts the encrypted value into the envelope's `sealed` (reference: SD-JWT, RFC 9901).
 * The event store therefore never sees a name, and destroying the subject's key forgets it.
 */
export interface PlainPersonal {
  readonly _personal: { readonly subject: string; readonly value: string };
}

/** What stands in a stored event instead of the value: base64url SHA-256 of the disclosure. */
export interface Commitment {
  readonly _sd: string;
}

export type Personal = PlainPersonal | Commitment;

/** @param subject whose key seals the value: a person's id, or the id of a document that may name several people. */
export function personal(subject: string, value: string): Personal {
  return { _personal: { subject, value } };
}

export function isCommitment(value: unknown): value is Commitment {
  return typeof value === 'object' && value !== null && typeof (value as Commitment)._sd === 'string';
}

export function isPlainPersonal(value: unknown): value is PlainPersonal {
  return typeof value === 'object' && value !== null && '_personal' in value;
}

/** An encrypted value beside the event, found by the JSON pointer (RFC 6901) of its commitment. */
export interface SealedValue {
  readonly alg: 'A256GCM';
  /** Key id: `<subject>/<generation>`. */
  readonly kid: string;
  /** 96-bit nonce, base64url. */
  readonly n: string;
  /** Ciphertext and 128-bit tag, base64url. */
  readonly ct: string;
}
