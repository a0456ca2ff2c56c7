import { civilDate, partialDate, type PartialDate } from '@liggare/kernel';
import { actionPlanAggregate, type ActionPlanState } from './action-plan.js';
import type { AgreementState } from './agreement.js';
import { dueAfter } from './compliance-answers.js';
import { compliance, type ComplianceFacts } from './compliance.js';
import type { CoordinationState } from './coordination.js';
import { REPORT_PARTS } from './plans-vocabulary.js';
import type { SituationReportState } from './situation-report.js';

const nothing: ComplianceFacts = { reports: [], plans: [], agreements: [], coordination: [] };
const date = (text: string): PartialDate => partialDate(text);

const report = (...adopted: readonly string[]): SituationReportState => ({
  id: 'r',
  versions: adopted.map((on, index) => ({
    ...{ versionId: `r${index + 1}`, version: index + 1, title: 'L', adoptedOn: date(on), areas: [], problemIds: [] },
    parts: REPORT_PARTS.map((part) => ({ part })),
  })),
});
const plan = (adoptedOn: string, ...followUps: readonly string[]): ActionPlanState => ({
  ...actionPlanAggregate.initialState,
  id: 'p',
  versions: [
    {
      ...{ versionId: 'p1', version: 1, title: 'P', adoptedOn: date(adoptedOn), items: [] },
      restsOn: { situationReportId: 'r', version: 1 },
    },
  ],
  followUps: followUps.map((on, index) => ({ followUpId: `f${index + 1}`, on: date(on) })),
});

function answers(
  facts: Partial<ComplianceFacts>,
  day: string,
  counting: 'anniversary' | 'calendar-year' = 'anniversary',
) {
  const judged = compliance({ ...nothing, ...facts }, civilDate(day), counting);
  return Object.fromEntries(judged.map(({ id, answer, due }) => [id, due === undefined ? answer : `${answer} ${due}`]));
}

describe('edge case 51: lag (2023:196), asked of a day', () => {
  it('asks nothing before it was in force', () => {
    expect(new Set(Object.values(answers({}, '2023-06-30')))).toEqual(new Set(['not-required']));
  });

  it('asks for a report at once, and for a plan a year later', () => {
    const first = answers({}, '2023-07-01');
    expect([first['situation-report'], first['action-plan']]).toEqual(['not-fulfilled', 'not-required 2024-07-01']);
    expect(answers({}, '2024-07-01')['action-plan']).toBe('not-fulfilled');
    const planned = answers({ reports: [report('2024-01-10')], plans: [plan('2024-06-10')] }, '2024-07-01');
    expect(planned).toMatchObject({ 'action-plan': 'fulfilled', 'plan-rests-on-report': 'fulfilled' });
  });

  it('counts every second year from the day, or by calendar years', () => {
    const reports = [report('2023-11-20')];
    const updated = (day: string, counting: 'anniversary' | 'calendar-year') =>
      answers({ reports }, day, counting)['situation-report-updated'];
    expect(updated('2025-11-20', 'anniversary')).toBe('fulfilled 2025-11-20');
    expect(updated('2025-11-21', 'anniversary')).toBe('not-fulfilled 2025-11-20');
    expect(updated('2025-12-31', 'calendar-year')).toBe('fulfilled 2025-12-31');
    expect(updated('2026-01-01', 'calendar-year')).toBe('not-fulfilled 2025-12-31');
    expect(dueAfter(civilDate('2024-02-29'), 'anniversary')).toBe('2026-02-28');
  });

  it('lets the clock of the follow-up begin with the plan', () => {
    const followed = (day: string, ...on: readonly string[]) =>
      answers({ reports: [report('2024-01-10')], plans: [plan('2024-06-10', ...on)] }, day)['plan-followed-up'];
    expect(followed('2026-06-10')).toBe('fulfilled 2026-06-10');
    expect(followed('2026-06-11')).toBe('not-fulfilled 2026-06-10');
    expect(followed('2026-06-11', '2026-01-15')).toBe('fulfilled 2028-01-15');
    expect(followed('2026-06-11', '2026-07-01')).toBe('not-fulfilled 2026-06-10');
  });

  it('does not call it a breach that nothing came of what was to be worked for', () => {
    expect(answers({}, '2025-01-01')).toMatchObject({ agreements: 'unknown', 'strategic-council': 'unknown' });
    const agreement = {
      ...{ id: 'a', registrationId: 'a0', facts: [] },
      registered: { title: 'A', parties: [], purposes: ['x'], areas: ['y'], signedOn: date('2024-01-01') },
    } as AgreementState;
    expect(answers({ agreements: [agreement] }, '2025-01-01')['agreements']).toBe('fulfilled');
    const without = { ...agreement, registered: { ...agreement.registered, purposes: [] } };
    expect(answers({ agreements: [without] }, '2025-01-01')['agreements']).toBe('unknown');
  });

  it('asks for a coordination function and for reports to the council; the board leads by the act itself', () => {
    const coordination: CoordinationState = {
      id: 'c',
      designations: [{ factId: 'd1', duty: 'coordination-function', name: 'S', from: date('2023-09-01') }],
      ends: [{ factId: 'e1', ends: 'd1', on: date('2025-01-01') }],
      reports: [{ factId: 'k1', on: date('2024-05-20'), about: 'work' }],
    };
    const on = (day: string) => answers({ coordination: [coordination] }, day);
    expect(on('2023-08-31')).toMatchObject({ 'coordination-function': 'not-fulfilled', 'leading-body': 'fulfilled' });
    expect(on('2024-12-31')['coordination-function']).toBe('fulfilled');
    expect(on('2025-01-01')['coordination-function']).toBe('not-fulfilled');
    expect(on('2024-05-20')['council-informed']).toBe('fulfilled 2025-05-21');
    expect(on('2025-05-22')['council-informed']).toBe('not-fulfilled 2025-05-21');
  });

  it('cannot tell whether a report whose parts nobody registered has them', () => {
    const [version] = report('2023-11-20').versions;
    const bare: SituationReportState = { id: 'r', versions: [{ ...version!, parts: [] }] };
    expect(answers({ reports: [bare] }, '2024-01-01')['three-parts']).toBe('unknown');
    const half: SituationReportState = { id: 'r', versions: [{ ...version!, parts: [{ part: 'survey' }] }] };
    expect(answers({ reports: [half] }, '2024-01-01')['three-parts']).toBe('not-fulfilled');
  });
});
