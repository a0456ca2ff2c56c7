import { specificationOf } from '@liggare/kernel';
import { BASIS, date, day, ended, established, id, member, substitute } from '../testing/given-events.js';
import { compositionOf } from './composition-of-state.js';
import type { GroupEvent } from './events.js';
import { groupAggregate } from './group.js';

const given = specificationOf(groupAggregate);
const moved = { appointmentId: id(1), ground: 'moved' as const, since: date('2025-01-15') };
const lost: GroupEvent = { type: 'EligibilityLost', data: { ...moved, lossId: id(0) } };
const endedOn = (on: string): GroupEvent => ({
  type: 'AppointmentEnded',
  data: { endId: id(1), appointmentId: id(1), on: date(on), cause: 'not-eligible' },
});
const members = (on: string, ...events: GroupEvent[]) =>
  compositionOf('', given(established(), member(1), ...events).state, day(on))!.members.holders.length;

describe('losing eligibility', () => {
  it('ends nothing of what the council elected, until its next meeting, edge case 22', () => {
    given(established(), member(1))
      .when({ type: 'LoseEligibility', ...moved })
      .then(lost);
    expect(members('2025-01-20', lost)).toBe(1);
    given(established(), member(1), lost)
      .when({ type: 'EndAppointment', appointmentId: id(1), on: date('2025-02-10'), cause: 'not-eligible' })
      .then({
        type: 'AppointmentEnded',
        data: { endId: id(0), appointmentId: id(1), on: date('2025-02-10'), cause: 'not-eligible' },
      });
  });

  it('ends it on the day of the meeting when that is known, edge case 22', () => {
    given(established(), member(1))
      .when({ type: 'LoseEligibility', ...moved, endsOn: day('2025-02-10') })
      .then(lost, endedOn('2025-02-10'));
    expect([
      members('2025-02-09', lost, endedOn('2025-02-10')),
      members('2025-02-10', lost, endedOn('2025-02-10')),
    ]).toEqual([1, 0]);
  });

  it('ends what another body appointed at once, edge case 22', () => {
    given(established({ legalForm: 'subcommittee' }), member(1))
      .when({ type: 'LoseEligibility', ...moved })
      .then(lost, endedOn('2025-01-15'));
  });

  it('may be passed over by the council, edge case 22', () => {
    const retained: GroupEvent = {
      type: 'EligibilityRetained',
      data: { lossId: id(0), appointmentId: id(1), on: day('2025-02-10'), basis: BASIS },
    };
    given(established(), member(1), lost)
      .when({ type: 'RetainDespiteLoss', appointmentId: id(1), on: day('2025-02-10'), basis: BASIS })
      .then(retained);
    for (const before of [[], [lost, retained], [lost, endedOn('2025-02-10')]]) {
      given(established(), member(1), ...before)
        .when({ type: 'RetainDespiteLoss', appointmentId: id(1), on: day('2025-02-10') })
        .thenRefused('no-pending-loss', '/appointmentId');
    }
    expect(members('2026-01-01', lost, retained)).toBe(1);
  });

  it('is a fact with a ground that somebody has confirmed, once at a time, edge case 23', () => {
    const office = { ...moved, ground: 'incompatible-office' as const };
    given(established(), member(1))
      .when({ type: 'LoseEligibility', ...office })
      .then({ type: 'EligibilityLost', data: { ...office, lossId: id(0) } });
    given(established(), member(1), lost)
      .when({ type: 'LoseEligibility', ...office })
      .thenRefused('loss-pending', '/appointmentId');
  });

  it('of somebody who has left already ends nothing twice', () => {
    given(established(), member(1), ended(1, '2024-12-31'))
      .when({ type: 'LoseEligibility', ...moved, endsOn: day('2025-02-10') })
      .then(lost);
  });
});

describe('a recall', () => {
  it('has a ground, lawful or not: what was decided is recorded, edge case 24', () => {
    for (const ground of ['convicted', 'other'] as const) {
      const end = { appointmentId: id(1), on: date('2025-03-01'), cause: 'recalled' as const, ground };
      given(established(), member(1))
        .when({ type: 'EndAppointment', ...end })
        .then({ type: 'AppointmentEnded', data: { endId: id(0), ...end } });
    }
    given(established(), member(1))
      .when({
        type: 'EndAppointment',
        appointmentId: id(1),
        on: date('2025-03-01'),
        cause: 'released',
        ground: 'convicted',
      })
      .thenRefused('ground-without-recall', '/ground');
  });

  it('of all ends every appointment of the day at once, and none of those elected then, edge case 25', () => {
    given(
      established(),
      member(1),
      member(2),
      ended(2, '2025-01-01'),
      substitute(3),
      member(4, { from: '2025-06-09' }),
      member(5, { from: '2026-01-01' }),
    )
      .when({ type: 'RecallAll', on: day('2025-06-09'), ground: 'majority-shifted', basis: BASIS })
      .then(
        ...[1, 3].map((n, place): GroupEvent => ({
          type: 'AppointmentEnded',
          data: {
            endId: id(place),
            appointmentId: id(n),
            on: date('2025-06-09'),
            cause: 'recalled',
            ground: 'majority-shifted',
            basis: BASIS,
          },
        })),
      );
    given(established())
      .when({ type: 'RecallAll', on: day('2025-06-09'), ground: 'other' })
      .thenNothing();
  });
});
