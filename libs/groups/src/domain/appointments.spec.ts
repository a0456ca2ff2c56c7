import { specificationOf } from '@liggare/kernel';
import {
  date,
  day,
  ended,
  established,
  id,
  member,
  partyId,
  personId,
  substitute,
  BASIS,
} from '../testing/given-events.js';
import { groupAggregate } from './group.js';

const given = specificationOf(groupAggregate);

describe('appointing', () => {
  it('records the decision point, the seat and the nominating party', () => {
    given(established())
      .when({
        type: 'AppointMember',
        personId: personId(1),
        nominatingPartyId: partyId(1),
        seat: 3,
        from: date('2023-02-13'),
        basis: BASIS,
      })
      .then({
        type: 'MemberAppointed',
        data: {
          appointmentId: id(0),
          personId: personId(1),
          nominatingPartyId: partyId(1),
          seat: 3,
          from: date('2023-02-13'),
          basis: BASIS,
        },
      });
  });

  it('takes the first seat that is free for the whole period, edge case 15', () => {
    const history = [
      established(),
      member(1),
      member(2),
      ended(1, '2024-01-19', 'died'),
      member(3, { seat: 3, from: '2025-01-01' }),
    ];
    const seatOf = (from: string, to?: string) => {
      let seat = 0;
      const { state } = given(...history);
      const command = {
        type: 'AppointMember',
        personId: personId(9),
        from: date(from),
        ...(to === undefined ? {} : { to: date(to) }),
      } as const;
      const [event] = groupAggregate.decide(state, command, { today: day('2026-01-01'), id });
      if (event?.type === 'MemberAppointed') seat = event.data.seat;
      return seat;
    };
    expect(seatOf('2024-02-12')).toBe(1);
    // From before the death: seat 1 is taken, seat 2 for ever, seat 3 from 2025.
    expect(seatOf('2024-01-01')).toBe(4);
    expect(seatOf('2024-01-01', '2025-01-01')).toBe(3);
  });

  it('takes effect before or after the day it is registered, edge case 1 and 2', () => {
    for (const from of ['2020-01-01', '2031-01-01']) {
      given(established())
        .when({ type: 'AppointSubstitute', personId: personId(1), from: date(from) })
        .then({
          type: 'SubstituteAppointed',
          data: { appointmentId: id(0), personId: personId(1), seat: 1, from: date(from) },
        });
    }
  });

  it('refuses a seat of a kind held twice on one day, but not one after the other', () => {
    const again = { type: 'AppointMember', personId: personId(2), seat: 1, from: date('2024-01-01') } as const;
    given(established(), member(1)).when(again).thenRefused('seat-taken', '/seat');
    given(established(), member(1, { to: '2024-01-01' }))
      .when(again)
      .then({
        type: 'MemberAppointed',
        data: { appointmentId: id(0), personId: personId(2), seat: 1, from: date('2024-01-01') },
      });
  });

  it('counts members and substitutes apart', () => {
    given(established(), member(1))
      .when({ type: 'AppointSubstitute', personId: personId(2), seat: 1, from: date('2023-01-01') })
      .then({
        type: 'SubstituteAppointed',
        data: { appointmentId: id(0), personId: personId(2), seat: 1, from: date('2023-01-01') },
      });
  });

  it('refuses the same person twice in one kind, but records one who is member and substitute, edge case 27', () => {
    const history = [established(), member(1)] as const;
    given(...history)
      .when({ type: 'AppointMember', personId: personId(1), from: date('2024-01-01') })
      .thenRefused('already-appointed', '/personId');
    given(...history)
      .when({ type: 'AppointSubstitute', personId: personId(1), from: date('2024-01-01') })
      .then({
        type: 'SubstituteAppointed',
        data: { appointmentId: id(0), personId: personId(1), seat: 1, from: date('2024-01-01') },
      });
  });

  it('lets the same person come back, edge case 26', () => {
    given(established(), member(1), ended(1, '2024-11-11', 'judgment'))
      .when({ type: 'AppointMember', personId: personId(1), from: date('2024-12-09') })
      .then({
        type: 'MemberAppointed',
        data: { appointmentId: id(0), personId: personId(1), seat: 1, from: date('2024-12-09') },
      });
  });

  it('records more holders than seats, edge case 13', () => {
    given(
      established(),
      {
        type: 'InstructionAdopted',
        data: { version: 1, effectiveFrom: date('2023-01-01'), memberSeats: 1, substituteSeats: 0 },
      },
      member(1),
    )
      .when({ type: 'AppointMember', personId: personId(2), from: date('2023-01-01') })
      .then({
        type: 'MemberAppointed',
        data: { appointmentId: id(0), personId: personId(2), seat: 2, from: date('2023-01-01') },
      });
  });

  it('takes dates as well as the source knows them, and refuses only what surely overlaps, edge case 58', () => {
    const appoint = (from: string, seat?: number) =>
      ({
        type: 'AppointMember',
        personId: personId(1),
        from: date(from),
        ...(seat === undefined ? {} : { seat }),
      }) as const;
    given(established({ from: date('unknown') }), member(1, { from: '2019', to: '2020/2021' }))
      .when(appoint('2021-06'))
      .then({
        type: 'MemberAppointed',
        data: { appointmentId: id(0), personId: personId(1), seat: 2, from: date('2021-06') },
      });
    // The seat may have two holders in 2021: another one must be given.
    given(established(), member(1, { from: '2019', to: '2020/2021' }))
      .when(appoint('2021-06', 1))
      .thenRefused('seat-taken');
    given(established(), member(1, { from: '2019', to: '2022' }))
      .when(appoint('2021-06'))
      .thenRefused('already-appointed');
  });

  it.each([
    ['2024-01-01', '2024-01-01'],
    ['2024-01-01', '2023-12-31'],
    ['2025', '2023'],
  ])('refuses a period that ends before it begins: %s to %s', (from, to) => {
    given(established())
      .when({ type: 'AppointMember', personId: personId(1), from: date(from), to: date(to) })
      .thenRefused('from-not-before-to', '/to');
  });

  it('needs a group, and an id that is not taken', () => {
    given()
      .when({ type: 'AppointMember', personId: personId(1), from: date('2023-01-01') })
      .thenRefused('not-established');
    given(established(), member(1))
      .when({ type: 'AppointMember', appointmentId: id(1), personId: personId(2), from: date('2023-01-01') })
      .thenRefused('already-exists');
  });
});

describe('correcting our own registration, edge case 10', () => {
  it('says only what was wrong', () => {
    given(established(), member(1, { from: '2023-01-01' }))
      .when({
        type: 'CorrectAppointment',
        appointmentId: id(1),
        personId: personId(1),
        from: date('2023-02-13'),
        mistake: 'wrong-date',
      })
      .then({
        type: 'AppointmentCorrected',
        data: { appointmentId: id(1), from: date('2023-02-13'), mistake: 'wrong-date' },
      });
  });

  it('does nothing when nothing was wrong', () => {
    given(established(), member(1))
      .when({ type: 'CorrectAppointment', appointmentId: id(1), seat: 1 })
      .thenNothing();
  });

  it('cannot make two hold one seat, or one hold two', () => {
    const history = [established(), member(1), member(2)] as const;
    given(...history)
      .when({ type: 'CorrectAppointment', appointmentId: id(2), seat: 1 })
      .thenRefused('seat-taken');
    given(...history)
      .when({ type: 'CorrectAppointment', appointmentId: id(2), personId: personId(1) })
      .thenRefused('already-appointed');
    given(...history)
      .when({ type: 'CorrectAppointment', appointmentId: id(2), to: date('2022-01-01') })
      .thenRefused('from-not-before-to');
  });

  it('forgets an appointment that never was, and frees its seat', () => {
    const discarded = {
      type: 'AppointmentRegisteredInError',
      data: { appointmentId: id(1), mistake: 'duplicate' },
    } as const;
    given(established(), member(1))
      .when({ type: 'DiscardAppointment', appointmentId: id(1), mistake: 'duplicate' })
      .then(discarded);
    given(established(), member(1), discarded)
      .when({ type: 'AppointMember', personId: personId(1), seat: 1, from: date('2023-01-01') })
      .then({
        type: 'MemberAppointed',
        data: { appointmentId: id(0), personId: personId(1), seat: 1, from: date('2023-01-01') },
      });
    given(established(), member(1), discarded)
      .when({ type: 'DiscardAppointment', appointmentId: id(1) })
      .thenRefused('unknown-appointment');
  });

  it('knows substitutes, too', () => {
    given(established(), substitute(1), substitute(2))
      .when({ type: 'CorrectAppointment', appointmentId: id(2), seat: 1 })
      .thenRefused('seat-taken');
  });
});
