import type { GroupEvent } from './events.js';
import { evolveAppointments } from './evolve-appointments.js';
import { ownEndingOf } from './periods-of-facts.js';
import { conflictOf } from './seat-conflicts.js';
import type { Appointment, GroupState } from './state.js';

/**
 * The events, or nothing if the appointment would then last into days on which it may not: who sits there is for people to
 * sort out.
 */
export function unlessTaken(group: GroupState, before: Appointment, events: GroupEvent[]): GroupEvent[] {
  const { appointments } = events.reduce(evolveAppointments, group);
  const after = appointments.find(({ appointmentId }) => appointmentId === before.appointmentId)!;
  return lastsLonger(after, before) && conflictOf(group, after) ? [] : events;
}

function lastsLonger(after: Appointment, before: Appointment): boolean {
  const [end, was] = [ownEndingOf(after)?.on, ownEndingOf(before)?.on];
  return was !== undefined && (end === undefined || end > was);
}
