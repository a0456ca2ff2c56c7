import fc from 'fast-check';
import { addDays, civilDate, daysBetween, isCivilDate } from './civil-date.js';
import { DemoClock, systemClock } from './clock.js';
import { contains, isEmpty, overlaps, type DateRange } from './date-range.js';
import { civilDateAt, instant } from './instant.js';
import { bounds, isPartialDate, knownDay, partialDate } from './partial-date.js';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => civilDate(date.toISOString().slice(0, 10)));

describe('civil dates', () => {
  it.each(['2024-02-29', '2023-12-31', '0001-01-01'])('takes %s', (text) => {
    expect(isCivilDate(text)).toBe(true);
  });

  it.each(['2023-02-29', '2023-13-01', '2023-1-1', '2023-01-01T00:00:00Z', '20230101', '', '0000-01-01'])(
    'refuses %j',
    (text) => {
      expect(isCivilDate(text)).toBe(false);
      expect(() => civilDate(text)).toThrow(RangeError);
    },
  );

  it('adds and counts days over leap years and daylight saving, edge case 63', () => {
    expect(addDays(civilDate('2024-02-28'), 2)).toBe('2024-03-01');
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  it('takes the day from the wall in Stockholm, edge case 63', () => {
    expect(civilDateAt(instant('2024-06-30T22:30:00Z'))).toBe('2024-07-01');
    expect(civilDateAt(instant('2024-12-31T22:59:59Z'))).toBe('2024-12-31');
    expect(civilDateAt(instant('2024-12-31T23:00:00Z'))).toBe('2025-01-01');
  });
});

describe('half-open periods', () => {
  const range = fc
    .tuple(day, fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }))
    .map(([from, length]): DateRange => (length === undefined ? { from } : { from, to: addDays(from, length) }));

  it('hold their first day and not their last', () => {
    const year = { from: civilDate('2023-01-01'), to: civilDate('2024-01-01') };
    expect(contains(year, civilDate('2023-01-01'))).toBe(true);
    expect(contains(year, civilDate('2024-01-01'))).toBe(false);
  });

  it('overlap exactly when some day is in both', () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        const later = a.from > b.from ? a.from : b.from;
        expect(overlaps(a, b)).toBe(!isEmpty(a) && !isEmpty(b) && contains(a, later) && contains(b, later));
      }),
    );
  });
});

describe('partial dates, edge case 58', () => {
  it.each([
    ['2023-02-13', '2023-02-13', '2023-02-14'],
    ['2024-02', '2024-02-01', '2024-03-01'],
    ['2021', '2021-01-01', '2022-01-01'],
    ['2018-06/2022-10', '2018-06-01', '2022-11-01'],
    ['../2022-12-31', undefined, '2023-01-01'],
    ['2018/..', '2018-01-01', undefined],
    ['unknown', undefined, undefined],
  ])('%s lies between its bounds', (text, earliest, before) => {
    expect(bounds(partialDate(text))).toEqual({
      ...(earliest === undefined ? {} : { earliest }),
      ...(before === undefined ? {} : { before }),
    });
  });

  it.each(['2023-00', '2023-02-30', '2022/2018', '../..', 'okänd', '2020/2021/2022', ''])('refuses %j', (text) => {
    expect(isPartialDate(text)).toBe(false);
  });

  it.each(['9999', '9999-12', '9999-12-31', '../9999'])('finds no day after the last of the calendar: %s', (text) => {
    expect(bounds(partialDate(text)).before).toBeUndefined();
  });

  it('knows the day only when the source does', () => {
    expect(knownDay(partialDate('2023-02-13'))).toBe('2023-02-13');
    expect(knownDay(partialDate('2023-02'))).toBeUndefined();
  });
});

describe('instants', () => {
  it('are kept in UTC with milliseconds, whatever zone they come in', () => {
    expect(instant('2026-11-23T19:01:00+01:00')).toBe('2026-11-23T18:01:00.000Z');
  });

  it.each(['2026-11-23T19:01:00', '2026-11-23', '2026-02-30T00:00:00Z', 'now'])('refuse %j', (text) => {
    expect(() => instant(text)).toThrow(RangeError);
  });
});

describe('the clock of a demo log', () => {
  it('stands still where it is set, and runs like the computer’s once released; it never says it is a real one', () => {
    const clock = new DemoClock(instant('2024-07-01T10:00:00Z'));
    expect(clock.now()).toBe('2024-07-01T10:00:00.000Z');
    clock.set(instant('2024-07-02T10:00:00Z'));
    expect(clock.now()).toBe('2024-07-02T10:00:00.000Z');
    clock.release();
    for (const running of [clock, new DemoClock()]) {
      const before = systemClock.now();
      const now = running.now();
      expect([before <= now, now <= systemClock.now(), running.kind]).toEqual([true, true, 'demo']);
    }
  });
});
