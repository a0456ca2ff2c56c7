import { Refusal, withoutUndefined, type CivilDate, type DecideContext, type PartialDate } from '@liggare/kernel';
import type { GroupEvent } from './events.js';
import { unlessTaken } from './longer-ends.js';
import { evolveAppointments } from './evolve-appointments.js';
import { earliestDay } from './period.js';
import { ownEndingOf } from './periods-of-facts.js';
import type { Appointment, GroupState, Underlying } from './state.js';
import type {
  FollowUnderlyingSeats,
  NoLongerRequireUnderlyingSeat,
  RequireUnderlyingSeat,
  UnderlyingSeat,
} from './underlying-seat-commands.js';
import { standing, withoutAnnulled } from './views.js';

export function requireUnderlyingSeat(
  { underlying }: GroupState,
  { type: _, ...data }: RequireUnderlyingSeat,
): GroupEvent[] {
  if (underlying?.underlyingId === data.underlyingId && underlying.from === data.from && !underlying.to) return [];
  return [{ type: 'UnderlyingSeatRequired', data: withoutUndefined(data) }];
}

/** @throws Refusal `nothing-required`, `end-before-start` */
export function noLongerRequireUnderlyingSeat(
  { underlying }: GroupState,
  { type: _, ...data }: NoLongerRequireUnderlyingSeat,
): GroupEvent[] {
  if (!underlying) throw new Refusal('nothing-required', 'no seat in another group is needed');
  if (underlying.to === data.on) return [];
  if (data.on < underlying.from) throw new Refusal('end-before-start', 'it ends before it begins', '/on');
  return [{ type: 'UnderlyingSeatNotRequired', data: withoutUndefined(data) }];
}

/**
 * Who loses the seat that theirs rests on leaves on the same day (edge case 28); the end names what it rests on. When that
 * seat's end is corrected, or was none, the derived end follows as a correction. Whoever had no such seat to begin with was
 * elected all the same: that is recorded, and for a finding to tell.
 */
export function followUnderlyingSeats(
  state: GroupState,
  { underlyingId, seats }: FollowUnderlyingSeats,
  context: DecideContext,
): GroupEvent[] {
  const { underlying } = withoutAnnulled(state, state.annulments);
  const required = underlying?.underlyingId === underlyingId ? underlying : undefined;
  let group = state;
  let ids = 0;
  return state.appointments.flatMap((appointment) => {
    const loss = required && lossOf(required, appointment, seats);
    const follows = followed(group, appointment, underlyingId, loss, () => context.id(ids++));
    const events = unlessTaken(group, appointment, follows);
    group = events.reduce(evolveAppointments, group);
    return events;
  });
}

interface Loss {
  readonly on: CivilDate;
  readonly appointmentId: string;
}

function followed(
  state: GroupState,
  appointment: Appointment,
  groupId: string,
  loss: Loss | undefined,
  newId: () => string,
): GroupEvent[] {
  const { appointmentId } = appointment;
  const derived = appointment.ends.find(({ restsOn }) => restsOn?.groupId === groupId);
  const on = loss?.on as string as PartialDate;
  if (derived) {
    const { endId } = derived;
    if (!loss) return [{ type: 'AppointmentEndRegisteredInError', data: { appointmentId, endId } }];
    if (derived.on === on) return [];
    return [{ type: 'AppointmentEndCorrected', data: { appointmentId, endId, on } }];
  }
  if (!loss) return [];
  const lawful = standing(state, appointment);
  const ended = lawful && ownEndingOf(lawful);
  if (!lawful || (ended && ended.on <= loss.on)) return [];
  const restsOn = { groupId, appointmentId: loss.appointmentId };
  const end = { endId: newId(), appointmentId, on, cause: 'lost-underlying-seat', restsOn } as const;
  return [{ type: 'AppointmentEnded', data: end }];
}

/** The day the holder no longer has a seat underneath, counted from when the appointment began. */
function lossOf(required: Underlying, appointment: Appointment, seats: readonly UnderlyingSeat[]): Loss | undefined {
  const begins = earliestDay(appointment.from) ?? ('0001-01-01' as CivilDate);
  const own = seats.filter(({ personId }) => personId === appointment.personId);
  let seat = own.find(({ from, lostOn }) => (from ?? begins) <= begins && (lostOn === undefined || lostOn > begins));
  for (let next = seat; next;) {
    seat = next;
    const { lostOn } = seat;
    // Another seat may take over on the same day, or have been held beside it.
    next =
      lostOn === undefined
        ? undefined
        : own.find(
            (other) => (other.from ?? begins) <= lostOn && (other.lostOn === undefined || other.lostOn > lostOn),
          );
  }
  if (seat?.lostOn === undefined) return undefined;
  const { lostOn: on, appointmentId } = seat;
  if (on < required.from || (required.to !== undefined && on >= required.to)) return undefined;
  return { on, appointmentId };
}
