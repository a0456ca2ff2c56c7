/** A value has no canonical form. Names the place and the rule, never the value. */
export class NotCanonical extends Error {
  constructor(
    /** JSON pointer (RFC 6901) of the offending value. */
    readonly pointer: string,
    readonly rule: string,
  ) {
    super(`no canonical JSON${pointer === '' ? '' : ` at ${pointer}`}: ${rule}`);
    this.name = 'NotCanonical';
  }
}

export interface CanonicalOptions {
  /**
   * Integers beyond 2^53 - 1 are refused unless `accept` is said: two different ones may be the same number here, so
   * what is hashed would not be what was written. RFC 8785 itself lets them through.
   */
  readonly unsafeIntegers?: 'refuse' | 'accept';
}

/** Read as code points, a surrogate that is half of a pair is not seen: what is found stands alone. */
const LONE_SURROGATE = /\p{Cs}/u;

/**
 * The one JSON text of a value (JCS, RFC 8785): no white space, keys in the order of their UTF-16 code units, numbers
 * and strings as ECMAScript writes them.
 *
 * Strict: takes plain JSON only. Refuses lone surrogates, NaN and the infinities, `undefined`, bigint, functions,
 * sparse arrays and objects with a class; `toJSON` is never called. Strings are not normalised: whoever makes the
 * value sees to NFC.
 * @throws NotCanonical
 */
export function canonicalJson(value: unknown, options: CanonicalOptions = {}): string {
  return write(value, '', options);
}

/** The UTF-8 bytes of {@link canonicalJson}: what is hashed and authenticated. */
export function canonicalBytes(value: unknown): Buffer {
  return Buffer.from(canonicalJson(value), 'utf8');
}

function write(value: unknown, pointer: string, options: CanonicalOptions): string {
  switch (typeof value) {
    case 'string':
      return writeString(value, pointer);
    case 'number':
      return writeNumber(value, pointer, options);
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? writeArray(value, pointer, options) : writeObject(value, pointer, options);
    default:
      throw new NotCanonical(pointer, `${typeof value} is not JSON`);
  }
}

function writeString(text: string, pointer: string): string {
  if (LONE_SURROGATE.test(text)) throw new NotCanonical(pointer, 'a lone surrogate is not Unicode text');
  return JSON.stringify(text);
}

function writeNumber(number: number, pointer: string, { unsafeIntegers }: CanonicalOptions): string {
  if (!Number.isFinite(number)) throw new NotCanonical(pointer, 'not a finite number');
  if (Number.isInteger(number) && !Number.isSafeInteger(number) && unsafeIntegers !== 'accept') {
    throw new NotCanonical(pointer, 'an integer beyond 2^53 - 1 must be written as a string');
  }
  return JSON.stringify(number);
}

function writeArray(array: readonly unknown[], pointer: string, options: CanonicalOptions): string {
  if (Reflect.ownKeys(array).length !== array.length + 1) {
    throw new NotCanonical(pointer, 'an array with holes or properties is not JSON');
  }
  const elements = Array.from(array, (element, index) => write(element, `${pointer}/${index}`, options));
  return `[${elements.join(',')}]`;
}

function writeObject(object: object, pointer: string, options: CanonicalOptions): string {
  const prototype: unknown = Object.getPrototypeOf(object);
  // Objects from another realm (a worker, a test runner) have another Object.prototype, whose own prototype is null.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new NotCanonical(pointer, 'an object with a class is not JSON');
  }
  if (Object.getOwnPropertySymbols(object).length > 0) throw new NotCanonical(pointer, 'a symbol key is not JSON');
  const members = Object.keys(object)
    .sort(byCodeUnits)
    .map((key) => {
      const at = `${pointer}/${escapePointer(key)}`;
      return `${writeString(key, at)}:${write((object as Record<string, unknown>)[key], at, options)}`;
    });
  return `{${members.join(',')}}`;
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One reference token of a JSON pointer (RFC 6901 §3): `~` and `/` escaped. */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
