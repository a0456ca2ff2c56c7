import fc from 'fast-check';
import { checkCommit, type ExpectedRevision, type StreamFacts } from './expected-version.js';

interface Situation {
  readonly ids?: readonly string[];
  readonly forgotten?: readonly string[];
  readonly tombstoned?: boolean;
  readonly softDeleted?: boolean;
  readonly hasMetadata?: boolean;
}

function stream(situation: Situation): StreamFacts {
  const { ids = [], forgotten = [], tombstoned = false, softDeleted = false, hasMetadata = false } = situation;
  return {
    lastRevision: ids.length - 1,
    tombstoned,
    softDeleted,
    hasMetadata,
    idAt: (revision) => ids[revision],
    rememberedRevision: (id) => (ids.includes(id) && !forgotten.includes(id) ? ids.lastIndexOf(id) : undefined),
  };
}

const abc: Situation = { ids: ['a', 'b', 'c'] };

describe('what is new', () => {
  test.each<[ExpectedRevision, string, Situation]>([
    ['any', 'ok', {}],
    ['no_stream', 'ok', {}],
    ['stream_exists', 'wrong-expected-version', {}],
    ['stream_exists', 'ok', { hasMetadata: true }],
    [0n, 'wrong-expected-version', {}],
    ['any', 'ok', abc],
    ['stream_exists', 'ok', abc],
    ['no_stream', 'wrong-expected-version', abc],
    [1n, 'wrong-expected-version', abc],
    [2n, 'ok', abc],
    [3n, 'wrong-expected-version', abc],
  ])('expecting %s: %s', (expected, decision, situation) => {
    expect(checkCommit(stream(situation), expected, ['x']).decision).toBe(decision);
  });

  test('a revision beyond what a number holds exactly is no revision the stream has', () => {
    expect(checkCommit(stream(abc), 2n ** 63n - 1n, ['x']).decision).toBe('wrong-expected-version');
  });
});

describe('what is there already', () => {
  test.each<[string, ExpectedRevision, readonly string[], string]>([
    ['all of it, from the beginning', 'no_stream', ['a', 'b', 'c'], 'idempotent'],
    ['the first part of it', 'no_stream', ['a', 'b'], 'idempotent'],
    ['a part in the middle', 0n, ['b', 'c'], 'idempotent'],
    ['all of it, in another place', 1n, ['b', 'c'], 'wrong-expected-version'],
    ['all of it, in another order', 'no_stream', ['b', 'a'], 'wrong-expected-version'],
    ['the beginning of it, then something new', 'no_stream', ['a', 'x'], 'wrong-expected-version'],
    ['the end of it, then something new', 1n, ['c', 'x'], 'wrong-expected-version'],
    ['all of it, expecting the revision after it: written again', 2n, ['a', 'b', 'c'], 'ok'],
    ['anywhere, expecting any', 'any', ['b', 'c'], 'idempotent'],
    ['anywhere, expecting that the stream exists', 'stream_exists', ['a'], 'idempotent'],
    ['the beginning of it, then something new, expecting any', 'any', ['a', 'x'], 'wrong-expected-version'],
    ['something new, then what is there, expecting any: written again', 'any', ['x', 'a'], 'ok'],
  ])('%s', (_, expected, ids, decision) => {
    expect(checkCommit(stream(abc), expected, ids).decision).toBe(decision);
  });

  test('the answer is the revision of the first time', () => {
    expect(checkCommit(stream(abc), 'no_stream', ['a', 'b'])).toEqual({ decision: 'idempotent', lastRevision: 1 });
    expect(checkCommit(stream(abc), 'any', ['b'])).toEqual({ decision: 'idempotent', lastRevision: 1 });
  });

  test('an id that was forgotten is new to a writer who expects any, and known to one who says the place', () => {
    const facts = stream({ ...abc, forgotten: ['a', 'b', 'c'] });
    expect(checkCommit(facts, 'any', ['a']).decision).toBe('ok');
    expect(checkCommit(facts, 'no_stream', ['a']).decision).toBe('idempotent');
  });

  test('law: appending the same again with the same expectation is the same answer, whatever came after', () => {
    const streams = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(streams, fc.nat(19), fc.nat(19), (ids, from, length) => {
        const start = from % ids.length;
        const part = ids.slice(start, start + 1 + (length % (ids.length - start)));
        const expected = start === 0 ? 'no_stream' : BigInt(start - 1);
        expect(checkCommit(stream({ ids }), expected, part)).toEqual({
          decision: 'idempotent',
          lastRevision: start + part.length - 1,
        });
      }),
    );
  });

  test('law: no expectation but the right one lets a new event in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 20 }), fc.integer({ min: -1, max: 25 }), (ids, expected) => {
        const revision: ExpectedRevision = expected < 0 ? 'no_stream' : BigInt(expected);
        const { decision } = checkCommit(stream({ ids }), revision, ['new']);
        expect(decision).toBe(expected === ids.length - 1 ? 'ok' : 'wrong-expected-version');
      }),
    );
  });
});

describe('nothing at all', () => {
  test.each<[ExpectedRevision, string]>([
    ['any', 'ok'],
    [2n, 'ok'],
    [1n, 'wrong-expected-version'],
    ['no_stream', 'wrong-expected-version'],
  ])('expecting %s of a stream of three events: %s', (expected, decision) => {
    expect(checkCommit(stream(abc), expected, []).decision).toBe(decision);
  });
});

describe('deleted streams', () => {
  test.each<[ExpectedRevision, string]>([
    ['any', 'ok'],
    ['no_stream', 'ok'],
    ['stream_exists', 'stream-deleted'],
    [2n, 'ok'],
    [1n, 'wrong-expected-version'],
  ])('deleted softly, expecting %s: %s', (expected, decision) => {
    expect(checkCommit(stream({ ...abc, softDeleted: true, hasMetadata: true }), expected, ['x']).decision).toBe(
      decision,
    );
  });

  test.each<ExpectedRevision>(['any', 'no_stream', 'stream_exists', 2n])(
    'ended by a tombstone, expecting %s: deleted',
    (expected) => {
      expect(checkCommit(stream({ ...abc, tombstoned: true }), expected, ['x']).decision).toBe('stream-deleted');
    },
  );
});
