import { specificationOf, type CivilDate } from '@liggare/kernel';
import { date, day, established, id, instruction, member, personId } from '../testing/given-events.js';
import { compositionOf } from './composition-of-state.js';
import type { GroupEvent } from './events.js';
import { groupAggregate } from './group.js';

const given = specificationOf(groupAggregate);
const IN_FORCE = '2025-01-01';

/** The old committee, elected for the mandate; the council decides in the autumn that it goes when the new one comes. */
const old: readonly GroupEvent[] = [
  established({ legalForm: 'committee' }),
  instruction(1, '2023-01-01', 2),
  member(1),
  member(2),
];
const dissolved: GroupEvent = { type: 'GroupDissolved', data: { on: day(IN_FORCE), successorId: id(40) } };
const elected = (from: string): readonly GroupEvent[] => [
  established({ legalForm: 'committee', from: date(from), predecessorId: id(41) }),
  instruction(1, from, 2),
  member(1, { person: 2, from }),
  member(2, { person: 3, from }),
];

const seated = (events: readonly GroupEvent[], on: CivilDate) => {
  const composition = compositionOf(id(1), given(...events).state, on)!;
  return {
    status: composition.term.status,
    persons: composition.members.holders.map((holder) => holder.personId),
    vacant: composition.members.vacant,
  };
};

describe('edge case 73: an election while the organisation of committees changes', () => {
  const [before, on] = [day('2024-12-31'), day(IN_FORCE)];

  it('the old members keep their seats until the new organisation is in force, and the elected take theirs then', () => {
    expect(seated([...old, dissolved], before)).toEqual({
      status: 'current',
      persons: [personId(1), personId(2)],
      vacant: 0,
    });
    expect(seated(elected(IN_FORCE), before)).toEqual({ status: 'not-started', persons: [], vacant: 0 });
    expect(seated([...old, dissolved], on)).toEqual({ status: 'dissolved', persons: [], vacant: 0 });
    expect(seated(elected(IN_FORCE), on)).toEqual({
      status: 'current',
      persons: [personId(2), personId(3)],
      vacant: 0,
    });
  });

  it('on no day has the municipality both committees, or neither', () => {
    for (const each of ['2024-06-30', '2024-12-31', '2025-01-01', '2025-06-30'].map(day)) {
      const current = [[...old, dissolved], elected(IN_FORCE)].filter((g) => seated(g, each).status === 'current');
      expect(current).toHaveLength(1);
    }
  });

  it('a recall because the organisation changed ends them on that day, not on the day of the decision', () => {
    given(...old)
      .when({ type: 'RecallAll', on, ground: 'organisation-changed' })
      .then(
        ...[1, 2].map((n, index): GroupEvent => {
          const end = { endId: id(index), appointmentId: id(n), on: date(IN_FORCE), cause: 'recalled' } as const;
          return { type: 'AppointmentEnded', data: { ...end, ground: 'organisation-changed' } };
        }),
      );
  });

  it('somebody elected to the old committee in the meantime sits out its time', () => {
    const late = member(3, { seat: 3, from: '2024-11-01' });
    expect(seated([...old, dissolved, late], before).persons).toContain(personId(3));
    expect(seated([...old, dissolved, late], on).persons).toEqual([]);
  });

  it('both ends move when the day was registered wrongly, and still meet', () => {
    const later = '2025-03-01';
    const moved: GroupEvent = { type: 'GroupRegistrationCorrected', data: { dissolvedOn: day(later) } };
    given(...old, dissolved)
      .when({ type: 'CorrectGroup', dissolvedOn: day(later) })
      .then(moved);
    for (const each of [on, day('2025-02-28'), day(later)]) {
      const current = [[...old, dissolved, moved], elected(later)].filter((g) => seated(g, each).status === 'current');
      expect(current).toHaveLength(1);
    }
  });
});
