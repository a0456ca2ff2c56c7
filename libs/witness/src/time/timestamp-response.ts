import { sameHash, sha256 } from '@liggare/evidence';
import { expectTag, inside, MalformedDer, readDer, readInteger, TAG, type DerElement } from './der.js';
import { SHA256_OID } from './timestamp-request.js';

/** What a timestamping authority says in its token (RFC 3161 TSTInfo). */
export interface TimestampInfo {
  readonly imprint: Uint8Array;
  /** RFC 3339, UTC. */
  readonly genTime: string;
  readonly serial: bigint;
  readonly nonce?: bigint;
}

export interface Timestamp extends TimestampInfo {
  /** The token, DER of a CMS SignedData: what is kept. */
  readonly token: Uint8Array;
}

/** The authority did not give a token, or one for something else. */
export class TimestampRefused extends Error {
  constructor(reason: string) {
    super(`timestamp: ${reason}`);
    this.name = 'TimestampRefused';
  }
}

/** 1.2.840.113549.1.7.2 */
const SIGNED_DATA = '2a864886f70d010702';
/** 1.2.840.113549.1.9.16.1.4 */
const TST_INFO = '2a864886f70d0109100104';
const CONTEXT_0 = 0xa0;
const GENERALIZED_TIME = /^(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])([0-5]\d)([0-5]\d)(\.\d*[1-9])?Z$/;

/**
 * The token of a TimeStampResp. Its signature is not verified here: who the authority is, is for the auditor to say
 * (`openssl ts -verify`).
 * @throws TimestampRefused, MalformedDer
 */
export function readTimestampResponse(response: Uint8Array, asked: { text: string; nonce: bigint }): Timestamp {
  const [status, token, ...more] = inside(onlyOne(response), TAG.sequence);
  const given = readInteger(inside(status, TAG.sequence)[0]);
  if (given > 1n) throw new TimestampRefused(`the authority answered with status ${given}`);
  if (!token || more.length > 0) throw new TimestampRefused('no token');
  const info = readTimestampToken(token.whole);
  if (!sameHash(info.imprint, sha256(Buffer.from(asked.text, 'utf8')))) {
    throw new TimestampRefused('it is for another text');
  }
  if (info.nonce !== asked.nonce) throw new TimestampRefused('it answers another question');
  return { ...info, token: token.whole };
}

/** What a token says. @throws MalformedDer */
export function readTimestampToken(token: Uint8Array): TimestampInfo {
  const [type, content] = inside(onlyOne(token), TAG.sequence);
  expectOid(type, SIGNED_DATA);
  const [, , encapsulated] = inside(inside(content, CONTEXT_0)[0], TAG.sequence);
  const [contentType, octets] = inside(encapsulated, TAG.sequence);
  expectOid(contentType, TST_INFO);
  const info = expectTag(inside(octets, CONTEXT_0)[0], TAG.octets).content;
  const [version, , imprint, serial, time, ...rest] = inside(onlyOne(info), TAG.sequence);
  if (readInteger(version) !== 1n) throw new MalformedDer('a TSTInfo of another version');
  const [algorithm, hash] = inside(imprint, TAG.sequence);
  expectOid(inside(algorithm, TAG.sequence)[0], Buffer.from(SHA256_OID).toString('hex'));
  const nonce = rest.find(({ tag }) => tag === TAG.integer);
  return {
    imprint: expectTag(hash, TAG.octets).content,
    genTime: readTime(time),
    serial: readInteger(serial),
    ...(nonce === undefined ? {} : { nonce: readInteger(nonce) }),
  };
}

function onlyOne(bytes: Uint8Array): DerElement {
  const [element, ...more] = readDer(bytes);
  if (!element || more.length > 0) throw new MalformedDer('exactly one element');
  return element;
}

function expectOid(element: DerElement | undefined, hex: string): void {
  const found = Buffer.from(expectTag(element, TAG.oid).content).toString('hex');
  if (found !== hex) throw new MalformedDer('another object identifier');
}

function readTime(element: DerElement | undefined): string {
  const text = Buffer.from(expectTag(element, TAG.time).content).toString('latin1');
  const [, year, month, day, hour, minute, second, fraction = ''] = GENERALIZED_TIME.exec(text) ?? [];
  if (year === undefined) throw new MalformedDer('no time');
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`;
}
