import { specificationOf } from '@liggare/kernel';
import { BASIS, date, day, ended, established, id, member, personId, substitute } from '../testing/given-events.js';
import type { GroupEvent } from './events.js';
import { groupAggregate } from './group.js';

const given = specificationOf(groupAggregate);
const TODAY = day('2026-11-23');
const requested: GroupEvent = {
  type: 'ResignationRequested',
  data: { resignationId: id(50), appointmentId: id(1), receivedOn: day('2023-08-28') },
};

describe('resigning', () => {
  it('is a request and ends nothing, edge case 16', () => {
    given(established(), member(1))
      .when({
        type: 'RequestResignation',
        appointmentId: id(1),
        receivedOn: day('2023-08-28'),
        registryNumber: 'KS-2023/118',
      })
      .then({
        type: 'ResignationRequested',
        data: {
          resignationId: id(0),
          appointmentId: id(1),
          receivedOn: day('2023-08-28'),
          registryNumber: 'KS-2023/118',
        },
      });
    const { state } = given(established(), member(1), requested);
    expect(state.appointments[0]?.ends).toEqual([]);
    expect(state.resignations).toMatchObject([{ status: 'open' }]);
  });

  it('can be taken back before a decision, edge case 16', () => {
    const withdrawn = {
      type: 'ResignationWithdrawn',
      data: { resignationId: id(50), appointmentId: id(1), on: day('2023-09-01') },
    } as const;
    given(established(), member(1), requested)
      .when({ type: 'WithdrawResignation', appointmentId: id(1), on: day('2023-09-01') })
      .then(withdrawn);
    expect(given(established(), member(1), requested, withdrawn).state.resignations).toMatchObject([
      { status: 'withdrawn' },
    ]);
    given(established(), member(1), requested, withdrawn)
      .when({ type: 'WithdrawResignation', appointmentId: id(1), on: day('2023-09-02') })
      .thenRefused('no-open-resignation');
  });

  it('can be declined for special reasons, and the appointment runs on, edge case 17', () => {
    const declined = {
      type: 'ResignationDeclined',
      data: { resignationId: id(50), appointmentId: id(1), on: day('2023-09-25'), basis: BASIS },
    } as const;
    given(established(), member(1), requested)
      .when({ type: 'DeclineResignation', appointmentId: id(1), on: day('2023-09-25'), basis: BASIS })
      .then(declined);
    const { state } = given(established(), member(1), requested, declined);
    expect(state.resignations).toMatchObject([{ status: 'declined' }]);
    expect(state.appointments[0]?.ends).toEqual([]);
  });

  it('is granted by the release, which names the request, edge case 16', () => {
    const history = [established(), member(1), requested] as const;
    const released: GroupEvent = {
      type: 'AppointmentEnded',
      data: {
        endId: id(0),
        appointmentId: id(1),
        on: date('2023-10-01'),
        cause: 'released',
        resignationId: id(50),
        basis: BASIS,
      },
    };
    given(...history)
      .when({ type: 'EndAppointment', appointmentId: id(1), on: date('2023-10-01'), cause: 'released', basis: BASIS })
      .then(released);
    expect(given(...history, released).state.resignations).toMatchObject([{ status: 'granted' }]);
    const discarded: GroupEvent = {
      type: 'AppointmentEndRegisteredInError',
      data: { appointmentId: id(1), endId: id(0) },
    };
    expect(given(...history, released, discarded).state.resignations).toMatchObject([{ status: 'open' }]);
  });

  it('is requested once at a time', () => {
    given(established(), member(1), requested)
      .when({ type: 'RequestResignation', appointmentId: id(1), receivedOn: day('2023-09-01') })
      .thenRefused('resignation-open');
  });
});

describe('ending an appointment', () => {
  it('may be decided for a day that has passed, edge case 1', () => {
    given(established(), substitute(3))
      .when(
        { type: 'EndAppointment', appointmentId: id(3), on: date('2025-11-01'), cause: 'released' },
        { today: day('2025-12-08') },
      )
      .then({
        type: 'AppointmentEnded',
        data: { endId: id(0), appointmentId: id(3), on: date('2025-11-01'), cause: 'released' },
      });
  });

  it('refuses an appointment that is not there, and an end before the beginning', () => {
    given(established())
      .when({ type: 'EndAppointment', appointmentId: id(1), on: date('2024-01-01'), cause: 'released' })
      .thenRefused('unknown-appointment', '/appointmentId');
    given(established(), member(1))
      .when({ type: 'EndAppointment', appointmentId: id(1), on: date('2022-12-31'), cause: 'released' })
      .thenRefused('end-before-start', '/on');
  });

  it('may keep an appointment from ever taking effect, edge case 11', () => {
    given(established(), member(1, { from: '2027-01-01' }))
      .when({ type: 'EndAppointment', appointmentId: id(1), on: date('2027-01-01'), cause: 'superseded' })
      .then({
        type: 'AppointmentEnded',
        data: { endId: id(0), appointmentId: id(1), on: date('2027-01-01'), cause: 'superseded' },
      });
  });

  it('moves a coming end to an earlier day, never to a later one', () => {
    const history = [established(), member(1), ended(1, '2025-01-01')] as const;
    given(...history)
      .when({ type: 'EndAppointment', appointmentId: id(1), on: date('2024-11-15'), cause: 'died' })
      .then({
        type: 'AppointmentEnded',
        data: { endId: id(0), appointmentId: id(1), on: date('2024-11-15'), cause: 'died' },
      });
    given(...history)
      .when({ type: 'EndAppointment', appointmentId: id(1), on: date('2025-06-01'), cause: 'released' })
      .thenRefused('already-ended');
    given(...history)
      .when({ type: 'EndAppointment', appointmentId: id(1), on: date('2025-01-01'), cause: 'released' })
      .thenNothing();
  });

  it('came at the latest today when nobody knows when, edge case 58', () => {
    given(established(), member(1))
      .when({ type: 'EndAppointment', appointmentId: id(1), on: date('unknown'), cause: 'other' }, { today: TODAY })
      .then({
        type: 'AppointmentEnded',
        data: { endId: id(0), appointmentId: id(1), on: date('../2026-11-23'), cause: 'other' },
      });
  });
});

describe('a death, edge case 21', () => {
  const die = { type: 'EndAppointmentsOfDeceased', personId: personId(1), on: date('2024-01-19') } as const;

  it('ends everything the person holds, on the day', () => {
    given(established(), member(1), substitute(2, { person: 1 }), member(3))
      .when(die)
      .then(
        {
          type: 'AppointmentEnded',
          data: { endId: id(0), appointmentId: id(1), on: date('2024-01-19'), cause: 'died' },
        },
        {
          type: 'AppointmentEnded',
          data: { endId: id(1), appointmentId: id(2), on: date('2024-01-19'), cause: 'died' },
        },
      );
  });

  it('leaves alone what had ended before', () => {
    given(established(), member(1), ended(1, '2023-10-01')).when(die).thenNothing();
    given(established(), member(1, { to: '2024-01-01' }))
      .when(die)
      .thenNothing();
    given(established(), member(1), ended(1, '2024-01-19', 'died'))
      .when(die)
      .thenNothing();
  });

  it('ends what would have begun later on its first day: it never took effect', () => {
    given(established(), member(1, { from: '2024-05-01' }))
      .when(die)
      .then({
        type: 'AppointmentEnded',
        data: { endId: id(0), appointmentId: id(1), on: date('2024-05-01'), cause: 'died' },
      });
  });

  it('may be known by the month only', () => {
    given(established(), member(1))
      .when({ ...die, on: date('2024-01') })
      .then({
        type: 'AppointmentEnded',
        data: { endId: id(0), appointmentId: id(1), on: date('2024-01'), cause: 'died' },
      });
  });
});

describe('a death that was registered wrongly, edge cases 10 and 21', () => {
  const died = ended(1, '2024-01-19', 'died');
  const right = (on?: string) =>
    ({ type: 'CorrectEndsByDeath', personId: personId(1), ...(on === undefined ? {} : { on: date(on) }) }) as const;
  const moved = (n: number, on: string): GroupEvent => ({
    type: 'AppointmentEndCorrected',
    data: { appointmentId: id(n), endId: id(700 + n), on: date(on) },
  });
  const discarded = (n: number, endId = id(700 + n)): GroupEvent => ({
    type: 'AppointmentEndRegisteredInError',
    data: { appointmentId: id(n), endId },
  });

  it('moves the ends to an earlier day, and to a later', () => {
    for (const on of ['2024-01-10', '2024-03-01', '2024-02']) {
      given(established(), member(1), died).when(right(on)).then(moved(1, on));
      given(established(), member(1), died, moved(1, on)).when(right(on)).thenNothing();
    }
  });

  it('ends by death what had ended after the right day', () => {
    const released = ended(1, '2024-01-15');
    given(established(), member(1), released)
      .when(right('2024-01-10'))
      .then({
        type: 'AppointmentEnded',
        data: { endId: id(0), appointmentId: id(1), on: date('2024-01-10'), cause: 'died' },
      });
    given(established(), member(1), released).when(right('2024-03-01')).thenNothing();
  });

  it('lets what began after the wrong day take effect until the right one', () => {
    const never = ended(1, '2024-05-01', 'died');
    const later = [established(), member(1, { from: '2024-05-01' }), never] as const;
    given(...later)
      .when(right('2024-06-01'))
      .then(moved(1, '2024-06-01'));
    given(...later)
      .when(right('2024-04-01'))
      .thenNothing();
  });

  it('discards the ends of a person who lives; others stay', () => {
    const released = ended(2, '2024-01-15');
    given(established(), member(1), substitute(2, { person: 1 }), died, released)
      .when(right())
      .then(discarded(1));
    given(established(), member(1), died, discarded(1)).when(right()).thenNothing();
  });

  it('keeps one end of those an appointment came to have by death', () => {
    const again: GroupEvent = {
      type: 'AppointmentEnded',
      data: { endId: id(790), appointmentId: id(1), on: date('2024-01-10'), cause: 'died' },
    };
    const both = [established(), member(1), died, again] as const;
    const last = {
      type: 'AppointmentEndCorrected',
      data: { appointmentId: id(1), endId: id(790), on: date('2024-02-01') },
    } as const;
    given(...both)
      .when(right('2024-02-01'))
      .then(discarded(1), last);
    given(...both)
      .when(right())
      .then(discarded(1), discarded(1, id(790)));
  });

  it('stays where somebody else has the seat by then', () => {
    const taken = [established(), member(1), died, member(2, { seat: 1, from: '2024-02-01' })] as const;
    given(...taken)
      .when(right())
      .thenNothing();
    given(...taken)
      .when(right('2024-03-01'))
      .thenNothing();
    given(...taken)
      .when(right('2024-02-01'))
      .then(moved(1, '2024-02-01'));
  });

  it('is no news when the day is as unknown as it was', () => {
    const unknown = ended(1, '../2024-03-01', 'died');
    given(established(), member(1), unknown).when(right('unknown'), { today: TODAY }).thenNothing();
  });
});

describe('correcting a registered end, edge case 10', () => {
  const history = [established(), member(1), ended(1, '2024-01-01')] as const;

  it('names the end it corrects', () => {
    given(...history)
      .when({
        type: 'CorrectAppointmentEnd',
        appointmentId: id(1),
        on: date('2024-10-01'),
        cause: 'released',
        mistake: 'typing-error',
      })
      .then({
        type: 'AppointmentEndCorrected',
        data: { appointmentId: id(1), endId: id(701), on: date('2024-10-01'), mistake: 'typing-error' },
      });
    given(...history)
      .when({ type: 'DiscardAppointmentEnd', appointmentId: id(1), mistake: 'wrong-person' })
      .then({
        type: 'AppointmentEndRegisteredInError',
        data: { appointmentId: id(1), endId: id(701), mistake: 'wrong-person' },
      });
  });

  it('cannot give back a seat that somebody else holds by now', () => {
    const filled = [...history, member(2, { seat: 1, from: '2024-02-01' })];
    given(...filled)
      .when({ type: 'DiscardAppointmentEnd', appointmentId: id(1) })
      .thenRefused('seat-taken');
    given(...filled)
      .when({ type: 'CorrectAppointmentEnd', appointmentId: id(1), on: date('2024-03-01') })
      .thenRefused('seat-taken');
  });

  it('needs an end to correct', () => {
    given(established(), member(1))
      .when({ type: 'DiscardAppointmentEnd', appointmentId: id(1) })
      .thenRefused('unknown-end');
    given(...history)
      .when({ type: 'CorrectAppointmentEnd', appointmentId: id(1), endId: id(5), on: date('2025-01-01') })
      .thenRefused('unknown-end');
    given(...history)
      .when({ type: 'CorrectAppointmentEnd', appointmentId: id(1), on: date('2024-01-01') })
      .thenNothing();
  });
});
