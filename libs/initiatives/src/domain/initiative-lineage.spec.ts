import { civilDate, partialDate, specificationId, specificationOf, type EventOf } from '@liggare/kernel';
import type { InitiativeRegistered, SucceededBy } from './initiative-events.js';
import { presentInitiative } from './initiative-view.js';
import { initiativeAggregate } from './initiative.js';
import type { FollowUpRecorded } from './work-events.js';

const given = specificationOf(initiativeAggregate);
const [day, partial, id] = [civilDate, partialDate, specificationId];
const [initiativeId, fieldwork, parents] = [id(900), id(924), id(925)];
const [education, planning] = [id(600), id(601)];
const indicatorId = id(500);

const registered: EventOf<typeof InitiativeRegistered> = {
  type: 'InitiativeRegistered',
  data: {
    ...{ initiativeId, registrationId: id(901), title: 'Proaktiv socialtjänst', kinds: ['social'] },
    ...{ level: 'selective', areas: [], confidence: 'certain' },
  },
};
const started = {
  type: 'InitiativeStarted',
  data: { initiativeId, milestoneId: id(902), on: partial('2023-01-01') },
} as const;
const followedUp: EventOf<typeof FollowUpRecorded> = {
  type: 'FollowUpRecorded',
  data: {
    ...{ initiativeId, followUpId: id(903), madeOn: partial('2025-02'), assessment: 'on-track' },
    period: { from: day('2024-01-01'), to: day('2025-01-01') },
  },
};
const succeeded = (
  n: number,
  successorId: string,
  kind: 'split' | 'transferred',
  continues: string,
): EventOf<typeof SucceededBy> => ({
  type: 'SucceededBy',
  data: { initiativeId, successionId: id(n), successorId, kind, on: day('2026-04-13'), continues },
});

describe('the lineage of an initiative', () => {
  it('says who continues what, and with which indicators: edge case 45', () => {
    given(registered, started)
      .when({
        type: 'SucceedInitiative',
        ...{ successorId: fieldwork, kind: 'split', on: day('2026-04-13'), continues: ' Fältarbetet ' },
        indicatorIds: [indicatorId, indicatorId],
      })
      .then({
        type: 'SucceededBy',
        data: { ...succeeded(0, fieldwork, 'split', 'Fältarbetet').data, indicatorIds: [indicatorId] },
      });
  });

  it('leaves what was done before a split with the initiative it was done in: edge case 45', () => {
    const { state } = given(
      ...[registered, started, followedUp],
      ...[succeeded(1, fieldwork, 'split', 'Fältarbetet'), succeeded(2, parents, 'split', 'Föräldrastödet')],
    );
    const before = presentInitiative(state, day('2026-04-12'));
    const after = presentInitiative(state, day('2026-04-13'));
    expect([before.status, before.successors.length]).toEqual(['ongoing', 0]);
    expect([after.status, after.followUps.length]).toEqual(['split', 1]);
    expect(after.successors.map(({ successorId, continues }) => [successorId, continues])).toEqual([
      [fieldwork, 'Fältarbetet'],
      [parents, 'Föräldrastödet'],
    ]);
  });

  it('is not broken by a transfer to another body: the id stays, the lead has periods: edge case 46', () => {
    const lead = (n: number, groupId: string, from: string) =>
      ({
        type: 'ResponsibilityAssigned',
        data: { initiativeId, responsibilityId: id(n), body: { groupId }, role: 'lead', from: partial(from) },
      }) as const;
    const { state } = given(registered, started, lead(1, education, '2023'), lead(2, planning, '2025-06-01'));
    const leadOn = (text: string) => presentInitiative(state, day(text)).responsible.map(({ body }) => body.groupId);
    expect(['2025-05-31', '2025-06-01'].map(leadOn)).toEqual([[education], [planning]]);
    expect(presentInitiative(state, day('2025-06-01')).status).toBe('ongoing');
  });

  it('goes on under a new id when the body that led it is gone and another takes it up: edge case 46', () => {
    given(registered)
      .when({ type: 'SucceedInitiative', successorId: parents, kind: 'transferred', on: day('2026-04-13') })
      .then({
        type: 'SucceededBy',
        data: { initiativeId, successionId: id(0), successorId: parents, kind: 'transferred', on: day('2026-04-13') },
      });
    const { state } = given(registered, started, succeeded(1, parents, 'transferred', 'Allt'));
    const statusOn = (text: string) => presentInitiative(state, day(text)).status;
    expect(['2026-04-12', '2026-04-13'].map(statusOn)).toEqual(['ongoing', 'transferred']);
    given(registered)
      .when({ type: 'SucceedInitiative', successorId: initiativeId, kind: 'transferred', on: day('2026-04-13') })
      .thenRefused('succeeds-itself', '/successorId');
  });
});
