import { hkdfSha256 } from './key-derivation.js';
import { vectorJson } from './testing/vectors.js';

interface HkdfVectors {
  readonly testGroups: readonly {
    readonly tests: readonly (Record<'tcId' | 'ikm' | 'salt' | 'info' | 'okm' | 'result', string> & { size: number })[];
  }[];
}

const hex = (text: string) => Buffer.from(text, 'hex');
const tests = vectorJson<HkdfVectors>('wycheproof', 'hkdf_sha256_test.json').testGroups.flatMap((g) => g.tests);

describe('HKDF-SHA256 against Wycheproof', () => {
  it.each(tests.filter((t) => t.result === 'valid'))('valid vector $tcId', (t) => {
    expect(hkdfSha256(hex(t.ikm), hex(t.salt), hex(t.info), t.size).toString('hex')).toBe(t.okm);
  });

  it.each(tests.filter((t) => t.result === 'invalid'))('invalid vector $tcId is refused', (t) => {
    expect(() => hkdfSha256(hex(t.ikm), hex(t.salt), hex(t.info), t.size)).toThrow(RangeError);
  });

  it('gives no empty key', () => {
    expect(() => hkdfSha256(hex('00'), hex(''), hex(''), 0)).toThrow(RangeError);
  });
});
