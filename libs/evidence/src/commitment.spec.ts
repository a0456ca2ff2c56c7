import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { commit, digestOf, MalformedDisclosure, opens, readDisclosure } from './commitment.js';

const text = fc.string({ unit: 'grapheme' });
const salt = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('a commitment', () => {
  it('is the SHA-256 of the canonical disclosure, byte for byte', () => {
    const { digest, disclosure } = commit('/name', 'Åsa "X"', Buffer.alloc(32, 0xff));
    const plain = Buffer.from(disclosure, 'base64url').toString('utf8');
    expect(plain).toBe('["__________________________________________8","/name","Åsa \\"X\\""]');
    expect(digest).toBe(createHash('sha256').update(Buffer.from(disclosure, 'ascii')).digest('base64url'));
  });

  it('opens to what was committed to', () => {
    fc.assert(
      fc.property(text, text, salt, (pointer, value, salt) => {
        const { digest, disclosure } = commit(pointer, value, salt);
        expect(opens(disclosure, digest)).toBe(true);
        expect(readDisclosure(disclosure)).toEqual({ salt: Buffer.from(salt), pointer, value });
      }),
    );
  });

  it('never gives equal digests for equal values', () => {
    const digests = Array.from({ length: 50 }, () => commit('/name', 'Amanda Exempelsson').digest);
    expect(new Set(digests).size).toBe(50);
  });

  it('does not open for another value, place or salt', () => {
    const { digest } = commit('/name', 'a', Buffer.alloc(32, 1));
    expect(opens(commit('/name', 'b', Buffer.alloc(32, 1)).disclosure, digest)).toBe(false);
    expect(opens(commit('/other', 'a', Buffer.alloc(32, 1)).disclosure, digest)).toBe(false);
    expect(opens(commit('/name', 'a', Buffer.alloc(32, 2)).disclosure, digest)).toBe(false);
    expect(opens('', digest)).toBe(false);
    expect(opens(commit('/name', 'a').disclosure, 'short')).toBe(false);
  });

  it('hides the value, which must not stand in the digest', () => {
    expect(digestOf(commit('/name', 'Amanda').disclosure)).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'AAAA'],
    ['an object', json({ salt: 'x' })],
    ['two elements', json([b64(32), '/name'])],
    ['a value that is not text', json([b64(32), '/name', 7])],
    ['a short salt', json([b64(16), '/name', 'a'])],
    ['white space: not the canonical form', Buffer.from(`["${b64(32)}", "/name","a"]`).toString('base64url')],
    ['padding: not the canonical form', `${json([b64(32), '/name', 'a'])}=`],
  ])('refuses %s as a disclosure', (_what, disclosure) => {
    expect(() => readDisclosure(disclosure)).toThrow(MalformedDisclosure);
  });

  it('has one size of salt', () => {
    expect(() => commit('/name', 'a', Buffer.alloc(16))).toThrow(RangeError);
  });
});

function json(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function b64(bytes: number): string {
  return Buffer.alloc(bytes, 7).toString('base64url');
}
