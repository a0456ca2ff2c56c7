import fc from 'fast-check';
import { comparePositions, firstAtOrAfter, type LogPosition } from './log-position.js';

const position = fc.record({ commit: fc.nat(50), prepare: fc.nat(50) });

test('commit decides, then prepare', () => {
  expect(comparePositions({ commit: 1, prepare: 9 }, { commit: 2, prepare: 0 })).toBeLessThan(0);
  expect(comparePositions({ commit: 2, prepare: 1 }, { commit: 2, prepare: 0 })).toBeGreaterThan(0);
  expect(comparePositions({ commit: 2, prepare: 1 }, { commit: 2, prepare: 1 })).toBe(0);
});

test('law: the search finds what looking at every place finds', () => {
  fc.assert(
    fc.property(fc.array(position), position, (places, wanted) => {
      const sorted: LogPosition[] = places.toSorted(comparePositions);
      const expected = sorted.findIndex((place) => comparePositions(place, wanted) >= 0);
      expect(firstAtOrAfter(sorted, wanted)).toBe(expected < 0 ? sorted.length : expected);
    }),
  );
});
