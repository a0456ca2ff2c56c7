import { sha256 } from '@liggare/evidence';
import { der, derInteger, TAG } from './der.js';

/** 2.16.840.1.101.3.4.2.1 */
export const SHA256_OID = Uint8Array.of(0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01);

/**
 * RFC 3161 TimeStampReq over SHA-256 of a text; asks for the authority's certificate, so that the token holds alone.
 * @param nonce random, not negative: an answer without it is to another question
 */
export function timestampRequest(text: string, nonce: bigint): Uint8Array {
  const algorithm = der(TAG.sequence, der(TAG.oid, SHA256_OID), der(TAG.null));
  const imprint = der(TAG.sequence, algorithm, der(TAG.octets, sha256(Buffer.from(text, 'utf8'))));
  return der(TAG.sequence, derInteger(1n), imprint, derInteger(nonce), der(TAG.boolean, Uint8Array.of(0xff)));
}
