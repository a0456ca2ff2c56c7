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
} from '../testing/given-events.js';
import { compositionOf } from './composition-of-state.js';
import { groupEvents, type GroupEvent } from './events.js';
import { presentGroup } from './group-view.js';
import { groupAggregate } from './group.js';
import type { GroupState } from './state.js';

const given = specificationOf(groupAggregate);
const chair: GroupEvent = {
  type: 'RoleAssigned',
  data: { roleId: id(60), appointmentId: id(1), role: 'chair', from: day('2023-02-01') },
};
const seated = (state: GroupState, on: string) =>
  compositionOf(id(1), state, day(on))!.members.holders.map(({ personId: who, seat }) => [who, seat]);

/** Every correction is marked as one, so that the trail can say "our knowledge changed". */
function kindsOf(events: readonly GroupEvent[]): readonly string[] {
  return events.map((event) => groupEvents.kindOf(event));
}

describe('edge case 10: our registration of an appointment was wrong', () => {
  it('wrong period: the right days count from the beginning, and an end that never was is cleared', () => {
    const corrected: GroupEvent = {
      type: 'AppointmentCorrected',
      data: { appointmentId: id(1), from: date('2023-03-01'), clears: ['to'], mistake: 'wrong-date' },
    };
    const registered = member(1, { to: '2023-06-01' });
    given(established(), registered)
      .when({
        type: 'CorrectAppointment',
        appointmentId: id(1),
        from: date('2023-03-01'),
        clears: ['to', 'nominatingPartyId'],
        mistake: 'wrong-date',
      })
      .then(corrected);
    const { state } = given(established(), registered, corrected);
    expect([seated(state, '2023-02-28'), seated(state, '2023-07-01')]).toEqual([[], [[personId(1), 1]]]);
    expect(kindsOf([registered, corrected])).toEqual(['reality', 'knowledge']);
  });

  it('wrong person, wrong seat and wrong party: the appointment stays, under its id', () => {
    const corrected: GroupEvent = {
      type: 'AppointmentCorrected',
      data: { appointmentId: id(1), personId: personId(7), seat: 3, nominatingPartyId: partyId(2) },
    };
    given(established(), member(1, { party: 1 }))
      .when({ type: 'CorrectAppointment', ...corrected.data })
      .then(corrected);
    const { state } = given(established(), member(1, { party: 1 }), corrected);
    expect(seated(state, '2023-02-28')).toEqual([[personId(7), 3]]);
    expect(kindsOf([corrected])).toEqual(['knowledge']);
  });

  it('a correction that says what is registered already does nothing; one that collides is refused', () => {
    given(established(), member(1))
      .when({ type: 'CorrectAppointment', appointmentId: id(1), seat: 1, clears: ['to'] })
      .thenNothing();
    given(established(), member(1), member(2))
      .when({ type: 'CorrectAppointment', appointmentId: id(1), seat: 2 })
      .thenRefused('seat-taken', '/seat');
  });

  it('wrong end date, and an end that never was', () => {
    const moved: GroupEvent = {
      type: 'AppointmentEndCorrected',
      data: { appointmentId: id(1), endId: id(701), on: date('2023-09-01'), mistake: 'wrong-date' },
    };
    given(established(), member(1), ended(1, '2023-10-01'))
      .when({ type: 'CorrectAppointmentEnd', appointmentId: id(1), on: date('2023-09-01'), mistake: 'wrong-date' })
      .then(moved);
    const { state } = given(established(), member(1), ended(1, '2023-10-01'), moved);
    expect([seated(state, '2023-08-31').length, seated(state, '2023-09-01').length]).toEqual([1, 0]);
    expect(kindsOf([ended(1, '2023-10-01'), moved])).toEqual(['reality', 'knowledge']);
  });

  it('double registration: one of the two is discarded, and says which one it was', () => {
    const discarded: GroupEvent = {
      type: 'AppointmentRegisteredInError',
      data: { appointmentId: id(2), otherAppointmentId: id(1), mistake: 'duplicate' },
    };
    const twice = [established(), member(1), member(2, { person: 9 })] as const;
    given(...twice)
      .when({ type: 'DiscardAppointment', appointmentId: id(2), otherAppointmentId: id(1), mistake: 'duplicate' })
      .then(discarded);
    expect(seated(given(...twice, discarded).state, '2023-02-28')).toEqual([[personId(1), 1]]);
    for (const otherAppointmentId of [id(2), id(3)]) {
      given(...twice)
        .when({ type: 'DiscardAppointment', appointmentId: id(2), otherAppointmentId })
        .thenRefused('unknown-appointment', '/otherAppointmentId');
    }
    expect(kindsOf([discarded])).toEqual(['knowledge']);
  });

  it('wrong group: it is received where it belongs, with its end and roles, and nothing of it is news', () => {
    const { state: wrong } = given(established(), member(1, { party: 1 }), chair, ended(1, '2023-10-01'));
    const movedFrom = { groupId: id(40), appointmentId: id(1) };
    const appointment = wrong.appointments[0]!;
    const received: GroupEvent[] = [
      {
        type: 'MemberAppointed',
        data: {
          appointmentId: id(41),
          personId: personId(1),
          nominatingPartyId: partyId(1),
          from: date('2023-01-01'),
          seat: 2,
          movedFrom,
        },
      },
      {
        type: 'AppointmentEnded',
        data: { endId: id(0), appointmentId: id(41), on: date('2023-10-01'), cause: 'released', movedFrom },
      },
      {
        type: 'RoleAssigned',
        data: { roleId: id(1), appointmentId: id(41), role: 'chair', from: day('2023-02-01'), movedFrom },
      },
    ];
    const receive = { type: 'ReceiveAppointment', appointmentId: id(41), appointment, movedFrom } as const;
    given(established(), member(5, { seat: 1 }))
      .when(receive)
      .then(...received);
    given(established(), ...received)
      .when(receive)
      .thenNothing();
    given(established(), member(5, { seat: 1 }))
      .when({ ...receive, seat: 1 })
      .thenRefused('seat-taken', '/seat');
    expect(kindsOf(received)).toEqual(['knowledge', 'knowledge', 'knowledge']);
    const [there] = given(established(), ...received).state.appointments;
    expect([there!.movedFrom, there!.ends.length, there!.roles.length]).toEqual([movedFrom, 1, 1]);
  });
});

describe('a correction', () => {
  it('is refused when it says of one field both what it is and that it never was', () => {
    const dissolved: GroupEvent = { type: 'GroupDissolved', data: { on: day('2024-01-01') } };
    const all = given(established(), member(1), chair, dissolved);
    for (const command of [
      { type: 'CorrectAppointment', appointmentId: id(1), to: date('2024-01-01'), clears: ['to'] },
      { type: 'CorrectRole', appointmentId: id(1), roleId: id(60), to: day('2024-01-01'), clears: ['to'] },
      { type: 'CorrectGroup', dissolvedOn: day('2024-02-01'), clears: ['dissolution'] },
      { type: 'CorrectGroup', to: date('2024-02-01'), clears: ['to'] },
    ] as const) {
      all.when(command).thenRefused('set-and-cleared', '/clears/0');
    }
  });
});

describe('edge case 10: our registration of a role was wrong', () => {
  const ending: GroupEvent = {
    type: 'RoleEnded',
    data: { roleId: id(60), appointmentId: id(1), on: day('2023-05-01'), basis: BASIS },
  };

  it('which role, and its days; an end that never was takes its decision with it', () => {
    const corrected: GroupEvent = {
      type: 'RoleCorrected',
      data: { roleId: id(60), appointmentId: id(1), role: 'first-vice-chair', from: day('2023-03-01'), clears: ['to'] },
    };
    given(established(), member(1), chair, ending)
      .when({ type: 'CorrectRole', ...corrected.data, clears: ['to'] })
      .then(corrected);
    expect(given(established(), member(1), chair, ending, corrected).state.appointments[0]!.roles).toEqual([
      { roleId: id(60), role: 'first-vice-chair', from: '2023-03-01' },
    ]);
    expect(kindsOf([ending, corrected])).toEqual(['reality', 'knowledge']);
  });

  it('refuses what could not be: no such role, a day outside the seat, the same role twice', () => {
    const correct = { type: 'CorrectRole', appointmentId: id(1), roleId: id(60) } as const;
    const again: GroupEvent = {
      type: 'RoleAssigned',
      data: { roleId: id(61), appointmentId: id(1), role: 'convener', from: day('2023-02-01') },
    };
    given(established(), member(1)).when(correct).thenRefused('unknown-role', '/roleId');
    given(established(), member(1), chair).when(correct).thenNothing();
    given(established(), member(1), chair)
      .when({ ...correct, from: day('2022-12-31') })
      .thenRefused('role-outside-appointment', '/from');
    given(established(), member(1), chair, again)
      .when({ ...correct, role: 'convener' })
      .thenRefused('role-held', '/role');
  });

  it('a role that was never held', () => {
    const discarded: GroupEvent = {
      type: 'RoleRegisteredInError',
      data: { roleId: id(60), appointmentId: id(1), mistake: 'wrong-person' },
    };
    given(established(), member(1), chair)
      .when({ type: 'DiscardRole', appointmentId: id(1), roleId: id(60), mistake: 'wrong-person' })
      .then(discarded);
    expect(given(established(), member(1), chair, discarded).state.appointments[0]!.roles).toEqual([]);
    expect(kindsOf([discarded])).toEqual(['knowledge']);
  });
});

describe('edge case 10: our registration of a group was wrong', () => {
  const dissolved: GroupEvent = { type: 'GroupDissolved', data: { on: day('2024-01-01'), basis: BASIS } };

  it('its form, term and name', () => {
    const right = { name: 'Rättad', legalForm: 'committee', from: date('2023-02-01'), to: date('2027-01-01') } as const;
    const corrected: GroupEvent = { type: 'GroupRegistrationCorrected', data: right };
    given(established())
      .when({ type: 'CorrectGroup', ...right })
      .then(corrected);
    given(established(), corrected)
      .when({ type: 'CorrectGroup', ...right })
      .thenNothing();
    expect(presentGroup(given(established(), corrected).state, day('2023-03-01'))).toMatchObject(right);
    expect(kindsOf([corrected])).toEqual(['knowledge']);
  });

  it('a dissolution on another day, or that never was', () => {
    given(established())
      .when({ type: 'CorrectGroup', dissolvedOn: day('2024-02-01') })
      .thenRefused('not-dissolved', '/dissolvedOn');
    given(established(), dissolved)
      .when({ type: 'CorrectGroup', dissolvedOn: day('2022-02-01') })
      .thenRefused('from-not-before-to', '/dissolvedOn');
    const later: GroupEvent = { type: 'GroupRegistrationCorrected', data: { dissolvedOn: day('2024-02-01') } };
    const never: GroupEvent = { type: 'GroupRegistrationCorrected', data: { clears: ['dissolution'] } };
    given(established(), dissolved)
      .when({ type: 'CorrectGroup', dissolvedOn: day('2024-02-01') })
      .then(later);
    expect(given(established(), dissolved, later).state.term!.dissolution).toEqual({ on: '2024-02-01', basis: BASIS });
    expect(given(established(), dissolved, never).state.term).not.toHaveProperty('dissolution');
  });

  it('a group that never was: nothing is composed, its id still answers, and nothing more is registered in it', () => {
    const discarded: GroupEvent = { type: 'GroupRegisteredInError', data: { otherId: id(41), mistake: 'duplicate' } };
    const events = [established(), instruction(1, '2023-01-01', 3)] as const;
    given(...events)
      .when({ type: 'DiscardGroup', otherId: id(41), mistake: 'duplicate' })
      .then(discarded);
    const { state } = given(...events, discarded);
    expect(compositionOf(id(1), state, day('2023-02-01'))).toBeUndefined();
    expect(presentGroup(state, day('2023-02-01'))).toMatchObject({
      name: 'Referensgruppen',
      status: 'registered-in-error',
      registeredInError: { otherId: id(41) },
    });
    given(...events, discarded)
      .when({ type: 'AppointMember', personId: personId(1), from: date('2023-01-01') })
      .thenRefused('registered-in-error');
    expect(kindsOf([discarded])).toEqual(['knowledge']);
  });

  it('refuses to discard a group with appointments: each of them is to be accounted for', () => {
    given(established(), member(1)).when({ type: 'DiscardGroup' }).thenRefused('has-appointments');
  });
});
