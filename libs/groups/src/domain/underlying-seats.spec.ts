import { specificationOf } from '@liggare/kernel';
import { BASIS, date, day, ended, established, id, member, personId } from '../testing/given-events.js';
import { groupEvents, type GroupEvent } from './events.js';
import { groupAggregate } from './group.js';
import type { UnderlyingSeat } from './underlying-seat-commands.js';

const given = specificationOf(groupAggregate);
const committee = id(40);
const required: GroupEvent = {
  type: 'UnderlyingSeatRequired',
  data: { underlyingId: committee, from: day('2023-01-01'), basis: BASIS },
};
const restsOn = { groupId: committee, appointmentId: id(50) };
const derived = (on: string): GroupEvent => ({
  type: 'AppointmentEnded',
  data: { endId: id(0), appointmentId: id(1), on: date(on), cause: 'lost-underlying-seat', restsOn },
});
const seat = (lostOn?: string, from = '2023-01-01', appointmentId = id(50)): UnderlyingSeat => ({
  personId: personId(1),
  appointmentId,
  from: day(from),
  ...(lostOn === undefined ? {} : { lostOn: day(lostOn) }),
});
const follow = (...seats: UnderlyingSeat[]) =>
  ({ type: 'FollowUnderlyingSeats', underlyingId: committee, seats }) as const;

describe('edge case 28: a seat that needs a seat in another group', () => {
  it('ends on the day the other is lost; the end says what it rests on', () => {
    given(established(), required, member(1), member(2))
      .when(follow(seat('2024-03-01')))
      .then(derived('2024-03-01'));
  });

  it('asked again there is nothing to do', () => {
    given(established(), required, member(1), derived('2024-03-01'))
      .when(follow(seat('2024-03-01')))
      .thenNothing();
  });

  it('follows the other’s end when that is corrected, and when there was none, as corrections', () => {
    const moved: GroupEvent = {
      type: 'AppointmentEndCorrected',
      data: { appointmentId: id(1), endId: id(0), on: date('2024-05-01') },
    };
    const never: GroupEvent = {
      type: 'AppointmentEndRegisteredInError',
      data: { appointmentId: id(1), endId: id(0) },
    };
    const lost = given(established(), required, member(1), derived('2024-03-01'));
    lost.when(follow(seat('2024-05-01'))).then(moved);
    given(established(), required, member(1), derived('2024-03-01')).when(follow(seat())).then(never);
    expect([moved, never].map((event) => groupEvents.kindOf(event))).toEqual(['knowledge', 'knowledge']);
  });

  it('goes on while another seat takes over, on the same day or before', () => {
    given(established(), required, member(1))
      .when(
        follow(seat('2024-03-01'), seat('2025-01-01', '2024-03-01', id(51)), seat('2025-06-01', '2024-09-01', id(50))),
      )
      .then(derived('2025-06-01'));
  });

  it('an earlier end of its own stays; a derived one later than it is not recorded', () => {
    given(established(), required, member(1), ended(1, '2024-01-01'))
      .when(follow(seat('2024-03-01')))
      .thenNothing();
  });

  it('is recorded, and not ended, when there was no seat underneath to begin with', () => {
    given(established(), required, member(1))
      .when(follow(seat('2022-06-01', '2022-01-01')))
      .thenNothing();
    given(established(), required, member(1)).when(follow()).thenNothing();
  });

  it('nothing follows when no seat is needed, or not yet, or no longer', () => {
    const later: GroupEvent = {
      type: 'UnderlyingSeatRequired',
      data: { underlyingId: committee, from: day('2024-06-01') },
    };
    const over: GroupEvent = { type: 'UnderlyingSeatNotRequired', data: { on: day('2024-02-01') } };
    for (const before of [[], [later], [required, over]]) {
      given(established(), ...before, member(1))
        .when(follow(seat('2024-03-01')))
        .thenNothing();
    }
  });

  it('nor when the decision that said so was annulled: a derived end is taken back', () => {
    const annulled: GroupEvent = { type: 'BasisAnnulled', data: { ...BASIS, finalOn: day('2024-04-01'), rests: [] } };
    given(established(), required, member(1), derived('2024-03-01'), annulled)
      .when(follow(seat('2024-03-01')))
      .then({ type: 'AppointmentEndRegisteredInError', data: { appointmentId: id(1), endId: id(0) } });
  });

  it('a later end is not recorded into days on which another holds the seat: people sort that out', () => {
    given(established(), required, member(1), derived('2024-03-01'), member(3, { seat: 1, from: '2024-03-01' }))
      .when(follow(seat('2024-05-01')))
      .thenNothing();
  });

  it('the requirement is recorded once, and ends after it began', () => {
    given(established(), required)
      .when({ type: 'RequireUnderlyingSeat', underlyingId: committee, from: day('2023-01-01'), basis: BASIS })
      .thenNothing();
    given(established())
      .when({ type: 'NoLongerRequireUnderlyingSeat', on: day('2024-01-01') })
      .thenRefused('nothing-required');
    given(established(), required)
      .when({ type: 'NoLongerRequireUnderlyingSeat', on: day('2022-01-01') })
      .thenRefused('end-before-start', '/on');
  });
});
