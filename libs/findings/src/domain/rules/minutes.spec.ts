import { idOf, Known } from '../../testing/known.js';

const decided = (state: object = {}) =>
  new Known().with('decision', 'decision', {
    instrument: 'meeting',
    outcome: 'adopted',
    confidence: 'certain',
    organ: { groupId: idOf('council') },
    decidedOn: '2024-02-12',
    paragraph: '22',
    ...state,
  } as never);
const proceedings = (adjusted?: string, ...notices: readonly object[]) => ({
  proceedings: {
    notices,
    appeals: [],
    ...(adjusted === undefined ? {} : { adjusted: { on: adjusted, immediate: false } }),
  },
});
const notice = (on: string, more: object = {}) => ({ noticeId: idOf(`notice ${on}`), on, ...more });

describe('minutes and notices', () => {
  it('adjusted within fourteen days, or found until they are, and for good that they were late', () => {
    expect(decided(proceedings('2024-02-26')).daysOf('minutes-not-adjusted')).toEqual([]);
    expect(decided(proceedings('2024-02-26')).daysOf('minutes-adjusted-late')).toEqual([]);
    expect(decided(proceedings('2024-02-28')).daysOf('minutes-not-adjusted')).toEqual(['2024-02-27 – 2024-02-28']);
    expect(decided(proceedings('2024-02-28')).daysOf('minutes-adjusted-late')).toEqual(['2024-02-28 – ']);
    expect(decided().daysOf('minutes-not-adjusted')).toEqual(['2024-02-27 – ']);
  });

  it('does not ask for the minutes of an uncertain record, nor of a decision outside a meeting', () => {
    expect(decided({ confidence: 'probable' }).daysOf('minutes-not-adjusted')).toEqual([]);
    expect(decided({ instrument: 'delegated' }).daysOf('minutes-not-adjusted')).toEqual([]);
    expect(decided({ decidedOn: '2024-02' }).daysOf('minutes-not-adjusted')).toEqual([]);
  });

  it('announced at the latest the second day after the adjustment', () => {
    const inTime = decided(proceedings('2024-02-20', notice('2024-02-22')));
    expect(inTime.daysOf('notice-missing')).toEqual([]);
    expect(inTime.daysOf('notice-late')).toEqual([]);
    const late = decided(proceedings('2024-02-20', notice('2024-02-26')));
    expect(late.daysOf('notice-missing')).toEqual(['2024-02-23 – 2024-02-26']);
    expect(late.daysOf('notice-late')).toEqual(['2024-02-26 – ']);
    expect(decided(proceedings('2024-02-20')).daysOf('notice-missing')).toEqual(['2024-02-23 – ']);
  });

  it('edge case 6: a notice taken down early, until it is posted anew', () => {
    const early = notice('2024-02-20', { takenDownOn: '2024-03-01' });
    expect(decided(proceedings('2024-02-20', early)).daysOf('notice-taken-down-early')).toEqual(['2024-03-01 – ']);
    const anew = decided(proceedings('2024-02-20', early, notice('2024-03-05')));
    expect(anew.daysOf('notice-taken-down-early')).toEqual(['2024-03-01 – 2024-03-05']);
    const whole = notice('2024-02-20', { takenDownOn: '2024-03-13' });
    expect(decided(proceedings('2024-02-20', whole)).daysOf('notice-taken-down-early')).toEqual([]);
  });

  it('edge case 7: the stated last day is not the computed one', () => {
    const stated = (day: string) => decided(proceedings('2024-06-20', notice('2024-06-20', { statedLastDay: day })));
    expect(stated('2024-07-11').daysOf('last-appeal-day-differs')).toEqual([]);
    expect(stated('2024-07-10').daysOf('last-appeal-day-differs')).toEqual(['2024-06-20 – ']);
  });

  it('edge case 39: a delegated decision that is not reported', () => {
    const delegated = (state: object) =>
      decided({ instrument: 'delegated', ...state }).daysOf('delegated-decision-not-reported');
    expect(delegated({})).toEqual(['2024-05-14 – ']);
    expect(delegated({ reported: { on: '2024-03-11' } })).toEqual([]);
    expect(delegated({ reported: { on: '2024-09-09' } })).toEqual(['2024-05-14 – 2024-09-09']);
  });

  it('edge case 58: what identifies the decision is not known', () => {
    const [finding] = decided({ paragraph: undefined, decidedOn: '2018/2022' }).findings();
    expect(finding).toMatchObject({ rule: 'decision-identity-incomplete', facts: { missing: 'decidedOn, paragraph' } });
    expect(decided(proceedings('2024-02-20', notice('2024-02-20'))).findings()).toEqual([]);
  });

  it('edge case 61: the same paragraph registered twice, until one is marked as the duplicate', () => {
    const twin = (state: object = {}) =>
      decided().with('decision', 'twin', {
        instrument: 'meeting',
        confidence: 'probable',
        organ: { groupId: idOf('council') },
        decidedOn: '2024-02-12',
        paragraph: '22',
        ...state,
      } as never);
    expect(twin().daysOf('decision-registered-twice')).toEqual(['2024-02-12 – ', '2024-02-12 – ']);
    expect(twin({ duplicateOf: idOf('decision') }).daysOf('decision-registered-twice')).toEqual([]);
    expect(twin({ paragraph: '23' }).daysOf('decision-registered-twice')).toEqual([]);
  });

  it('edge case 71: paragraph 22 of another day, and edge case 72: of another meeting the same day, is another', () => {
    const other = (state: object) =>
      decided().with('decision', 'other', {
        instrument: 'meeting',
        organ: { groupId: idOf('council') },
        decidedOn: '2024-02-12',
        paragraph: '22',
        ...state,
      } as never);
    expect(other({ decidedOn: '2024-02-13' }).daysOf('decision-registered-twice')).toEqual([]);
    expect(other({ session: '2' }).daysOf('decision-registered-twice')).toEqual([]);
  });

  it('a point in effect from before it was decided, and one in force with no day of effect', () => {
    const point = (more: object) => ({ points: [{ number: 1, kind: 'elects', text: {}, corrections: [], ...more }] });
    expect(decided(point({ effectiveFrom: '2024-01-01' })).daysOf('effective-before-decided')).toEqual([
      '2024-02-12 – ',
    ]);
    expect(decided(point({ effectiveFrom: '2024-03-01' })).daysOf('effective-before-decided')).toEqual([]);
    const inForce = { ...proceedings('2024-02-20', notice('2024-02-20')), ...point({}) };
    expect(decided(inForce).daysOf('point-in-force-without-date')).toEqual(['2024-03-13 – ']);
  });
});
