import { idOf, Known } from '../../testing/known.js';

describe('problem, measure, follow-up', () => {
  const problem = (known: Known, state: object = {}) =>
    known.with('problem', 'p', {
      registered: { title: 'P', areas: [] },
      firstNoticed: '2023-01-01',
      ...state,
    } as never);
  const measure = (known: Known, state: object = {}) =>
    known.with('initiative', 'i', {
      registeredFor: '2023-01-01',
      milestones: [{ milestoneId: idOf('m'), status: 'ongoing', on: '2024-01-01' }],
      ...state,
    } as never);
  const address = { addressId: idOf('a'), problemId: idOf('p'), from: '2024-03-01' };

  it('edge case 52: a problem without a measure, and a measure without a problem', () => {
    const apart = measure(problem(new Known()));
    expect(apart.daysOf('problem-without-measure')).toEqual(['2023-01-01 – ']);
    expect(apart.daysOf('measure-without-problem')).toEqual(['2024-01-01 – ']);
    const joined = measure(problem(new Known()), { addresses: [address] });
    expect(joined.daysOf('problem-without-measure')).toEqual(['2023-01-01 – 2024-03-01']);
    expect(joined.daysOf('measure-without-problem')).toEqual(['2024-01-01 – 2024-03-01']);
    const inWords = measure(new Known(), { registered: { title: 'I', problem: 'otrygghet', kinds: [], areas: [] } });
    expect(inWords.daysOf('measure-without-problem')).toEqual([]);
  });

  it('edge case 50: a planned follow-up that was not made in time, until it was', () => {
    const planned = {
      plannedId: idOf('f'),
      period: { from: '2024-01-01', to: '2025-01-01' },
      dueOn: '2025-03-31',
    };
    const made = (madeOn: string) => ({
      followUpId: idOf(madeOn),
      period: planned.period,
      madeOn,
      assessment: 'unknown',
    });
    const late = (...followUps: readonly object[]) =>
      measure(new Known(), { plannedFollowUps: [planned], followUps }).daysOf('follow-up-overdue');
    expect(late()).toEqual(['2025-04-01 – ']);
    expect(late(made('2026-02-01'))).toEqual(['2025-04-01 – 2026-02-01']);
    expect(late(made('2025-03-31'))).toEqual([]);
  });

  it('edge case 47: a measure that goes on for a year and nobody asks what it does', () => {
    const silent = (...madeOn: readonly string[]) =>
      measure(new Known(), {
        followUps: madeOn.map((on) => ({
          ...{ followUpId: idOf(on), madeOn: on, assessment: 'unknown' },
          period: { from: '2024-01-01', to: '2024-07-01' },
        })),
      }).daysOf('measure-not-followed-up');
    expect(silent()).toEqual(['2024-12-31 – ']);
    expect(silent('2024-09-01')).toEqual(['2025-09-01 – ']);
    expect(silent('2025-02-01')).toEqual(['2024-12-31 – 2025-02-01', '2026-02-01 – ']);
  });

  it('edge case 48: a definition nothing is measured by, and a target nobody looked at', () => {
    const versions = [
      { versionId: idOf('v1'), from: '2023-01-01', breaksSeries: false },
      { versionId: idOf('v2'), from: '2025-01-01', breaksSeries: true },
    ];
    const measurement = {
      measurementId: idOf('x'),
      versionId: idOf('v1'),
      value: 3,
      period: { from: '2023-01-01', to: '2024-01-01' },
    };
    const targets = [{ targetId: idOf('t'), versionId: idOf('v1'), value: 1, by: '2024-12-31' }];
    const known = new Known().with('indicator', 'n', { versions, measurements: [measurement], targets } as never);
    expect(known.daysOf('indicator-without-measurement')).toEqual(['2026-01-01 – ']);
    expect(known.daysOf('indicator-target-without-outcome')).toEqual(['2025-01-01 – ']);
  });
});

describe('edge case 51: plans by lag (2023:196)', () => {
  const version = (n: number, adoptedOn: string, more: object = {}) => ({
    ...{ versionId: idOf(`v${n}`), version: n, title: 'L', adoptedOn, areas: [], parts: [], problemIds: [], items: [] },
    ...more,
  });
  const report = (...versions: readonly object[]) => new Known().with('situation-report', 'r', { versions } as never);

  it('a report that is not updated every second year, counted both ways', () => {
    const known = report(version(1, '2021-11-20'), version(2, '2024-02-01'));
    expect(known.daysOf('situation-report-outdated')).toEqual(['2023-11-21 – 2024-02-01', '2026-02-02 – ']);
    expect(known.daysOf('situation-report-outdated-by-calendar-year')).toEqual([
      '2024-01-01 – 2024-02-01',
      '2027-01-01 – ',
    ]);
  });

  it('a report without one of its three parts', () => {
    const known = report(version(1, '2023-11-20', { parts: [{ part: 'survey' }] }), version(2, '2024-02-01'));
    expect(known.daysOf('situation-report-part-missing')).toEqual(['2023-11-20 – 2024-02-01']);
  });

  const plan = (known: Known, state: object) =>
    known.with('action-plan', 'p', { versions: [], followUps: [], ...state });

  it('a plan that is not followed up every second year, counted both ways', () => {
    const followUps = [{ followUpId: idOf('f'), on: '2026-09-01' }];
    const known = plan(new Known(), { versions: [version(1, '2024-06-10')], followUps });
    expect(known.daysOf('plan-not-followed-up')).toEqual(['2026-06-11 – 2026-09-01', '2028-09-02 – ']);
    expect(known.daysOf('plan-not-followed-up-by-calendar-year')).toEqual(['2029-01-01 – ']);
  });

  it('a plan that rests on no report, or on one that was updated since', () => {
    const restsOn = { situationReportId: idOf('r'), version: 1 };
    const known = plan(report(version(1, '2023-11-20'), version(2, '2025-10-01')), {
      versions: [version(1, '2024-06-10', { restsOn, to: '2026-07-01' }), version(2, '2026-06-10')],
    });
    expect(known.daysOf('plan-without-situation-report')).toEqual(['2026-06-10 – ']);
    expect(known.daysOf('plan-on-older-situation-report')).toEqual(['2025-10-01 – 2026-07-01']);
  });

  it('an item that is not done in time, by the measure that carries it out', () => {
    const items = [{ itemId: idOf('i1'), text: 'x', by: '2025', initiativeId: idOf('i') }];
    const known = (...milestones: readonly object[]) =>
      plan(new Known(), { versions: [version(1, '2024-06-10', { items })] }).with('initiative', 'i', {
        milestones: [{ milestoneId: idOf('m'), status: 'ongoing', on: '2024-01-01' }, ...milestones],
      } as never);
    expect(known().daysOf('plan-item-overdue')).toEqual(['2026-01-01 – ']);
    const done = (on: string) => known({ milestoneId: idOf('c'), status: 'completed', on }).daysOf('plan-item-overdue');
    expect([done('2025-12-01'), done('2026-03-01')]).toEqual([[], ['2026-01-01 – 2026-03-01']]);
  });

  it('an agreement without what the act asks for, and one that is about to end', () => {
    const registered = {
      title: 'A',
      parties: [],
      purposes: ['x'],
      areas: [],
      signedOn: '2024-01-01',
      to: '2025-01-01',
    };
    const known = new Known().with('agreement', 'a', { registered } as never);
    expect(known.daysOf('agreement-without-purposes-or-areas')).toEqual(['2024-01-01 – 2025-01-01']);
    expect(known.daysOf('agreement-ends-soon')).toEqual(['2024-11-02 – 2025-01-01']);
  });
});
