import { civilDate, partialDate, specificationId, specificationOf, type EventOf } from '@liggare/kernel';
import type { IndicatorRedefined, IndicatorRegistered, MeasurementRecorded } from './indicator-events.js';
import { presentIndicator } from './indicator-view.js';
import { indicatorAggregate } from './indicator.js';

const given = specificationOf(indicatorAggregate);
const [day, partial, id] = [civilDate, partialDate, specificationId];
const indicatorId = id(900);
const [first, second] = [id(910), id(911)];
const definition = { definition: 'Andel som är otrygga sent på kvällen', unit: '%', source: 'NTU' };
const year = (y: number) => ({ from: day(`${y}-01-01`), to: day(`${y + 1}-01-01`) });

const registered: EventOf<typeof IndicatorRegistered> = {
  type: 'IndicatorRegistered',
  data: {
    ...{ indicatorId, registrationId: id(901), name: 'Otrygghet', direction: 'lower', frequency: 'yearly' },
    ...{ versionId: first, ...definition, from: partial('2020') },
  },
};
const redefined = (breaksSeries: boolean, from = '2025-01-01'): EventOf<typeof IndicatorRedefined> => ({
  type: 'IndicatorRedefined',
  data: { indicatorId, versionId: second, ...definition, method: 'Webbenkät', from: day(from), breaksSeries },
});
const measured = (
  n: number,
  y: number,
  value: number,
  more: Partial<EventOf<typeof MeasurementRecorded>['data']> = {},
): EventOf<typeof MeasurementRecorded> => ({
  type: 'MeasurementRecorded',
  data: { indicatorId, measurementId: id(n), versionId: first, period: year(y), value, ...more },
});

describe('the series of an indicator', () => {
  it('has a series that a new method breaks, and the break is marked: edge case 48', () => {
    const values = [
      measured(1, 2023, 38),
      measured(2, 2024, 36),
      measured(3, 2025, 44, { versionId: second }),
      measured(4, 2026, 43, { versionId: second }),
    ];
    const breaks = (breaking: boolean) =>
      presentIndicator(given(registered, redefined(breaking), ...values).state, day('2027-01-01')).series.map(
        ({ value, breakBefore }) => [value, breakBefore],
      );
    expect(breaks(true)).toEqual([
      [38, false],
      [36, false],
      [44, true],
      [43, false],
    ]);
    expect(breaks(false).map(([, breakBefore]) => breakBefore)).toEqual([false, false, false, false]);
  });

  it('keeps two values of a year that was measured by both methods: edge case 48', () => {
    const { state } = given(
      ...[registered, redefined(true)],
      ...[measured(1, 2024, 36), measured(2, 2024, 41, { versionId: second })],
    );
    expect(presentIndicator(state, day('2025-01-01')).series).toMatchObject([
      { versionId: first, value: 36, breakBefore: false },
      { versionId: second, value: 41, breakBefore: true },
    ]);
  });

  it('has values that the source recalculates: the new one is added, the old one stays: edge case 48', () => {
    const record = { type: 'RecordMeasurement', period: year(2023), value: 37.5, source: 'NTU 2025' } as const;
    given(registered, measured(1, 2023, 38))
      .when(record)
      .then(measured(0, 2023, 37.5, { source: 'NTU 2025', recalculates: id(1) }));
    given(registered, measured(1, 2023, 37.5))
      .when(record)
      .thenNothing();
    const { state } = given(registered, measured(1, 2023, 38), measured(2, 2023, 37.5, { recalculates: id(1) }));
    const [point] = presentIndicator(state, day('2024-01-01')).series;
    expect([point?.value, point?.earlier.map(({ value }) => value)]).toEqual([37.5, [38]]);
  });

  it('takes values late and early, by the version that held when the period ended', () => {
    const record = (y: number) => ({ type: 'RecordMeasurement', period: year(y), value: 1 }) as const;
    const both = given(registered, redefined(true), measured(1, 2026, 2, { versionId: second }));
    both
      .when({ ...record(2018), publishedOn: partial('2019-04') })
      .then(measured(0, 2018, 1, { publishedOn: partial('2019-04') }));
    both.when(record(2024)).then(measured(0, 2024, 1));
    both.when(record(2025)).then(measured(0, 2025, 1, { versionId: second }));
    both.when({ ...record(2025), versionId: first }).then(measured(0, 2025, 1));
    both.when({ ...record(2025), versionId: id(999) }).thenRefused('unknown-version', '/versionId');
    both
      .when({ ...record(2025), period: { from: day('2025-01-01'), to: day('2025-01-01') } })
      .thenRefused('empty-period', '/period/to');
  });

  it('shows on a day only values of periods that had ended', () => {
    const { state } = given(registered, measured(1, 2023, 38), measured(2, 2024, 36));
    const view = presentIndicator(state, day('2024-12-31'));
    expect([view.series.length, view.latest?.value]).toEqual([1, 38]);
    expect(presentIndicator(state, day('2025-01-01')).latest?.value).toBe(36);
  });
});
