import type { DecisionPointRef } from '@liggare/kernel';
import { decidersOf, type PointStanding } from './deciders.js';
import { evolve } from './evolve.js';
import type { GroupEvent } from './events.js';
import { NO_GROUP } from './state.js';
import { day, date, ended, established, id, instruction, member, substitute } from '../testing/given-events.js';

const gained: PointStanding = { status: 'gained' };
const board = established({ legalForm: 'municipal-board' });

function deciders(
  on: string,
  events: readonly GroupEvent[],
  standing: (ref: DecisionPointRef) => PointStanding = () => gained,
) {
  const based = events.map((event) =>
    'appointmentId' in event.data && 'personId' in event.data
      ? ({ ...event, data: { ...event.data, basis: { decisionId: event.data.appointmentId, point: 1 } } } as GroupEvent)
      : event,
  );
  return decidersOf(id(1), based.reduce(evolve, NO_GROUP), day(on), standing);
}

describe('who could lawfully decide', () => {
  const three = [
    board,
    instruction(1, '2023-01-01', 3, 1),
    member(1),
    member(2),
    member(3),
    substitute(4, { seat: 1 }),
  ];

  it('is nobody before the group exists, and after it', () => {
    expect(deciders('2022-12-31', three)).toMatchObject({ status: 'not-started', members: [], quorumPossible: false });
    expect(deciders('2023-06-01', [])).toBeUndefined();
    const dissolved: GroupEvent = { type: 'GroupDissolved', data: { on: day('2024-01-01') } };
    expect(deciders('2024-01-01', [...three, dissolved])).toMatchObject({ status: 'dissolved', members: [] });
  });

  it('is its members, with substitutes in their order, when more than half can be present', () => {
    expect(deciders('2023-06-01', three)).toMatchObject({
      ...{ power: 'decides', seats: 3, quorum: 2, quorumPossible: true, vacantSeats: 0 },
      members: [{ seat: 1 }, { seat: 2 }, { seat: 3 }],
      substitutes: [{ seat: 1 }],
    });
  });

  it('edge case 18: who has left is not among them, and vacancies may leave too few', () => {
    const left = [...three, ended(1, '2023-05-01'), ended(2, '2023-05-01'), ended(4, '2023-05-01')];
    expect(deciders('2023-06-01', left)).toMatchObject({
      members: [{ seat: 3 }],
      vacantSeats: 2,
      quorumPossible: false,
    });
  });

  it('edge case 5: whoever was elected by a decision under appeal may take part, unless a court has stayed it', () => {
    const appealed = (stayed: boolean) => (ref: DecisionPointRef) =>
      ref.decisionId === id(2)
        ? { status: 'under-appeal' as const, ...(stayed ? { stayed: true as const } : {}) }
        : gained;
    expect(deciders('2023-06-01', three, appealed(false))?.members[1]).toMatchObject({
      ...{ mayTakePart: true, remarks: ['under-appeal'] },
    });
    expect(deciders('2023-06-01', three, appealed(true))?.members[1]).toMatchObject({
      ...{ mayTakePart: false, remarks: ['under-appeal', 'stayed'] },
    });
  });

  it('edge case 22: eligibility lost ends a council’s assignment at its next meeting, others at once', () => {
    const lost: GroupEvent = {
      type: 'EligibilityLost',
      data: { lossId: id(50), appointmentId: id(1), ground: 'moved', since: date('2023-04-15') },
    };
    expect(deciders('2023-04-14', [...three, lost])?.members[0]?.remarks).toEqual([]);
    expect(deciders('2023-04-15', [...three, lost])?.members[0]).toMatchObject({
      ...{ mayTakePart: true, remarks: ['eligibility-lost'] },
    });
    const subcommittee = [established({ legalForm: 'subcommittee' }), ...three.slice(1), lost];
    expect(deciders('2023-04-15', subcommittee)).toMatchObject({
      ...{ power: 'if-delegated', members: [{ mayTakePart: false, remarks: ['eligibility-lost-at-once'] }, {}, {}] },
    });
  });

  it('is nobody where the body only prepares, whoever sits in it', () => {
    expect(deciders('2023-06-01', [established(), ...three.slice(1)])).toMatchObject({ power: 'prepares' });
  });

  it('says when nothing is registered that an appointment rests on', () => {
    const found = decidersOf(id(1), three.reduce(evolve, NO_GROUP), day('2023-06-01'), () => undefined);
    expect(found?.members[0]?.remarks).toEqual(['without-decision']);
  });
});
