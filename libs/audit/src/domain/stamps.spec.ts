import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { changesBetween } from './changes.js';
import { keyedLists, listsAgain } from './keyed-lists.js';
import { leavesOf } from './leaves.js';
import { Stamps } from './stamps.js';

const key = fc.constantFrom('a', 'b', 'c/d', '~');
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(null, true, 1, 'x', ''),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(key, tie('json'), { maxKeys: 3 }),
  ),
}));
const value = json.map((made) => JSON.parse(JSON.stringify(made)) as unknown);

describe('who is behind each field', () => {
  it('every field has one, its value is the present one, and it is the last step that made it so', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), (history) => {
        const stamps = new Stamps<number>();
        history.forEach((at, step) => stamps.step(at, step));
        const leaves = history.map((at) => leavesOf(at));
        const last = leaves.at(-1)!;
        expect([...stamps.current.keys()].toSorted()).toEqual([...last.keys()].toSorted());
        for (const [pointer, { value: held, by }] of stamps.current) {
          expect(held).toEqual(last.get(pointer));
          const is = (step: number) =>
            leaves[step]!.has(pointer) && isDeepStrictEqual(leaves[step]!.get(pointer), held);
          for (let step = by; step < history.length; step++) expect(is(step)).toBe(true);
          if (by > 0) expect(is(by - 1)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('knows also what removed a field', () => {
    const stamps = new Stamps<number>();
    const later = (a: number, b: number) => a > b;
    [{ a: { b: 1, c: 1 } }, { a: { c: 1 } }, { a: { c: 1 }, d: 1 }].forEach((at, step) => stamps.step(at, step));
    expect(stamps.behind('/a/b', later)).toBe(1);
    expect(stamps.behind('/a', later)).toBe(1);
    expect(stamps.behind('/a/c', later)).toBe(0);
    expect(stamps.behind('/d', later)).toBe(2);
    expect(stamps.behind('/e', later)).toBeUndefined();
  });
});

describe('lists, told by id', () => {
  it('one thing removed from the middle is one difference', () => {
    const seats = [{ appointmentId: 'x', roles: ['chair'] }, { appointmentId: 'y' }, { appointmentId: 'z' }];
    const from = keyedLists({ seats });
    const to = keyedLists({ seats: [seats[0], seats[2]] });
    expect(changesBetween(from, to)).toEqual([{ pointer: '/seats/y', from: { appointmentId: 'y' } }]);
    expect(changesBetween(keyedLists({ seats: [] }), to).map(({ pointer }) => pointer)).toEqual([
      '/seats/x',
      '/seats/z',
    ]);
  });

  it('are lists again when they are shown', () => {
    fc.assert(
      fc.property(value, (any) => {
        expect(listsAgain(keyedLists(any))).toEqual(any);
      }),
    );
    const lists = [[{ id: 'x' }, { id: 'x' }], [{ id: 'x' }, { name: 'y' }], ['x'], [], [{ _sd: 'x' }], [{ id: 'q' }]];
    expect(listsAgain(keyedLists(lists))).toEqual(lists);
  });
});
