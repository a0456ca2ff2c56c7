import fc from 'fast-check';
import { addDays, civilDate, daysBetween } from './civil-date.js';
import { easterSunday, endOfTimeLimit, extendsTimeLimits, swedishHolidays, weekday } from './swedish-holidays.js';

const day = fc.integer({ min: 0, max: 50_000 }).map((n) => addDays(civilDate('1990-01-01'), n));

describe('Swedish holidays', () => {
  it.each([
    [2020, '2020-04-12'],
    [2021, '2021-04-04'],
    [2022, '2022-04-17'],
    [2023, '2023-04-09'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2029, '2029-04-01'],
    [2030, '2030-04-21'],
    [2038, '2038-04-25'],
    [1961, '1961-04-02'],
  ])('Easter %i', (year, easter) => expect(easterSunday(year)).toBe(easter));

  it('of 2024 and 2004', () => {
    expect(swedishHolidays(2024)).toEqual([
      '2024-01-01',
      '2024-01-06',
      '2024-03-29',
      '2024-03-31',
      '2024-04-01',
      '2024-05-01',
      '2024-05-09',
      '2024-05-19',
      '2024-06-06',
      '2024-06-22',
      '2024-11-02',
      '2024-12-25',
      '2024-12-26',
    ]);
    expect(swedishHolidays(2004)).toContain('2004-05-31');
    expect(swedishHolidays(2004)).not.toContain('2004-06-06');
  });

  it('are thirteen a year, and Midsummer and All Saints are Saturdays', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2200 }), (year) => {
        const days = swedishHolidays(year);
        expect(days).toHaveLength(13);
        const saturdays = days.filter((d) => d.slice(5) >= '06-20' && d.slice(5) <= '11-06');
        expect(saturdays.map(weekday)).toEqual([6, 6]);
      }),
    );
  });
});

describe('a time limit', () => {
  it('does not run out on a weekend, a holiday or one of three eves, and no later than need be', () => {
    fc.assert(
      fc.property(day, (d) => {
        const end = endOfTimeLimit(d);
        expect(extendsTimeLimits(end)).toBe(false);
        expect([0, 6]).not.toContain(weekday(end));
        expect(daysBetween(d, end)).toBeGreaterThanOrEqual(0);
        for (let between = d; between < end; between = addDays(between, 1))
          expect(extendsTimeLimits(between)).toBe(true);
      }),
    );
  });

  it.each([
    ['2023-06-23', '2023-06-26'],
    ['2025-06-20', '2025-06-23'],
    ['2024-12-24', '2024-12-27'],
    ['2025-12-31', '2026-01-02'],
    ['2024-03-29', '2024-04-02'],
    ['2024-05-14', '2024-05-14'],
  ])('that would run out on %s does on %s', (from, to) => expect(endOfTimeLimit(civilDate(from))).toBe(to));
});
