import { createHash } from 'node:crypto';
import { plainState, stateDigest, streamDigest } from './state-digest.js';

const sha = (text: string) => createHash('sha256').update(text).digest();

describe('the digest of a state', () => {
  it('is the tree hash over one leaf per stream', () => {
    const state = sha('{"a":1}').toString('base64url');
    const leaf = sha(`\0{"rev":3,"state":"${state}","stream":"group-1"}`);
    const digest = stateDigest([streamDigest({ stream: 'group-1', rev: 3, state: { a: 1, b: undefined } })]);
    expect(digest).toBe(leaf.toString('base64url'));
  });

  it('differs when one stream has one more event, or one field another value', () => {
    const digest = (rev: number, value: number) =>
      stateDigest([
        streamDigest({ stream: 'group-1', rev, state: { value } }),
        streamDigest({ stream: 'group-2', rev: 0, state: {} }),
      ]);
    expect(new Set([digest(0, 0), digest(1, 0), digest(0, 1)]).size).toBe(3);
  });

  it('refuses streams out of order, or twice', () => {
    const one = streamDigest({ stream: 'group-1', rev: 0, state: {} });
    expect(() => stateDigest([one, one])).toThrow('not in order');
  });

  it('sees maps, sets and bigints as plain JSON', () => {
    expect(plainState({ map: new Map([['a', 1n]]), set: new Set([2]), gone: undefined, none: null })).toEqual({
      map: [['a', '1']],
      set: [2],
      none: null,
    });
  });
});
