/** Bytes that are not DER, or not what was expected there. */
export class MalformedDer extends Error {
  constructor(reason: string) {
    super(`DER: ${reason}`);
    this.name = 'MalformedDer';
  }
}

/** One element: its tag, what is in it, and the whole of it. */
export interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly whole: Uint8Array;
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The elements that follow one another, to the last byte. @throws MalformedDer */
export function readDer(bytes: Uint8Array): DerElement[] {
  const found: DerElement[] = [];
  for (let at = 0; at < bytes.length;) {
    const tag = bytes[at]!;
    if ((tag & 0x1f) === 0x1f) throw new MalformedDer('a tag of several bytes');
    const { length, start } = readLength(bytes, at + 1);
    const end = start + length;
    if (end > bytes.length) throw new MalformedDer('an element beyond the end');
    found.push({ tag, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) });
    at = end;
  }
  return found;
}

/** What is in an element that must have this tag. @throws MalformedDer */
export function inside(element: DerElement | undefined, tag: number): DerElement[] {
  return readDer(expectTag(element, tag).content);
}

/** @throws MalformedDer */
export function expectTag(element: DerElement | undefined, tag: number): DerElement {
  if (element?.tag !== tag) throw new MalformedDer(`expected tag ${tag}, found ${element?.tag ?? 'nothing'}`);
  return element;
}

/** A whole number, not negative. @throws MalformedDer */
export function readInteger(element: DerElement | undefined): bigint {
  const { content } = expectTag(element, TAG.integer);
  const [first, second] = content;
  if (first === undefined) throw new MalformedDer('an integer of no bytes');
  if (first >= 0x80) throw new MalformedDer('a negative integer');
  if (first === 0 && second !== undefined && second < 0x80) throw new MalformedDer('an integer that is not shortest');
  return BigInt(`0x${Buffer.from(content).toString('hex')}`);
}

export function der(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(contents);
  const length = content.length;
  if (length < 0x80) return Buffer.concat([Uint8Array.of(tag, length), content]);
  const hex = length.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Buffer.concat([Uint8Array.of(tag, 0x80 | bytes.length), bytes, content]);
}

/** @param value not negative */
export function derInteger(value: bigint): Uint8Array {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return der(TAG.integer, bytes[0]! >= 0x80 ? Buffer.concat([Uint8Array.of(0), bytes]) : bytes);
}

function readLength(bytes: Uint8Array, at: number): { length: number; start: number } {
  const first = bytes[at];
  if (first === undefined) throw new MalformedDer('no length');
  if (first < 0x80) return { length: first, start: at + 1 };
  const count = first & 0x7f;
  if (count === 0 || count > 4) throw new MalformedDer('a length that is open, or longer than any');
  if (at + 1 + count > bytes.length) throw new MalformedDer('a length beyond the end');
  const length = bytes.subarray(at + 1, at + 1 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  if (length < 0x80 || bytes[at + 1] === 0) throw new MalformedDer('a length that is not shortest');
  return { length, start: at + 1 + count };
}
