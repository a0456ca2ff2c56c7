import { isSignedEd25519, SIGNATURE_BYTES } from './ed25519.js';
import { SIGNATURE_TYPES, type SignerKey, type VerifierKey } from './keys.js';
import { Malformed } from './malformed.js';
import { formatSignatureLine, type SignatureLine } from './signed-note.js';

const TIME_BYTES = 8;

/**
 * C2SP tlog-cosignature v1: a witness says that at this time it had seen this checkpoint, and none inconsistent with it.
 * @param time seconds since 1970
 */
export function cosign(text: string, time: number, signer: SignerKey): string {
  if (signer.verifier.type !== SIGNATURE_TYPES.cosignature)
    throw new Malformed('signer key', 'not one for cosignatures');
  const stamp = Buffer.alloc(TIME_BYTES);
  stamp.writeBigUInt64BE(BigInt(time));
  return formatSignatureLine(signer.verifier, Buffer.concat([stamp, signer.sign(messageOf(text, time))]));
}

/** @returns when it was given, seconds since 1970; undefined when it does not hold */
export function cosignedAt({ key, type }: VerifierKey, { signature }: SignatureLine, text: string): number | undefined {
  if (type !== SIGNATURE_TYPES.cosignature || signature.length !== TIME_BYTES + SIGNATURE_BYTES) return undefined;
  const time = Buffer.from(signature.subarray(0, TIME_BYTES)).readBigUInt64BE();
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  const holds = isSignedEd25519(key, messageOf(text, Number(time)), signature.subarray(TIME_BYTES));
  return holds ? Number(time) : undefined;
}

function messageOf(text: string, time: number): Uint8Array {
  return Buffer.from(`cosignature/v1\ntime ${time}\n${text}`, 'utf8');
}
