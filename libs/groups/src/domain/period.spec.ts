import { addDays, bounds, type PartialDate } from '@liggare/kernel';
import fc from 'fast-check';
import { date, day } from '../testing/given-events.js';
import {
  certainPeriod,
  endedAt,
  includes,
  isEmptyPeriod,
  latestEnd,
  meet,
  possiblePeriod,
  type Period,
} from './period.js';

const DAYS = Array.from({ length: 40 }, (_, i) => addDays(day('2023-01-10'), i));
const someDay = fc.constantFrom(...DAYS);
const period = fc.record({ from: someDay, to: someDay }, { requiredKeys: [] }) as fc.Arbitrary<Period>;

describe('periods', () => {
  it.each([
    ['2023-02-13', undefined, '2023-02-13', undefined],
    ['2023-02-13', '2027-01-01', '2023-02-13', '2027-01-01'],
    ['2023', '2024', '2023-01-01', '2024-12-31'],
    ['unknown', '../2022-12-31', undefined, '2022-12-31'],
    ['2018/..', 'unknown', '2018-01-01', undefined],
  ])('of %s to %s can reach from %s to %s, edge case 58', (from, to, first, last) => {
    const found = possiblePeriod(date(from), to === undefined ? undefined : date(to));
    expect([found.from, found.to]).toEqual([first, last]);
  });

  it('are certain only between the last possible beginning and the first possible end', () => {
    expect(certainPeriod(date('2023-02'), date('2024'))).toEqual({ from: '2023-02-28', to: '2024-01-01' });
    expect(isEmptyPeriod(certainPeriod(date('2023'), date('2023')))).toBe(true);
    expect(isEmptyPeriod(certainPeriod(date('unknown')))).toBe(true);
    expect(isEmptyPeriod(certainPeriod(date('2023'), date('unknown')))).toBe(true);
  });

  it('end on a whole day as it stands, and on any other date where its bounds say', () => {
    fc.assert(
      fc.property(someDay, (one) =>
        expect(latestEnd(one)).toBe(addDays(bounds(one as string as PartialDate).before!, -1)),
      ),
    );
    expect(latestEnd(date('2023-02'))).toBe('2023-02-28');
    expect(latestEnd(date('unknown'))).toBeUndefined();
  });

  it('meet exactly when some day is in both', () => {
    const far = [day('1900-01-01'), ...DAYS, day('2100-01-01')];
    fc.assert(
      fc.property(period, period, (a, b) => {
        const shared = !isEmptyPeriod(a) && !isEmptyPeriod(b) && far.some((d) => includes(a, d) && includes(b, d));
        expect(meet(a, b)).toBe(shared);
      }),
    );
  });

  it('are only ever shortened', () => {
    fc.assert(
      fc.property(period, someDay, someDay, (range, end, one) => {
        expect(includes(endedAt(range, end), one)).toBe(includes(range, one) && one < end);
      }),
    );
  });
});
