import { civilDate, partialDate, personal, specificationId, specificationOf, type EventOf } from '@liggare/kernel';
import type { InitiativeRegistered } from './initiative-events.js';
import { presentInitiative } from './initiative-view.js';
import { initiativeAggregate } from './initiative.js';
import type { FollowUpPlanned, FollowUpRecorded } from './work-events.js';

const given = specificationOf(initiativeAggregate);
const [day, partial, id] = [civilDate, partialDate, specificationId];
const initiativeId = id(900);
const basis = { decisionId: id(800), point: 3 };
const year = (y: number) => ({ from: day(`${y}-01-01`), to: day(`${y + 1}-01-01`) });

const registered: EventOf<typeof InitiativeRegistered> = {
  type: 'InitiativeRegistered',
  data: {
    ...{ initiativeId, registrationId: id(901), title: 'Fältarbete', kinds: ['social'] },
    ...{ level: 'selective', areas: [], confidence: 'certain' },
  },
};
const planned = (n: number, y: number, dueOn: string): EventOf<typeof FollowUpPlanned> => ({
  type: 'FollowUpPlanned',
  data: { initiativeId, plannedId: id(n), period: year(y), dueOn: day(dueOn) },
});
const followedUp = (
  n: number,
  y: number,
  madeOn: string,
  more: Partial<EventOf<typeof FollowUpRecorded>['data']> = {},
): EventOf<typeof FollowUpRecorded> => ({
  type: 'FollowUpRecorded',
  data: {
    ...{ initiativeId, followUpId: id(n), period: year(y), madeOn: partial(madeOn), assessment: 'on-track' },
    ...more,
  },
});

describe('the follow-up of an initiative', () => {
  it('is recorded with its period, what is held of the effect, and sealed evidence', () => {
    const texts = { summary: 'Tolv kvällar i veckan', evidenceReference: 'KS-2025/114' };
    given(registered)
      .when({
        type: 'RecordFollowUp',
        ...{ period: year(2024), madeOn: partial('2025-02-11'), assessment: 'off-track', continuation: 'adjust' },
        ...{ ...texts, evidence: 'Intervju med fältarbetare', basis },
      })
      .then({
        type: 'FollowUpRecorded',
        data: {
          ...{ initiativeId, followUpId: id(0), period: year(2024), madeOn: partial('2025-02-11') },
          ...{ assessment: 'off-track', continuation: 'adjust', ...texts, basis },
          evidence: personal(initiativeId, 'Intervju med fältarbetare'),
        },
      });
    const record = { type: 'RecordFollowUp', madeOn: partial('2025'), assessment: 'achieved' } as const;
    given(registered)
      .when({ ...record, period: { from: day('2025-01-01'), to: day('2024-01-01') } })
      .thenRefused('empty-period', '/period/to');
    given(registered)
      .when({ ...record, period: year(2024), plannedId: id(999) })
      .thenRefused('unknown-planned-follow-up', '/plannedId');
  });

  it('says nothing of the status, nor the status of it: edge case 47', () => {
    const { state } = given(
      registered,
      { type: 'InitiativeCompleted', data: { initiativeId, milestoneId: id(1), on: partial('2025-01-01') } },
      followedUp(2, 2025, '2026-01-15', { assessment: 'not-achieved' }),
    );
    const view = presentInitiative(state, day('2026-02-01'));
    expect([view.status, view.followUps.map(({ assessment }) => assessment)]).toEqual(['completed', ['not-achieved']]);
  });

  it('for 2024 that is registered in 2026 stands beside the others and overwrites nothing: edge case 50', () => {
    const before = given(registered, followedUp(1, 2024, '2025-02-01'), followedUp(2, 2025, '2026-02-01')).state;
    given(registered, followedUp(1, 2024, '2025-02-01'), followedUp(2, 2025, '2026-02-01'))
      .when({ type: 'RecordFollowUp', period: year(2024), madeOn: partial('2026-05'), assessment: 'not-achieved' })
      .then(followedUp(0, 2024, '2026-05', { assessment: 'not-achieved' }));
    const { state } = given(
      ...[registered, followedUp(1, 2024, '2025-02-01'), followedUp(2, 2025, '2026-02-01')],
      followedUp(3, 2024, '2026-05', { assessment: 'not-achieved' }),
    );
    const shown = (text: string) => presentInitiative(state, day(text)).followUps.map(({ followUpId }) => followUpId);
    expect(shown('2026-06-01')).toEqual([id(1), id(3), id(2)]);
    expect(shown('2026-03-01')).toEqual([id(1), id(2)]);
    expect(state.followUps.slice(0, 2)).toEqual(before.followUps);
  });

  it('is planned with a day by which it is due', () => {
    const plan = { type: 'PlanFollowUp', period: year(2025), dueOn: day('2026-03-31'), basis } as const;
    given(registered)
      .when(plan)
      .then({ type: 'FollowUpPlanned', data: { ...planned(0, 2025, '2026-03-31').data, basis } });
    given(registered, planned(1, 2025, '2026-03-31'))
      .when(plan)
      .thenNothing();
    given(registered)
      .when({ ...plan, period: { from: day('2025-01-01'), to: day('2025-01-01') } })
      .thenRefused('empty-period', '/period/to');
  });

  it('is due until its day, then overdue, and done by the day one was made', () => {
    const status = (events: readonly EventOf<typeof FollowUpRecorded>[], on: string) =>
      presentInitiative(
        given(registered, planned(1, 2025, '2026-03-31'), ...events).state,
        day(on),
      ).plannedFollowUps.map((one) => one.status);
    expect(status([], '2026-03-31')).toEqual(['due']);
    expect(status([], '2026-04-01')).toEqual(['overdue']);
    expect(status([followedUp(2, 2025, '2026-05-02')], '2026-05-01')).toEqual(['overdue']);
    expect(status([followedUp(2, 2025, '2026-05-02')], '2026-05-02')).toEqual(['done']);
  });

  it('does what was planned when it says so, or when it is about the whole planned period', () => {
    const statuses = (followUp: EventOf<typeof FollowUpRecorded>) =>
      presentInitiative(
        given(registered, planned(1, 2024, '2025-03-31'), planned(2, 2025, '2026-03-31'), followUp).state,
        day('2026-06-01'),
      ).plannedFollowUps.map(({ status }) => status);
    const both = { from: day('2024-01-01'), to: day('2026-01-01') };
    const half = { from: day('2025-01-01'), to: day('2025-07-01') };
    expect(statuses(followedUp(3, 2025, '2026-02'))).toEqual(['overdue', 'done']);
    expect(statuses(followedUp(3, 2025, '2026-02', { period: both }))).toEqual(['done', 'done']);
    expect(statuses(followedUp(3, 2025, '2026-02', { period: half }))).toEqual(['overdue', 'overdue']);
    expect(statuses(followedUp(3, 2025, '2026-02', { period: half, plannedId: id(2) }))).toEqual(['overdue', 'done']);
  });

  it('is withdrawn when it was registered by mistake, and what was planned is not done after all', () => {
    given(registered, followedUp(1, 2024, '2025'))
      .when({ type: 'CorrectInitiativeRegistration', corrects: id(1), withdrawn: true })
      .then({ type: 'InitiativeRegistrationCorrected', data: { initiativeId, corrects: id(1), withdrawn: true } });
    const { state } = given(...[registered, planned(2, 2024, '2025-03-31'), followedUp(1, 2024, '2025')], {
      type: 'InitiativeRegistrationCorrected',
      data: { initiativeId, corrects: id(1), withdrawn: true },
    });
    const view = presentInitiative(state, day('2026-01-01'));
    expect([view.followUps, view.plannedFollowUps[0]?.status]).toEqual([[], 'overdue']);
  });
});
