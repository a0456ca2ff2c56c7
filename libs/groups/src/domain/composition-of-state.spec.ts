import { specificationOf } from '@liggare/kernel';
import {
  BASIS,
  date,
  day,
  ended,
  established,
  id,
  instruction,
  member,
  partyId,
  personId,
  substitute,
} from '../testing/given-events.js';
import type { AffiliationOn } from './composition-of-state.js';
import { compositionOf } from './composition-of-state.js';
import type { GroupEvent } from './events.js';
import { groupAggregate } from './group.js';

const given = specificationOf(groupAggregate);

function on(text: string, events: readonly GroupEvent[], affiliation?: AffiliationOn) {
  return compositionOf(id(0), given(...events).state, day(text), affiliation)!;
}

describe('the composition on a day', () => {
  it('shows who sits from their first day to the day before their last, edge case 2 and 63', () => {
    const events = [
      established(),
      instruction(1, '2023-01-01', 2),
      member(1),
      member(2, { from: '2024-01-01', to: '2024-03-01' }),
    ];
    const seated = (text: string) => on(text, events).members.holders.map((h) => h.personId);
    expect(seated('2023-12-31')).toEqual([personId(1)]);
    expect(seated('2024-01-01')).toEqual([personId(1), personId(2)]);
    expect(seated('2024-02-29')).toEqual([personId(1), personId(2)]);
    expect(seated('2024-03-01')).toEqual([personId(1)]);
  });

  it('tells since when a seat is vacant, and whose seat it was, edge case 18', () => {
    const events = [
      established(),
      instruction(1, '2023-01-01', 2),
      member(1, { party: 1 }),
      member(2),
      ended(1, '2024-01-19', 'died'),
    ];
    expect(on('2024-02-01', events).members).toMatchObject({ seats: 2, filled: 1, vacant: 1, surplus: 0 });
    expect(on('2024-02-01', events).members.vacancies).toEqual([
      {
        seat: 1,
        since: '2024-01-19',
        nominatingPartyId: partyId(1),
        lastHolder: { personId: personId(1), to: '2024-01-19', cause: 'died' },
      },
    ]);
    expect(on('2024-01-18', events).members.vacancies).toEqual([]);
  });

  it('counts a new seat as vacant since there is such a seat', () => {
    const events = [
      established(),
      instruction(1, '2023-01-01', 1),
      instruction(2, '2023-06-01', 3),
      instruction(3, '2024-01-01', 2),
      member(1),
    ];
    expect(on('2024-02-01', events).members.vacancies).toEqual([{ seat: 2, since: '2023-06-01' }]);
    expect(on('2023-07-01', events).members.vacancies.map((v) => v.seat)).toEqual([2, 3]);
  });

  it('gives the reason of this vacancy, not of an earlier one, edge case 74', () => {
    const explained: GroupEvent = {
      type: 'VacancyExplained',
      data: { kind: 'member', seat: 1, reason: 'pending', from: day('2024-01-01') },
    };
    const events = [established(), instruction(1, '2023-01-01', 1), explained];
    expect(on('2024-02-01', events).members.vacancies).toEqual([{ seat: 1, since: '2023-01-01', reason: 'pending' }]);
    const filledAndLeft = [...events, member(1, { from: '2024-03-01' }), ended(1, '2025-01-01')];
    expect(on('2025-02-01', filledAndLeft).members.vacancies[0]).not.toHaveProperty('reason');
  });

  it('keeps everybody when seats are cut: a human must say who leaves, edge case 13 and 14', () => {
    const events = [
      established(),
      instruction(1, '2023-01-01', 3),
      member(1),
      member(2),
      member(3),
      instruction(2, '2024-01-01', 2),
    ];
    expect(on('2024-01-01', events).members).toMatchObject({
      seats: 2,
      filled: 3,
      vacant: 0,
      surplus: 1,
      vacancies: [],
    });
  });

  it('shows no vacancy while a holder sits beyond the seats', () => {
    const events = [established(), instruction(1, '2023-01-01', 2), member(1), member(3)];
    expect(on('2024-01-01', events).members).toMatchObject({ filled: 2, vacant: 0, surplus: 0, vacancies: [] });
  });

  it('lists substitutes in the order in which they serve, edge case 31', () => {
    const events = [
      established(),
      instruction(1, '2023-01-01', 0, 3),
      substitute(3),
      substitute(1),
      substitute(2),
      ended(2, '2024-01-01'),
    ];
    expect(on('2024-01-01', events).substitutes.holders.map((h) => h.seat)).toEqual([1, 3]);
  });

  it('reports the party that nominated beside the party of today, edge case 19', () => {
    const events = [
      established(),
      instruction(1, '2023-01-01', 3),
      member(1, { party: 1 }),
      member(2, { party: 1 }),
      member(3, { party: 2 }),
    ];
    const left: AffiliationOn = (person, nominated) =>
      person === personId(2) ? { partyId: null, assumed: false } : { partyId: nominated ?? null, assumed: true };
    const { parties, members } = on('2024-01-01', events, left);
    expect(parties.byNomination).toEqual([
      { partyId: partyId(1), seats: 2 },
      { partyId: partyId(2), seats: 1 },
    ]);
    expect(parties.byAffiliation).toEqual(
      expect.arrayContaining([
        { partyId: null, seats: 1 },
        { partyId: partyId(1), seats: 1 },
        { partyId: partyId(2), seats: 1 },
      ]),
    );
    expect(members.holders[1]).toMatchObject({ nominatingPartyId: partyId(1), affiliation: { partyId: null } });
  });

  it('is empty after the term, and says that nobody succeeded, edge case 42', () => {
    const events = [
      established({ to: date('2027-01-01') }),
      instruction(1, '2023-01-01', 1),
      member(1),
      member(2, { seat: 1, from: '2027-01-01' }),
    ];
    expect(on('2026-12-31', events)).toMatchObject({ term: { status: 'current' }, members: { filled: 1 } });
    expect(on('2027-01-01', events)).toMatchObject({
      term: { status: 'expired-no-successor' },
      members: { seats: 0, filled: 0 },
    });
    const named: GroupEvent = { type: 'SuccessorNamed', data: { successorId: id(9) } };
    expect(on('2027-01-01', [...events, named]).term).toMatchObject({ status: 'expired', successorId: id(9) });
    expect(on('2022-12-31', events).term.status).toBe('not-started');
  });

  it('ends with the dissolution, edge case 40', () => {
    const dissolved: GroupEvent = {
      type: 'GroupDissolved',
      data: { on: day('2025-06-01'), successorId: id(9), basis: BASIS },
    };
    const seat: GroupEvent = {
      type: 'SeatFunctionAssigned',
      data: { functionSeatId: id(5), seat: 1, function: 'rektor', from: day('2023-01-01') },
    };
    const events = [established(), instruction(1, '2023-01-01', 1), member(1), seat, dissolved];
    expect(on('2025-05-31', events)).toMatchObject({ members: { filled: 1 }, functionSeats: [{ to: '2025-06-01' }] });
    expect(on('2025-06-01', events)).toMatchObject({
      term: { status: 'dissolved' },
      members: { filled: 0 },
      functionSeats: [],
    });
  });

  it('ends at the first of all ends', () => {
    const dissolved: GroupEvent = { type: 'GroupDissolved', data: { on: day('2025-06-01') } };
    const events = [
      established({ to: date('2027-01-01') }),
      instruction(1, '2023-01-01', 2),
      member(1, { to: '2026-01-01' }),
      member(2),
      ended(2, '2025-01-01'),
      dissolved,
    ];
    expect(on('2024-01-01', events).members.holders.map((h) => h.to)).toEqual(['2025-06-01', '2025-01-01']);
  });

  it('is nothing before the group is established', () => {
    expect(compositionOf(id(0), given().state, day('2024-01-01'))).toBeUndefined();
  });
});
