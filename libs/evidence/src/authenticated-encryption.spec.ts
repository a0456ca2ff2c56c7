import { decrypt, encrypt, NotAuthentic } from './authenticated-encryption.js';
import { vectorJson } from './testing/vectors.js';

interface AeadVectors {
  readonly testGroups: readonly {
    readonly keySize: number;
    readonly ivSize: number;
    readonly tests: readonly Record<'tcId' | 'key' | 'iv' | 'aad' | 'msg' | 'ct' | 'tag' | 'result', string>[];
  }[];
}

const hex = (text: string) => Buffer.from(text, 'hex');
const groups = vectorJson<AeadVectors>('wycheproof', 'aes_gcm_test.json').testGroups;
const ours = groups.filter((g) => g.keySize === 256 && g.ivSize === 96).flatMap((g) => g.tests);
const others = groups.filter((g) => g.keySize !== 256 || g.ivSize !== 96).flatMap((g) => g.tests);

describe('AES-256-GCM against Wycheproof', () => {
  it('finds the vectors', () => {
    expect(ours.length).toBeGreaterThan(50);
    expect(new Set(ours.map((t) => t.result))).toEqual(new Set(['valid', 'invalid']));
  });

  it.each(ours.filter((t) => t.result === 'valid'))('valid vector $tcId encrypts and decrypts', (t) => {
    const [key, nonce, message, context] = [hex(t.key), hex(t.iv), hex(t.msg), hex(t.aad)];
    expect(encrypt(key, nonce, message, context).toString('hex')).toBe(t.ct + t.tag);
    expect(decrypt(key, nonce, hex(t.ct + t.tag), context).toString('hex')).toBe(t.msg);
  });

  it.each(ours.filter((t) => t.result === 'invalid'))('invalid vector $tcId is refused', (t) => {
    expect(() => decrypt(hex(t.key), hex(t.iv), hex(t.ct + t.tag), hex(t.aad))).toThrow(NotAuthentic);
  });

  it('takes no other sizes of key or nonce', () => {
    expect(others.length).toBeGreaterThan(100);
    for (const t of others) {
      expect(() => encrypt(hex(t.key), hex(t.iv), hex(t.msg), hex(t.aad))).toThrow(RangeError);
      expect(() => decrypt(hex(t.key), hex(t.iv), hex(t.ct + t.tag), hex(t.aad))).toThrow(RangeError);
    }
  });

  it('takes no shortened tag', () => {
    const [key, nonce, nothing] = [Buffer.alloc(32, 1), Buffer.alloc(12, 2), Buffer.alloc(0)];
    const tag = encrypt(key, nonce, nothing, nothing);
    expect(() => decrypt(key, nonce, tag.subarray(0, 12), nothing)).toThrow(NotAuthentic);
  });
});
