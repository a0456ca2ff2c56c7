import fc from 'fast-check';
import { canonicalBytes, canonicalJson, NotCanonical } from './canonical-json.js';
import { vectorFile, vectorJson } from './testing/vectors.js';

describe('canonical JSON', () => {
  describe.each(['arrays', 'french', 'structures', 'unicode', 'values', 'weird'])('vector %s of RFC 8785', (name) => {
    const input = vectorJson<unknown>('jcs', 'input', `${name}.json`);
    const accepting = { unsafeIntegers: 'accept' } as const;

    it('gives the expected text', () => {
      expect(canonicalJson(input, accepting)).toBe(vectorFile('jcs', 'output', `${name}.json`).toString('utf8'));
    });

    it('gives the expected bytes', () => {
      const hex = vectorFile('jcs', 'outhex', `${name}.txt`).toString('utf8').replaceAll(/\s/g, '');
      expect(Buffer.from(canonicalJson(input, accepting), 'utf8').toString('hex')).toBe(hex);
    });
  });

  it.each([
    [0x0000000000000000n, '0'],
    [0x8000000000000000n, '0'],
    [0x0000000000000001n, '5e-324'],
    [0x7fefffffffffffffn, '1.7976931348623157e+308'],
    [0x4340000000000000n, '9007199254740992'],
    [0x44b52d02c7e14af5n, '9.999999999999997e+22'],
    [0x3eb0c6f7a0b5ed8dn, '0.000001'],
    [0x3eb0c6f7a0b5ed8cn, '9.999999999999997e-7'],
  ])('writes the number with the bits %s as RFC 8785 appendix B does', (bits, expected) => {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, bits);
    expect(canonicalJson(view.getFloat64(0), { unsafeIntegers: 'accept' })).toBe(expected);
  });

  it.each<[string, unknown, string]>([
    ['a lone surrogate', { name: 'a\ud800' }, '/name'],
    ['a lone surrogate in a key', { 'a\udc00': 1 }, '/a\udc00'],
    ['NaN', [NaN], '/0'],
    ['infinity', { 'a/b~c': -Infinity }, '/a~1b~0c'],
    ['undefined', { at: undefined }, '/at'],
    ['bigint', 1n, ''],
    ['an unsafe integer', [1, 2 ** 53], '/1'],
    ['a function', { toJSON: () => 'x' }, '/toJSON'],
    ['a date, although it has toJSON', { at: new Date(0) }, '/at'],
    ['a map', new Map(), ''],
    ['a hole in an array', [1, , 3], ''], // eslint-disable-line no-sparse-arrays
    ['a hole made up for by a property', Object.assign([1, , 3], { extra: 1 }), '/1'], // eslint-disable-line no-sparse-arrays
    ['a symbol key', { [Symbol('s')]: 1 }, ''],
  ])('refuses %s and says where', (_what, value, pointer) => {
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ name: 'NotCanonical', pointer }));
  });

  it('never quotes a value in an error', () => {
    const attempt = () => canonicalJson({ name: 'Amanda\ud800' });
    expect(attempt).toThrow(NotCanonical);
    expect(attempt).not.toThrow(/Amanda/);
  });

  it('is read back as the same value, and does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const text = safely(value);
        fc.pre(text !== undefined);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });

  it('gives UTF-8 bytes', () => {
    expect(canonicalBytes({ å: 'ö' }).toString('hex')).toBe('7b22c3a5223a22c3b6227d');
  });
});

/** Some arbitrary values have no canonical form; they are another test's business. */
function safely(value: unknown): string | undefined {
  try {
    return canonicalJson(value);
  } catch {
    return undefined;
  }
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
