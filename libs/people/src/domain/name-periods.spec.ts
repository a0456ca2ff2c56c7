import fc from 'fast-check';
import { addDays, civilDate, type CivilDate } from '@liggare/kernel';
import { nameOn, namePeriods, type DatedName } from './name-periods.js';

const start = civilDate('2020-01-01');
const names = fc
  .array(fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined }), { minLength: 1, maxLength: 8 })
  .map((offsets) =>
    offsets.map((offset, index): DatedName => ({
      nameId: String(index),
      ...(offset === undefined ? {} : { from: addDays(start, offset) }),
    })),
  );
const day = fc.integer({ min: -2, max: 12 }).map((offset) => addDays(start, offset));

describe('name periods', () => {
  it('give every day exactly one name', () => {
    fc.assert(
      fc.property(names, day, (names, day) => {
        const holding = namePeriods(names).filter((name) => holds(name.period, day));
        expect(holding.map((name) => name.nameId)).toEqual([nameOn(names, day)!.nameId]);
      }),
    );
  });

  it('let the name registered last win on a day on which several begin', () => {
    const names: DatedName[] = [
      { nameId: 'first', from: start },
      { nameId: 'second', from: start },
    ];
    expect(nameOn(names, start)?.nameId).toBe('second');
  });

  it('have the first name hold before its own first day', () => {
    expect(nameOn([{ nameId: 'only', from: start }], civilDate('1999-01-01'))?.nameId).toBe('only');
    expect(namePeriods([])).toEqual([]);
  });
});

function holds({ from, to }: { from?: CivilDate; to?: CivilDate }, day: CivilDate): boolean {
  return (from === undefined || from <= day) && (to === undefined || day < to);
}
