import fc from 'fast-check';
import { applyChanges, changesBetween } from './changes.js';

/** Keys that meet in both values, must be escaped in a pointer, or that every object answers to. */
const key = fc.constantFrom('a', 'b', '0', '', 'a/b', '~', '~1', 'length', 'constructor', '__proto__');
const commitment = fc.string({ maxLength: 2 }).map((_sd) => ({ _sd }));
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(null, true, 1, 'x', ''),
    commitment,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(key, tie('json'), { maxKeys: 4 }),
  ),
}));
const value = json.map((made) => JSON.parse(JSON.stringify(made)) as unknown);

describe('the difference between two states', () => {
  it('applied to the first gives the second', () => {
    fc.assert(
      fc.property(value, value, (from, to) => {
        expect(sorted(applyChanges(from, changesBetween(from, to)))).toBe(sorted(to));
      }),
      { numRuns: 2000 },
    );
  });

  it('is nothing between equals, and something between others', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(changesBetween(one, JSON.parse(JSON.stringify(one)))).toEqual([]);
        expect(changesBetween(one, other).length > 0).toBe(sorted(one) !== sorted(other));
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves what it compares alone', () => {
    fc.assert(
      fc.property(value, value, (from, to) => {
        const before = JSON.stringify([from, to]);
        applyChanges(from, changesBetween(from, to));
        expect(JSON.stringify([from, to])).toBe(before);
      }),
    );
  });

  it('names the smallest fields that differ', () => {
    expect(changesBetween({ a: { b: 1, c: 2 }, d: [1, 2] }, { a: { b: 1, c: 3 }, d: [1, 2, 4] })).toEqual([
      { pointer: '/a/c', from: 2, to: 3 },
      { pointer: '/d/2', to: 4 },
    ]);
    expect(changesBetween({ 'a/b': 1, '~': 2 }, {})).toEqual([
      { pointer: '/a~1b', from: 1 },
      { pointer: '/~0', from: 2 },
    ]);
  });

  it('tells a field that is gone from one that is null', () => {
    expect(changesBetween({ a: 1 }, { a: null })).toEqual([{ pointer: '/a', from: 1, to: null }]);
    expect(changesBetween({ a: 1 }, {})).toEqual([{ pointer: '/a', from: 1 }]);
  });

  it('takes a commitment for one value', () => {
    expect(changesBetween({ name: { _sd: 'x' } }, { name: { _sd: 'y' } })).toEqual([
      { pointer: '/name', from: { _sd: 'x' }, to: { _sd: 'y' } },
    ]);
  });

  it('does not take what every object answers to for a field', () => {
    expect(changesBetween({}, { constructor: 1 })).toEqual([{ pointer: '/constructor', to: 1 }]);
  });
});

/** JSON with the keys of every object in order: two values are equal when these are. */
function sorted(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  const fields = Object.entries(value).map(([name, field]) => `${JSON.stringify(name)}:${sorted(field)}`);
  return `{${fields.sort().join(',')}}`;
}
