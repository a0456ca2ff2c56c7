import { fc, test } from '@fast-check/jest';
import { matchesFilter, START, type Filter, type Position } from '@liggare/kernel';
import { KnownIds, StreamIds } from './known-ids.js';
import { OwnFilter, type ServerFilter } from './own-filter.js';
import { packed, unpacked } from './packed-position.js';

const half = fc.bigInt({ min: 0n, max: 2n ** 64n - 2n });

describe('a position', () => {
  test.prop([half, half])('holds commit and prepare', (commit, prepare) => {
    const position = packed(commit, prepare);
    expect(unpacked(position)).toEqual(position === START ? undefined : { commit, prepare });
    expect(packed(String(commit), String(prepare))).toBe(position);
  });

  test.prop([half, half, half, half])('is larger when commit is, and then when prepare is', (a, b, c, d) => {
    const order = (x: bigint, y: bigint) => (x < y ? -1 : x > y ? 1 : 0);
    expect(order(packed(a, b), packed(c, d))).toBe(order(a, c) || order(b, d));
  });

  it('is none where the server does not know it', () => {
    expect(() => packed('18446744073709551615', '18446744073709551615')).toThrow('22.6');
  });
});

const word = fc.stringMatching(/^[$ab]{0,3}$/);
const name = fc.stringMatching(/^[$ab]{1,3}$/);
const words = fc.option(fc.array(word, { maxLength: 3 }), { nil: undefined });
const filters = fc
  .record({ types: words, streamPrefixes: words })
  .map(({ types, streamPrefixes }): Filter => ({ ...(types && { types }), ...(streamPrefixes && { streamPrefixes }) }));

describe('a filter within our own streams', () => {
  test.prop([words, filters, name, name])(
    'passes what the filter does and is ours, and the server lets through all of that',
    (own, filter, stream, type) => {
      const wanted = new OwnFilter(own, filter);
      const isOurs = !own || own.some((prefix) => stream.startsWith(prefix));
      const isSystem = stream.startsWith('$') || type.startsWith('$');
      const passes = !isSystem && isOurs && matchesFilter({ stream, type }, filter);
      expect(wanted.passes(stream, type)).toBe(passes);
      if (!passes) return;
      expect(wanted.isEmpty).toBe(false);
      expect(letsThrough(wanted.onServer, stream, type)).toBe(true);
    },
  );

  test.prop([words, filters, name, name])(
    'says when the server leaves out all the rest',
    (own, filter, stream, type) => {
      const wanted = new OwnFilter(own, filter);
      if (wanted.isEmpty || !wanted.isWholeOnServer || type.startsWith('$') || stream.startsWith('$')) return;
      expect(letsThrough(wanted.onServer, stream, type)).toBe(wanted.passes(stream, type));
    },
  );
});

describe('the ids of streams', () => {
  it('tell where an append stands', () => {
    const ids = new StreamIds();
    for (const [revision, id] of ['a', 'b', 'c', 'd'].entries()) ids.add(id, BigInt(revision));
    expect(ids.last).toBe(3n);
    expect(ids.find(['b', 'c'])).toBe(2n);
    expect(ids.find(['d'])).toBe(3n);
    expect(ids.find(['x', 'y'])).toBeUndefined();
    for (const clash of [
      ['c', 'b'],
      ['a', 'c'],
      ['d', 'x'],
      ['x', 'a'],
      ['a', 'a'],
    ])
      expect(ids.find(clash)).toBe('elsewhere');
  });

  test.prop([fc.array(fc.tuple(fc.nat(9), fc.nat(20))), fc.integer({ min: 1, max: 50 })])(
    'are no more than the limit, and those of the streams last used',
    (uses, limit) => {
      const known = new KnownIds(limit);
      const order: number[] = [];
      const sizes = new Map<number, number>();
      for (const [stream, size] of uses) {
        const ids = new StreamIds();
        for (let n = 0; n < size; n++) ids.add(`${stream}-${n}`, BigInt(n));
        known.keep(String(stream), ids);
        order.splice(0, order.length, ...order.filter((other) => other !== stream), stream);
        sizes.set(stream, size);
        const kept = order.filter((other) => known.get(String(other)));
        expect(kept.reduce((sum, other) => sum + sizes.get(other)! + 1, 0)).toBeLessThanOrEqual(limit);
        expect(kept).toEqual(order.slice(order.length - kept.length));
      }
    },
  );
});

function letsThrough(filter: ServerFilter, stream: string, type: string): boolean {
  const text: string | Position = filter.on === 'stream' ? stream : type;
  if ('regex' in filter) return new RegExp(filter.regex, 'u').test(text);
  return filter.prefixes.some((prefix) => text.startsWith(prefix));
}
