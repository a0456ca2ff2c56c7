import { gapsBySeries, gapsByYear, registrySeries } from './number-gaps.js';

const on = (day: string, ...numbers: number[]) => numbers.map((number) => ({ series: 'KF', day, number }));

describe('gaps in numbers', () => {
  it('run through the year of an organ', () => {
    const numbered = [...on('2024-02-01', 1, 2, 5), ...on('2024-03-01', 9), ...on('2025-02-01', 1, 2)];
    expect(gapsByYear(numbered)).toEqual([
      { series: 'KF', within: '2024', first: 1, last: 9, present: 4, missing: 5, ranges: '3–4, 6–8' },
    ]);
  });

  it('are looked for by meeting where numbers begin again at each', () => {
    const numbered = [...on('2024-02-01', 1, 2, 3), ...on('2024-03-01', 1, 3)];
    expect(gapsByYear(numbered)).toEqual([
      { series: 'KF', within: '2024-03-01', first: 1, last: 3, present: 2, missing: 1, ranges: '2' },
    ]);
  });

  it('one number twice on a day is one number', () => {
    expect(gapsByYear([...on('2024-02-01', 1, 1, 2)])).toEqual([]);
  });

  it('are found in registry numbers by what stands before the number', () => {
    expect(registrySeries('KS 2023/0123')).toEqual({ series: 'KS 2023/', number: 123 });
    expect(registrySeries('utan nummer')).toBeUndefined();
    const numbered = ['KS 2023/1', 'KS 2023/03', 'KS 2024/7'].map((text) => ({ day: '', ...registrySeries(text)! }));
    expect(gapsBySeries(numbered)).toMatchObject([{ series: 'KS 2023/', ranges: '2' }]);
  });
});
