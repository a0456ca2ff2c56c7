import { specificationOf, type DecisionPointRef } from '@liggare/kernel';
import fc from 'fast-check';
import {
  date,
  day,
  ended,
  established,
  id,
  instruction,
  member,
  personId,
  substitute,
} from '../testing/given-events.js';
import { compositionOf } from './composition-of-state.js';
import type { GroupEvent } from './events.js';
import { groupAggregate } from './group.js';
import type { GroupState } from './state.js';
import { VIEWS, type View } from './views.js';

const given = specificationOf(groupAggregate);
const point = (n: number): DecisionPointRef => ({ decisionId: id(900), point: n });
const FINAL = day('2024-11-11');

function resting(event: GroupEvent, on: number): GroupEvent {
  return { ...event, data: { ...event.data, basis: point(on) } } as GroupEvent;
}

function annulled(n: number, finalOn = FINAL): GroupEvent {
  return { type: 'BasisAnnulled', data: { ...point(n), finalOn, rests: [{ what: 'appointment', id: id(n) }] } };
}

function membersOn(state: GroupState, on: string, view: View) {
  const { holders, surplus, vacancies } = compositionOf('', state, day(on), undefined, view)!.members;
  const seats = holders.map(({ personId: who, seat }) => `${who === personId(1) ? 'P1' : 'P2'}@${seat ?? '-'}`);
  return { seats, surplus, vacant: vacancies.map(({ seat, since }) => `${seat} since ${since}`) };
}

describe('an annulled decision point', () => {
  const two = [
    established(),
    instruction(1, '2023-01-01', 2),
    resting(member(1, { from: '2024-05-01' }), 2),
    resting(member(2, { from: '2024-05-01' }), 3),
  ];

  it('that proves not to be: the seat that was given away meanwhile has one holder, the other goes on without', () => {
    const retracted: GroupEvent = { type: 'BasisAnnulmentRetracted', data: point(2) };
    const filled = member(3, { seat: 1, from: '2024-12-01' });
    const { state } = given(established(), instruction(1, '2023-01-01', 2), two[2]!, annulled(2), filled, retracted);
    for (const view of VIEWS) {
      expect(membersOn(state, '2024-11-30', view)).toMatchObject({ seats: ['P1@1'], surplus: 0 });
      expect(membersOn(state, '2024-12-01', view).seats).toEqual(['P2@1', 'P1@-']);
    }
  });

  it('voids what rests on it and nothing that rests on another of the paragraph, edge case 4', () => {
    given(...two)
      .when({ type: 'AnnulBasis', ...point(2), finalOn: FINAL })
      .then(annulledWith([{ what: 'appointment', id: id(1) }]));
    const { state } = given(...two, annulled(2));
    expect(membersOn(state, '2024-07-01', 'dejure')).toEqual({
      seats: ['P2@2'],
      surplus: 0,
      vacant: ['1 since 2023-01-01'],
    });
    expect(membersOn(state, '2024-07-01', 'defacto').seats).toEqual(['P1@1', 'P2@2']);
    expect(membersOn(state, '2024-11-11', 'defacto')).toEqual({
      seats: ['P2@2'],
      surplus: 0,
      vacant: ['1 since 2024-11-11'],
    });
  });

  it('does so once; another day puts the former right, and an error is taken back, edge case 10', () => {
    given(...two, annulled(2))
      .when({ type: 'AnnulBasis', ...point(2), finalOn: FINAL })
      .thenNothing();
    given(...two, annulled(2))
      .when({ type: 'AnnulBasis', ...point(2), finalOn: day('2024-12-01') })
      .then(annulledWith([{ what: 'appointment', id: id(1) }], '2024-12-01'));
    const retracted: GroupEvent = { type: 'BasisAnnulmentRetracted', data: point(2) };
    given(...two, annulled(2))
      .when({ type: 'RetractAnnulment', ...point(2) })
      .then(retracted);
    given(...two)
      .when({ type: 'RetractAnnulment', ...point(2) })
      .thenNothing();
    const { state } = given(...two, annulled(2), annulled(2, day('2024-12-01')));
    expect(membersOn(state, '2024-11-20', 'defacto').seats).toEqual(['P1@1', 'P2@2']);
    expect(membersOn(given(...two, annulled(2), retracted).state, '2025-01-01', 'dejure').seats).toHaveLength(2);
  });

  it('that nothing rests on changes nothing', () => {
    given(...two)
      .when({ type: 'AnnulBasis', ...point(9), finalOn: FINAL })
      .thenNothing();
  });

  it('leaves the seat free for another election, of the same person too, edge case 12', () => {
    given(...two, annulled(2))
      .when({ type: 'AppointMember', personId: personId(1), seat: 1, from: date('2024-12-09'), basis: point(5) })
      .then({
        type: 'MemberAppointed',
        data: { appointmentId: id(0), personId: personId(1), seat: 1, from: date('2024-12-09'), basis: point(5) },
      });
  });

  describe('that had released someone', () => {
    const released = [
      established(),
      instruction(1, '2023-01-01', 2),
      member(1),
      resting(ended(1, '2024-05-01'), 2),
      member(2, { seat: 1, from: '2024-05-01' }),
      annulled(2),
    ];

    it('leaves them in the group, and whoever has the seat meanwhile in the seat, edge case 3', () => {
      const { state } = given(...released);
      // Three facts for a human to resolve; nobody is put out of a seat, and nobody is elected.
      expect(membersOn(state, '2024-07-01', 'dejure')).toEqual({
        seats: ['P2@1', 'P1@-'],
        surplus: 0,
        vacant: [],
      });
      expect(membersOn(state, '2024-07-01', 'defacto').seats).toEqual(['P2@1']);
      expect(membersOn(state, '2024-11-11', 'defacto').seats).toEqual(['P2@1', 'P1@-']);
    });

    it('lets them be released again', () => {
      given(...released)
        .when({ type: 'EndAppointment', appointmentId: id(1), on: date('2024-12-01'), cause: 'released' })
        .then({
          type: 'AppointmentEnded',
          data: { endId: id(0), appointmentId: id(1), on: date('2024-12-01'), cause: 'released' },
        });
    });
  });

  it('gives back the number of seats there was before', () => {
    const { state } = given(
      established(),
      instruction(1, '2023-01-01', 1),
      resting(instruction(2, '2024-05-01', 3), 4),
      annulled(4),
    );
    const seats = (on: string, view: View) => compositionOf('', state, day(on), undefined, view)!.members.seats;
    expect([seats('2024-07-01', 'dejure'), seats('2024-07-01', 'defacto'), seats('2025-01-01', 'defacto')]).toEqual([
      1, 3, 1,
    ]);
  });

  it('that had founded the group leaves none de jure, and one that ended with the judgment de facto', () => {
    const { state } = given(resting(established(), 1), instruction(1, '2023-01-01', 2), member(1), annulled(1));
    expect(compositionOf('', state, day('2024-07-01'), undefined, 'dejure')).toBeUndefined();
    expect(compositionOf('', state, day('2024-07-01'), undefined, 'defacto')?.members.filled).toBe(1);
    expect(compositionOf('', state, day('2024-11-11'), undefined, 'defacto')).toMatchObject({
      term: { to: '2024-11-11' },
      members: { filled: 0 },
    });
  });

  it('is annulled once, in whatever order and however often the register hears of it', () => {
    const history = [
      resting(established(), 1),
      resting(instruction(1, '2023-01-01', 3), 2),
      ...[1, 2, 3].map((n) => resting(member(n), 2 + n)),
      resting(ended(2, '2024-03-01'), 6),
      resting(substitute(4, { person: 2, from: '2024-03-01' }), 7),
    ];
    const judgments = fc.uniqueArray(
      fc.record({ n: fc.integer({ min: 2, max: 7 }), on: fc.constantFrom('2024-02-01', '2024-06-01', '2024-06-02') }),
      { selector: ({ n }) => n, minLength: 1 },
    );
    const orders = judgments.chain((all) =>
      fc.tuple(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }),
      ),
    );
    fc.assert(
      fc.property(orders, ([one, other]) => {
        const [a, b] = [one, other].map((heard) =>
          heard.reduce<GroupState>(
            (state, { n, on }) =>
              groupAggregate
                .decide(state, { type: 'AnnulBasis', ...point(n), finalOn: day(on) }, { today: day('2026-01-01'), id })
                .reduce(groupAggregate.evolve, state),
            given(...history).state,
          ),
        );
        for (const view of VIEWS) {
          for (const on of ['2023-06-01', '2024-03-15', '2024-06-01', '2025-01-01']) {
            expect(compositionOf('', a!, day(on), undefined, view)).toEqual(
              compositionOf('', b!, day(on), undefined, view),
            );
          }
        }
      }),
    );
  });
});

function annulledWith(rests: readonly { what: 'appointment'; id: string }[], finalOn = '2024-11-11'): GroupEvent {
  return { type: 'BasisAnnulled', data: { ...point(2), finalOn: day(finalOn), rests: [...rests] } };
}
