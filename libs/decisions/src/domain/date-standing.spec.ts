import fc from 'fast-check';
import { addDays, bounds, certainlyBefore, civilDate, type CivilDate, partialDate } from '@liggare/kernel';
import { standingOf, type DateStanding } from './date-standing.js';

const epoch = civilDate('2023-01-01');
const day = fc.integer({ min: -40, max: 800 }).map((n) => addDays(epoch, n));
const part = day.chain((on) => fc.constantFrom(on, on.slice(0, 7), on.slice(0, 4)));
const date = fc
  .oneof(
    part,
    fc.tuple(part, part).map(([a, b]) => [a, b].sort().join('/')),
    part.map((to) => `../${to}`),
    part.map((from) => `${from}/..`),
    fc.constant('unknown'),
  )
  .map(partialDate);

/** Can it have been that day? */
function allows(on: CivilDate, { earliest, before }: ReturnType<typeof bounds>): boolean {
  return (earliest === undefined || earliest <= on) && (before === undefined || on < before);
}

describe('a date known in part, on a day', () => {
  it.each<[string, string, DateStanding]>([
    ['2023-02-13', '2023-02-12', 'before'],
    ['2023-02-13', '2023-02-13', 'reached'],
    ['2023-02', '2023-01-31', 'before'],
    ['2023-02', '2023-02-27', 'undecided'],
    ['2023-02', '2023-02-28', 'reached'],
    ['2018-06/2022-10', '2020-01-01', 'undecided'],
    ['2018-06/2022-10', '2022-10-31', 'reached'],
    ['../2022-12-31', '1999-01-01', 'undecided'],
    ['2018/..', '2026-01-01', 'undecided'],
    ['unknown', '2026-01-01', 'undecided'],
    ['9999-12-31', '9999-12-31', 'undecided'],
  ])('%s on %s is %s, edge case 58', (when, on, standing) => {
    expect(standingOf(partialDate(when), civilDate(on))).toBe(standing);
  });

  it('is reached when every day it can be has come, and before when none has', () => {
    const days = Array.from({ length: 1_300 }, (_, n) => addDays(epoch, n - 440));
    fc.assert(
      fc.property(date, day, (when, on) => {
        const limits = bounds(when);
        const closed = limits.earliest !== undefined && limits.before !== undefined;
        fc.pre(closed);
        const possible = days.filter((each) => allows(each, limits));
        const standing = standingOf(when, on);
        expect(standing === 'reached').toBe(possible.every((each) => each <= on));
        expect(standing === 'before').toBe(possible.every((each) => each > on));
      }),
      { numRuns: 200 },
    );
  });

  it('comes certainly before another only if no days of both speak against it', () => {
    fc.assert(
      fc.property(date, date, day, day, (one, other, a, b) => {
        fc.pre(allows(a, bounds(one)) && allows(b, bounds(other)));
        if (certainlyBefore(one, other)) expect(a < b).toBe(true);
      }),
    );
    expect(certainlyBefore(partialDate('2022'), partialDate('2023-01-01'))).toBe(true);
    expect(certainlyBefore(partialDate('2023'), partialDate('2023-06'))).toBe(false);
    expect(certainlyBefore(partialDate('unknown'), partialDate('2023'))).toBe(false);
  });
});
