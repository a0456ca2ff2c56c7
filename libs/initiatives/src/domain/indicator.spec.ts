import {
  civilDate,
  partialDate,
  personal,
  specificationId,
  specificationOf,
  UNKNOWN_DATE,
  type EventOf,
} from '@liggare/kernel';
import type { RegisterIndicator } from './indicator-commands.js';
import type { IndicatorRedefined, IndicatorRegistered, MeasurementRecorded } from './indicator-events.js';
import { presentIndicator } from './indicator-view.js';
import { indicatorAggregate } from './indicator.js';

const given = specificationOf(indicatorAggregate);
const [day, partial, id] = [civilDate, partialDate, specificationId];
const indicatorId = id(900);
const [first, second] = [id(910), id(911)];
const [initiativeId, problemId] = [id(700), id(701)];
const basis = { decisionId: id(800), point: 1 };
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

describe('an indicator', () => {
  const register: RegisterIndicator = {
    type: 'RegisterIndicator',
    ...{ indicatorId, name: ' Otrygghet ', direction: 'lower', frequency: 'yearly' },
    ...{ ...definition, from: partial('2020') },
  };

  it('is registered once, with a first version of its definition', () => {
    given()
      .when(register)
      .then({ ...registered, data: { ...registered.data, registrationId: id(0), versionId: id(1) } });
    given(registered).when(register).thenRefused('already-exists');
    given()
      .when({ type: 'SetTarget', value: 1, by: day('2026-01-01') })
      .thenRefused('not-registered');
  });

  it('has a new version of its definition from a day on', () => {
    given(registered)
      .when({ type: 'RedefineIndicator', ...definition, from: day('2025-01-01'), breaksSeries: true, basis })
      .then({
        type: 'IndicatorRedefined',
        data: { indicatorId, versionId: id(0), ...definition, from: day('2025-01-01'), breaksSeries: true, basis },
      });
    const { state } = given(registered, redefined(true));
    const versionOn = (text: string) => presentIndicator(state, day(text)).version?.versionId;
    expect(['2019-12-31', '2024-12-31', '2025-01-01'].map(versionOn)).toEqual([undefined, first, second]);
  });

  it('has a baseline and targets with a date', () => {
    given(registered)
      .when({ type: 'SetBaseline', value: 38, on: partial('2023'), basis })
      .then({
        type: 'BaselineSet',
        data: { indicatorId, baselineId: id(0), versionId: first, value: 38, on: partial('2023'), basis },
      });
    given(registered, redefined(true))
      .when({ type: 'SetTarget', value: 32, by: day('2027-01-01') })
      .then({
        type: 'TargetSet',
        data: { indicatorId, targetId: id(0), versionId: second, value: 32, by: day('2027-01-01') },
      });
    given(registered)
      .when({ type: 'SetTarget', value: 32, by: day('2027-01-01'), versionId: id(999) })
      .thenRefused('unknown-version', '/versionId');
    const target = (n: number, value: number, by: string) =>
      ({ type: 'TargetSet', data: { indicatorId, targetId: id(n), versionId: first, value, by: day(by) } }) as const;
    const { state } = given(
      registered,
      ...[target(1, 30, '2027-01-01'), target(2, 34, '2026-01-01'), target(3, 31, '2027-01-01')],
    );
    expect(presentIndicator(state, day('2026-01-01')).targets.map(({ value }) => value)).toEqual([34, 31]);
  });

  it('follows initiatives and problems, one per link, for a time', () => {
    given(registered)
      .when({ type: 'LinkIndicator', subject: { initiativeId }, from: partial('2023'), basis })
      .then({
        type: 'IndicatorLinked',
        data: { indicatorId, linkId: id(0), subject: { initiativeId }, from: partial('2023'), basis },
      });
    given(registered).when({ type: 'LinkIndicator', subject: {} }).thenRefused('one-subject', '/subject');
    given(registered)
      .when({ type: 'LinkIndicator', subject: { initiativeId, problemId } })
      .thenRefused('one-subject', '/subject');
    given(registered)
      .when({ type: 'LinkIndicator', subject: { problemId }, from: partial('2024'), to: partial('2023') })
      .thenRefused('from-after-to', '/to');
    const linked = {
      type: 'IndicatorLinked',
      data: { indicatorId, linkId: id(920), subject: { problemId }, from: partial('2023-01-01') },
    } as const;
    const unlinked = { type: 'IndicatorUnlinked', data: { indicatorId, linkId: id(920), to: UNKNOWN_DATE } } as const;
    const unlink = { type: 'UnlinkIndicator', linkId: id(920), to: UNKNOWN_DATE } as const;
    given(registered, linked).when(unlink).then(unlinked);
    given(registered, linked, unlinked).when(unlink).thenNothing();
    given(registered).when(unlink).thenRefused('unknown-link', '/linkId');
    given(registered, linked)
      .when({ ...unlink, to: partial('2022') })
      .thenRefused('from-after-to', '/to');
    const ended = given(registered, linked, {
      ...unlinked,
      data: { ...unlinked.data, to: partial('2025-01-01') },
    }).state;
    const linksOn = (text: string) => presentIndicator(ended, day(text)).links.length;
    expect(['2022-12-31', '2024-12-31', '2025-01-01'].map(linksOn)).toEqual([0, 1, 0]);
  });

  it('is corrected fact by fact, each with its own fields', () => {
    const correct = (corrects: string) => ({ type: 'CorrectIndicatorRegistration', corrects }) as const;
    const corrected = (corrects: string, data: object) =>
      ({ type: 'IndicatorRegistrationCorrected', data: { indicatorId, corrects, ...data } }) as const;
    const all = given(registered, redefined(true), measured(1, 2023, 38));
    all
      .when({ ...correct(id(901)), name: 'Trygghet', reason: 'Fel namn' })
      .then(corrected(id(901), { name: 'Trygghet', reason: personal(indicatorId, 'Fel namn') }));
    all.when({ ...correct(second), breaksSeries: false }).then(corrected(second, { breaksSeries: false }));
    all.when({ ...correct(id(1)), value: 39 }).then(corrected(id(1), { value: 39 }));
    all.when({ ...correct(second), withdrawn: true }).then(corrected(second, { withdrawn: true }));
    all.when(correct(id(1))).thenNothing();
    all.when({ ...correct(first), withdrawn: true }).thenRefused('version-in-use', '/withdrawn');
    given(registered)
      .when({ ...correct(first), withdrawn: true })
      .thenRefused('last-version', '/withdrawn');
    all.when({ ...correct(id(901)), withdrawn: true }).thenRefused('registration-stands', '/withdrawn');
    all.when({ ...correct(id(1)), name: 'X' }).thenRefused('no-such-field', '/name');
    all.when({ ...correct(id(1)), unit: 'X' }).thenRefused('no-such-field', '/unit');
    all.when({ ...correct(second), value: 1 }).thenRefused('no-such-field', '/value');
    all.when(correct(id(999))).thenRefused('unknown-fact', '/corrects');
    const events = [registered, redefined(true), measured(1, 2023, 38)] as const;
    const after = given(
      ...events,
      corrected(id(901), { name: 'Trygghet' }),
      corrected(second, { breaksSeries: false, unit: 'promille' }),
      corrected(id(1), { value: 39 }),
    ).state;
    expect([after.name, after.versions[1], after.measurements[0]?.value]).toMatchObject([
      'Trygghet',
      { breaksSeries: false, unit: 'promille', source: 'NTU' },
      39,
    ]);
    expect(given(...events, corrected(id(1), { withdrawn: true })).state.measurements).toEqual([]);
  });
});
