import {
  civilDate,
  partialDate,
  personal,
  specificationId,
  specificationOf,
  UNKNOWN_DATE,
  type EventOf,
} from '@liggare/kernel';
import type { RegisterInitiative } from './initiative-commands.js';
import type { InitiativeRegistered } from './initiative-events.js';
import { presentInitiative } from './initiative-view.js';
import { initiativeAggregate } from './initiative.js';
import { statusPeriods } from './status-periods.js';

const given = specificationOf(initiativeAggregate);
const [day, partial, id] = [civilDate, partialDate, specificationId];
const initiativeId = id(900);
const basis = { decisionId: id(800), point: 3 };

const registered: EventOf<typeof InitiativeRegistered> = {
  type: 'InitiativeRegistered',
  data: {
    initiativeId,
    registrationId: id(901),
    title: 'Trygga stråk',
    problem: 'otrygga platser',
    kinds: ['situational'],
    level: 'universal',
    areas: ['Flemingsberg'],
    confidence: 'certain',
  },
};

type Dated = 'InitiativeDecided' | 'InitiativeStarted' | 'InitiativeCompleted';
const dated = (type: Dated, n: number, on: string) => {
  return { type, data: { initiativeId, milestoneId: id(n), on: partial(on) } } as const;
};
const onDay = (type: 'InitiativePaused' | 'InitiativeResumed', n: number, on: string) => {
  return { type, data: { initiativeId, milestoneId: id(n), on: day(on) } } as const;
};

describe('an initiative', () => {
  const register: RegisterInitiative = {
    type: 'RegisterInitiative',
    initiativeId,
    title: ' Trygga stråk ',
    kinds: ['situational', 'situational'],
    level: 'universal',
    areas: ['Flemingsberg', 'Flemingsberg '],
    confidence: 'certain',
  };

  it('is registered once; one without a problem is recorded too (edge case 52)', () => {
    const { problem: _, ...withoutProblem } = registered.data;
    given()
      .when(register)
      .then({ type: 'InitiativeRegistered', data: { ...withoutProblem, registrationId: id(0) } });
    given(registered).when(register).thenRefused('already-exists');
    given().when({ type: 'StartInitiative', on: UNKNOWN_DATE }).thenRefused('not-registered');
  });

  it('is decided, begins, rests, goes on and is completed', () => {
    given(registered)
      .when({ type: 'DecideInitiative', on: partial('2023-02-13'), basis })
      .then({
        type: 'InitiativeDecided',
        data: { initiativeId, milestoneId: id(0), on: partial('2023-02-13'), basis },
      });
    const { state } = given(
      registered,
      dated('InitiativeDecided', 1, '2023-02-13'),
      dated('InitiativeStarted', 2, '2023-09'),
      onDay('InitiativePaused', 3, '2024-06-15'),
      onDay('InitiativeResumed', 4, '2024-08-19'),
      dated('InitiativeCompleted', 5, '2025-12-31'),
    );
    expect(statusPeriods(state).map(({ status, since, period }) => [status, since, period.from, period.to])).toEqual([
      ['registered', undefined, undefined, '2023-02-13'],
      ['decided', '2023-02-13', '2023-02-13', '2023-09-01'],
      ['ongoing', '2023-09', '2023-09-01', '2024-06-15'],
      ['paused', '2024-06-15', '2024-06-15', '2024-08-19'],
      ['ongoing', '2024-08-19', '2024-08-19', '2025-12-31'],
      ['completed', '2025-12-31', '2025-12-31', undefined],
    ]);
  });

  it('that is completed says nothing of its effect: edge case 47', () => {
    const { state } = given(registered, dated('InitiativeCompleted', 1, '2025'));
    const view = presentInitiative(state, day('2026-01-01'));
    expect(view.status).toBe('completed');
    expect(Object.keys(view).filter((key) => /assess|effect|result/i.test(key))).toEqual([]);
  });

  it('goes on whatever order things are reported in, and a decision that comes late changes no status', () => {
    const { state } = given(
      registered,
      dated('InitiativeCompleted', 1, '2024-12-31'),
      dated('InitiativeDecided', 2, '2024-03-01'),
      dated('InitiativeStarted', 3, '2023-05-01'),
    );
    const statusOn = (text: string) => presentInitiative(state, day(text)).status;
    expect(['2023-04-30', '2023-05-01', '2024-03-02', '2025-01-01'].map(statusOn)).toEqual([
      'registered',
      'ongoing',
      'ongoing',
      'completed',
    ]);
  });

  it('may have dates that are known in part; they are shown as the source has them: edge case 58', () => {
    const { state } = given(
      { ...registered, data: { ...registered.data, registeredFor: partial('2018/2022'), confidence: 'uncertain' } },
      dated('InitiativeStarted', 1, '2023'),
    );
    expect(presentInitiative(state, day('2017-12-31'))).not.toHaveProperty('status');
    expect(presentInitiative(state, day('2020-01-01'))).toMatchObject({
      status: 'registered',
      statusSince: '2018/2022',
      confidence: 'uncertain',
    });
    expect(presentInitiative(state, day('2023-02-01'))).toMatchObject({ status: 'ongoing', statusSince: '2023' });
    const unknown = given(registered, dated('InitiativeStarted', 1, 'unknown')).state;
    expect(presentInitiative(unknown, day('1999-01-01'))).toMatchObject({ status: 'ongoing', statusSince: 'unknown' });
  });

  it('is discontinued for a reason that is sealed', () => {
    given(registered)
      .when({ type: 'DiscontinueInitiative', on: partial('2025-03'), reason: 'Bidraget upphörde', basis })
      .then({
        type: 'InitiativeDiscontinued',
        data: {
          initiativeId,
          milestoneId: id(0),
          on: partial('2025-03'),
          reason: personal(initiativeId, 'Bidraget upphörde'),
          basis,
        },
      });
  });

  it('has new content from a day on; what the revision leaves out stays', () => {
    given(registered)
      .when({ type: 'ReviseInitiative', from: day('2024-01-01') })
      .thenNothing();
    const from = day('2024-07-01');
    given(registered)
      .when({ type: 'ReviseInitiative', from, areas: ['Flemingsberg', 'Vårby'], basis })
      .then({
        type: 'InitiativeRevised',
        data: { initiativeId, revisionId: id(0), from, areas: ['Flemingsberg', 'Vårby'], basis },
      });
    const { state } = given(
      registered,
      { type: 'InitiativeRevised', data: { initiativeId, revisionId: id(1), from, areas: ['Flemingsberg', 'Vårby'] } },
      { type: 'InitiativeRevised', data: { initiativeId, revisionId: id(2), from: day('2024-01-01'), title: 'Stråk' } },
    );
    expect(presentInitiative(state, day('2023-12-31'))).toMatchObject({ title: 'Trygga stråk' });
    expect(presentInitiative(state, day('2024-06-30'))).toMatchObject({ title: 'Stråk', areas: ['Flemingsberg'] });
    expect(presentInitiative(state, from)).toMatchObject({
      title: 'Stråk',
      areas: ['Flemingsberg', 'Vårby'],
      problem: 'otrygga platser',
    });
  });

  it('that is merged or split keeps its history; the successor has its own: edge case 45', () => {
    const on = day('2026-04-13');
    given(registered)
      .when({ type: 'SucceedInitiative', successorId: id(24), kind: 'split', on, basis })
      .then({
        type: 'SucceededBy',
        data: { initiativeId, successionId: id(0), successorId: id(24), kind: 'split', on, basis },
      });
    given(registered)
      .when({ type: 'SucceedInitiative', successorId: initiativeId, kind: 'merged', on })
      .thenRefused('succeeds-itself', '/successorId');
    const split = (n: number) =>
      ({
        type: 'SucceededBy',
        data: { initiativeId, successionId: id(n), successorId: id(n), kind: 'split', on },
      }) as const;
    const { state } = given(registered, dated('InitiativeStarted', 1, '2023'), split(24), split(25));
    expect(presentInitiative(state, day('2026-04-12'))).toMatchObject({ status: 'ongoing', successors: [] });
    const after = presentInitiative(state, on);
    expect(after.status).toBe('split');
    expect(after.successors.map(({ successorId }) => successorId)).toEqual([id(24), id(25)]);
    expect(after.registered.milestones).toHaveLength(1);
  });
});
