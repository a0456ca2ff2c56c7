import { civilDate, partialDate, specificationId, specificationOf, UNKNOWN_DATE, type EventOf } from '@liggare/kernel';
import type { InitiativeRegistered } from './initiative-events.js';
import type { ResponsibilityRole } from './initiative-vocabulary.js';
import { presentInitiative } from './initiative-view.js';
import { initiativeAggregate } from './initiative.js';

const given = specificationOf(initiativeAggregate);
const [day, partial, id] = [civilDate, partialDate, specificationId];
const initiativeId = id(900);
const [board, planning] = [{ groupId: id(700) }, { name: 'Samhällsbyggnadsnämnden' }];

const registered: EventOf<typeof InitiativeRegistered> = {
  type: 'InitiativeRegistered',
  data: {
    initiativeId,
    registrationId: id(901),
    title: 'Trygga stråk',
    kinds: [],
    level: 'unspecified',
    areas: [],
    confidence: 'certain',
  },
};

function assigned(n: number, body: object, from: string, to?: string, role: ResponsibilityRole = 'lead') {
  const until = to === undefined ? {} : { to: partial(to) };
  const data = { initiativeId, responsibilityId: id(n), body, role, from: partial(from), ...until };
  return { type: 'ResponsibilityAssigned', data } as const;
}

const responsibleOn = (state: typeof initiativeAggregate.initialState, text: string) =>
  presentInitiative(state, day(text)).responsible.map(({ responsibilityId }) => responsibilityId);

describe('who answers for an initiative', () => {
  it('is a body, by id or by name', () => {
    given(registered)
      .when({
        type: 'AssignResponsibility',
        body: { name: ' Samhällsbyggnadsnämnden' },
        role: 'lead',
        from: partial('2023'),
      })
      .then(assigned(0, planning, '2023'));
    given(registered)
      .when({ type: 'AssignResponsibility', body: {}, role: 'lead', from: partial('2023') })
      .thenRefused('no-body', '/body');
  });

  it('is transferred: a new lead takes over the day it begins, and both periods stay: edge case 46', () => {
    const { state } = given(registered, assigned(1, board, '2023'), assigned(2, planning, '2025-06-01'));
    expect(responsibleOn(state, '2022-12-31')).toEqual([]);
    expect(responsibleOn(state, '2025-05-31')).toEqual([id(1)]);
    expect(responsibleOn(state, '2025-06-01')).toEqual([id(2)]);
    expect(presentInitiative(state, day('2025-05-31')).responsible[0]?.period).toEqual({
      from: '2023-01-01',
      to: '2025-06-01',
    });
  });

  it('is in order even when the earlier lead is registered last', () => {
    const { state } = given(registered, assigned(2, planning, '2025-06-01'), assigned(1, board, '2023'));
    expect(responsibleOn(state, '2025-05-31')).toEqual([id(1)]);
    expect(responsibleOn(state, '2025-06-01')).toEqual([id(2)]);
  });

  it('is shared with the co-responsible, whom a new lead does not end', () => {
    const { state } = given(
      registered,
      assigned(1, planning, '2026-04-13', undefined, 'co-responsible'),
      assigned(2, board, '2026-04-13'),
      assigned(3, planning, '2026-05-01'),
    );
    expect(responsibleOn(state, '2026-05-01')).toEqual([id(1), id(3)]);
  });

  it('ends, but not before it begins', () => {
    const open = given(registered, assigned(1, board, '2023-05'));
    open.when({ type: 'EndResponsibility', responsibilityId: id(1), to: partial('2024-01-01') }).then({
      type: 'ResponsibilityEnded',
      data: { initiativeId, responsibilityId: id(1), to: partial('2024-01-01') },
    });
    open
      .when({ type: 'EndResponsibility', responsibilityId: id(1), to: partial('2023-04-30') })
      .thenRefused('from-after-to', '/to');
    open
      .when({ type: 'EndResponsibility', responsibilityId: id(7), to: partial('2024') })
      .thenRefused('unknown-responsibility', '/responsibilityId');
    given(registered)
      .when({ type: 'AssignResponsibility', body: board, role: 'lead', from: partial('2024'), to: partial('2023') })
      .thenRefused('from-after-to', '/to');
  });

  it('stays possible on a day that an end on an unknown day does not rule out (edge case 58)', () => {
    const { state } = given(registered, assigned(1, board, '2023', 'unknown'));
    expect(responsibleOn(state, '2026-01-01')).toEqual([id(1)]);
    expect(state.responsibilities[0]?.to).toBe(UNKNOWN_DATE);
  });
});

describe('partners', () => {
  const added = { type: 'PartnerAdded', data: { initiativeId, partnerId: id(0), name: 'Polisen' } } as const;

  it('come and leave', () => {
    given(registered).when({ type: 'AddPartner', name: 'Polisen ' }).then(added);
    const left = { type: 'PartnerLeft', data: { initiativeId, partnerId: id(0), to: partial('2025') } } as const;
    given(registered, added)
      .when({ type: 'PartnerLeaves', partnerId: id(0), to: partial('2025') })
      .then(left);
    given(registered, added, left)
      .when({ type: 'PartnerLeaves', partnerId: id(0), to: partial('2025') })
      .thenNothing();
    given(registered)
      .when({ type: 'PartnerLeaves', partnerId: id(0), to: partial('2025') })
      .thenRefused('unknown-partner', '/partnerId');
    const { state } = given(registered, added, left);
    expect(presentInitiative(state, day('2024-12-31')).partners).toHaveLength(1);
    expect(presentInitiative(state, day('2025-01-01')).partners).toHaveLength(0);
  });
});

describe('decision points', () => {
  const basis = { decisionId: id(800), point: 3 };

  it('are linked once in each relation', () => {
    const linked = {
      type: 'DecisionLinked',
      data: { initiativeId, linkId: id(0), relation: 'funds', basis },
    } as const;
    given(registered).when({ type: 'LinkDecision', relation: 'funds', basis }).then(linked);
    given(registered, linked).when({ type: 'LinkDecision', relation: 'funds', basis }).thenNothing();
    given(registered, linked)
      .when({ type: 'LinkDecision', relation: 'legal-basis', basis })
      .then({ ...linked, data: { ...linked.data, relation: 'legal-basis' } });
  });
});

describe('a correction of our own registration', () => {
  const started = {
    type: 'InitiativeStarted',
    data: { initiativeId, milestoneId: id(1), on: partial('2023') },
  } as const;

  it('names the fact it puts right, and only what the fact has', () => {
    given(registered)
      .when({ type: 'CorrectInitiativeRegistration', corrects: id(901), title: 'Gula gången' })
      .then({
        type: 'InitiativeRegistrationCorrected',
        data: { initiativeId, corrects: id(901), title: 'Gula gången' },
      });
    const correct = { type: 'CorrectInitiativeRegistration' } as const;
    given(registered)
      .when({ ...correct, corrects: id(5) })
      .thenRefused('unknown-fact', '/corrects');
    given(registered)
      .when({ ...correct, corrects: id(901) })
      .thenNothing();
    given(registered)
      .when({ ...correct, corrects: id(901), withdrawn: true })
      .thenRefused('registration-stands', '/withdrawn');
    given(registered, started)
      .when({ ...correct, corrects: id(1), title: 'Gula gången' })
      .thenRefused('no-such-field', '/title');
  });

  it('changes a title, and the date of a milestone', () => {
    const { state } = given(
      registered,
      started,
      { type: 'InitiativeRegistrationCorrected', data: { initiativeId, corrects: id(901), title: 'Gula gången' } },
      { type: 'InitiativeRegistrationCorrected', data: { initiativeId, corrects: id(1), on: partial('2024-02') } },
    );
    expect(presentInitiative(state, day('2024-01-31'))).toMatchObject({ title: 'Gula gången', status: 'registered' });
    expect(presentInitiative(state, day('2024-02-01')).status).toBe('ongoing');
  });

  it('withdraws a transfer that never was: the earlier lead is open again (edge case 46)', () => {
    const { state } = given(registered, assigned(1, board, '2023'), assigned(2, planning, '2025-06-01'), {
      type: 'InitiativeRegistrationCorrected',
      data: { initiativeId, corrects: id(2), withdrawn: true },
    });
    expect(responsibleOn(state, '2025-06-01')).toEqual([id(1)]);
  });
});
