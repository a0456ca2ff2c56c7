import fc from 'fast-check';
import { createDecipheriv, hkdfSync } from 'node:crypto';
import { NotAuthentic } from './authenticated-encryption.js';
import { commit, opens } from './commitment.js';
import { seal, unseal, type SealedPlace } from './sealing.js';

const key = Buffer.alloc(32, 3);
const place: SealedPlace = { event: '6f1b2c0e-6f9f-5d4e-9d0b-1f5a8c5b7e21', log: 'log.example/test', ptr: '/name' };

describe('a sealed value', () => {
  it('is AES-256-GCM under the derived key, as the format says, made with nothing of ours', () => {
    const sealed = seal('disclosure', 'p/1', key, place, Buffer.alloc(12, 9));
    const derived = Buffer.from(hkdfSync('sha256', key, place.event, 'liggare/field/v1', 32));
    const decipher = createDecipheriv('aes-256-gcm', derived, Buffer.alloc(12, 9));
    const aad = `{"event":"${place.event}","kid":"p/1","log":"log.example/test","ptr":"/name"}`;
    decipher.setAAD(Buffer.from(aad));
    const bytes = Buffer.from(sealed.ct, 'base64url');
    decipher.setAuthTag(bytes.subarray(-16));
    expect(decipher.update(bytes.subarray(0, -16), undefined, 'ascii') + decipher.final('ascii')).toBe('disclosure');
    expect(sealed).toMatchObject({ alg: 'A256GCM', kid: 'p/1', n: Buffer.alloc(12, 9).toString('base64url') });
  });

  it('is opened to what was sealed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array({ minLength: 32, maxLength: 32 }), (value, key) => {
        const { digest, disclosure } = commit(place.ptr, value);
        const opened = unseal(seal(disclosure, 'p/1', key, place), key, place);
        expect(opened).toBe(disclosure);
        expect(opens(opened, digest)).toBe(true);
      }),
    );
  });

  it('never looks the same twice', () => {
    const made = Array.from({ length: 20 }, () => seal('d', 'p/1', key, place));
    expect(new Set(made.map((s) => s.ct)).size).toBe(20);
    expect(new Set(made.map((s) => s.n)).size).toBe(20);
  });

  const sealed = seal('disclosure', 'p/1', key, place);
  it.each<[string, () => string]>([
    ['another event', () => unseal(sealed, key, { ...place, event: 'other' })],
    ['another pointer', () => unseal(sealed, key, { ...place, ptr: '/other' })],
    ['another log', () => unseal(sealed, key, { ...place, log: 'other' })],
    ['another key id', () => unseal({ ...sealed, kid: 'p/2' }, key, place)],
    ['another key', () => unseal(sealed, Buffer.alloc(32, 4), place)],
    ['another nonce', () => unseal({ ...sealed, n: Buffer.alloc(12).toString('base64url') }, key, place)],
    ['a short nonce', () => unseal({ ...sealed, n: 'AAAA' }, key, place)],
    ['no ciphertext', () => unseal({ ...sealed, ct: '' }, key, place)],
  ])('does not open with %s', (_what, open) => {
    expect(open).toThrow(NotAuthentic);
  });

  it('does not open when any one bit of the ciphertext is changed', () => {
    const bytes = Buffer.from(sealed.ct, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => unseal({ ...sealed, ct: changed.toString('base64url') }, key, place)).toThrow(NotAuthentic);
    }
  });
});
