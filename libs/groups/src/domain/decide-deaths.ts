import type { DecideContext, PartialDate } from '@liggare/kernel';
import type { CorrectEndsByDeath, EndAppointmentsOfDeceased } from './commands.js';
import { boundedEnd } from './decide-ends.js';
import type { GroupEvent } from './events.js';
import { evolveAppointments } from './evolve-appointments.js';
import { unlessTaken } from './longer-ends.js';
import { earliestDay, latestEnd } from './period.js';
import { ownEndingOf } from './periods-of-facts.js';
import type { Appointment, AppointmentEnd, GroupState } from './state.js';
import { standing } from './views.js';

/** Death ends what the person held, without a decision (edge case 21). What began after it never took effect. */
export function endAppointmentsOfDeceased(
  state: GroupState,
  { personId, on }: EndAppointmentsOfDeceased,
  context: DecideContext,
): GroupEvent[] {
  const died = boundedEnd(on, context);
  const held = state.appointments.filter(
    (a) => a.personId === personId && !hasEndedBy(standing(state, a), latestEnd(died)!),
  );
  return held.map((appointment, n) => endedByDeath(appointment, died, context.id(n)));
}

/**
 * The day of death was registered wrongly, or the death was: ends by death follow, as corrections of this register's own
 * entries (edge case 10). One stays where it is when somebody else has the seat by now: who sits there is for people to
 * sort out.
 */
export function correctEndsByDeath(
  state: GroupState,
  { personId, on }: CorrectEndsByDeath,
  context: DecideContext,
): GroupEvent[] {
  const died = on && boundedEnd(on, context);
  let ids = 0;
  return forEachOf(state, personId, (group, appointment) => {
    const { appointmentId } = appointment;
    const ends = appointment.ends.filter(({ cause }) => cause === 'died');
    if (on === undefined || died === undefined) return ends.map((end) => discarded(appointmentId, end));
    const registered = ends.pop();
    if (!registered) {
      if (hasEndedBy(standing(group, appointment), latestEnd(died)!)) return [];
      return [endedByDeath(appointment, died, context.id(ids++))];
    }
    // Nobody dies twice: the end registered last is corrected, others were errors.
    const others = ends.map((end) => discarded(appointmentId, end));
    const right = dayOfEnd(appointment, died);
    if (isStill(registered.on, on) || registered.on === right) return others;
    const { endId } = registered;
    return [...others, { type: 'AppointmentEndCorrected', data: { appointmentId, endId, on: right } }];
  });
}

function endedByDeath(appointment: Appointment, died: PartialDate, endId: string): GroupEvent {
  const { appointmentId } = appointment;
  return { type: 'AppointmentEnded', data: { endId, appointmentId, on: dayOfEnd(appointment, died), cause: 'died' } };
}

function dayOfEnd({ from }: Appointment, died: PartialDate): PartialDate {
  const first = earliestDay(from);
  return first !== undefined && latestEnd(died)! < first ? (first as string as PartialDate) : died;
}

/** What happens to each of the person's appointments, one after the other: what one gives up another may need. */
function forEachOf(
  state: GroupState,
  personId: string,
  decide: (group: GroupState, appointment: Appointment) => GroupEvent[],
): GroupEvent[] {
  let group = state;
  return state.appointments.flatMap((appointment) => {
    if (appointment.personId !== personId) return [];
    const events = unlessTaken(group, appointment, decide(group, appointment));
    group = events.reduce(evolveAppointments, group);
    return events;
  });
}

/** A day of death that is not known has no last day but the one on which it was heard of. */
function isStill(registered: PartialDate, on: PartialDate): boolean {
  return latestEnd(on) === undefined && earliestDay(registered) === earliestDay(on);
}

function discarded(appointmentId: string, { endId }: AppointmentEnd): GroupEvent {
  return { type: 'AppointmentEndRegisteredInError', data: { appointmentId, endId } };
}

/** An appointment that was annulled is over, too. */
function hasEndedBy(appointment: Appointment | undefined, day: string): boolean {
  const before = appointment && ownEndingOf(appointment);
  return appointment === undefined || (before !== undefined && before.on <= day);
}
