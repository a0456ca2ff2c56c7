import fc from 'fast-check';
import { comparePlaces, type PlaceInDay } from './decision-order.js';

describe('decisions of one day', () => {
  it('follow meeting, § and point, then what was recorded, edge cases 44, 71, 72', () => {
    const places: readonly PlaceInDay[] = [
      { paragraph: '2' },
      { paragraph: '§ 18', point: 1 },
      { paragraph: '18', point: 2 },
      { paragraph: '18', point: 2, sequence: 2 },
      { paragraph: '101', point: 1 },
      { session: '2', paragraph: '1' },
      { session: 'extra 1', paragraph: '1' },
    ];
    expect([...places].reverse().sort(comparePlaces)).toEqual(places);
  });

  it('are told apart by nothing that the papers do not say', () => {
    expect(comparePlaces({ paragraph: '18' }, { paragraph: '§ 018' })).toBe(0);
    expect(comparePlaces({}, {})).toBe(0);
  });

  it('have one order whatever two are compared', () => {
    const text = fc.constantFrom('1', '2', '10', '§ 9', 'extra');
    const place = fc.record(
      { session: text, paragraph: text, point: fc.nat(3), sequence: fc.nat(3) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        expect(Math.sign(comparePlaces(a, b)) + Math.sign(comparePlaces(b, a))).toBe(0);
        const [first, second, third] = [a, b, c].sort(comparePlaces) as [PlaceInDay, PlaceInDay, PlaceInDay];
        expect(comparePlaces(first, second)).toBeLessThanOrEqual(0);
        expect(comparePlaces(first, third)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
