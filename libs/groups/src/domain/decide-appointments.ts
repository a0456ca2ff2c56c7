import { Refusal, withoutUndefined, type DecideContext } from '@liggare/kernel';
import type { Appoint, CorrectAppointment, DiscardAppointment } from './commands.js';
import type { GroupEvent } from './events.js';
import { evolveAppointments } from './evolve-appointments.js';
import { checkedPeriod, checkSetOrCleared, knownAppointment } from './refusals.js';
import { firstFreeSeat, refuseConflicts } from './seat-conflicts.js';
import { findAppointment, type Appointment, type GroupState } from './state.js';

/** Elects a member or a substitute; from a day before or after today alike (edge cases 1 and 2). */
export function appoint(state: GroupState, command: Appoint, context: DecideContext): GroupEvent[] {
  const { type, ...wanted } = command;
  const kind = type === 'AppointMember' ? 'member' : 'substitute';
  const appointmentId = wanted.appointmentId ?? context.id(0);
  if (findAppointment(state, appointmentId)) {
    throw new Refusal('already-exists', 'this appointment is already registered', '/appointmentId');
  }
  const period = checkedPeriod(wanted.from, wanted.to);
  const seat = wanted.seat ?? firstFreeSeat(state, kind, period);
  const data = withoutUndefined({ ...wanted, appointmentId, seat });
  refuseConflicts(state, { ...data, kind, ends: [], roles: [] });
  return [{ type: kind === 'member' ? 'MemberAppointed' : 'SubstituteAppointed', data }];
}

/** What was registered wrongly is put right; the decision behind it is not touched (edge case 10). */
export function correctAppointment(state: GroupState, command: CorrectAppointment): GroupEvent[] {
  const appointment = knownAppointment(state, command.appointmentId);
  const { type: _, appointmentId, mistake, clears = [], ...wanted } = command;
  checkSetOrCleared(wanted, clears);
  const changes = Object.entries(withoutUndefined(wanted)).filter(
    ([k, v]) => appointment[k as keyof Appointment] !== v,
  );
  const cleared = clears.filter((field) => appointment[field] !== undefined);
  if (changes.length === 0 && cleared.length === 0) return [];
  const right = Object.fromEntries(changes) as Partial<Appointment>;
  const data = { appointmentId, ...right, clears: cleared.length > 0 ? cleared : undefined, mistake };
  const event: GroupEvent = { type: 'AppointmentCorrected', data: withoutUndefined(data) };
  const corrected = findAppointment(evolveAppointments(state, event), appointmentId)!;
  checkedPeriod(corrected.from, corrected.to);
  refuseConflicts(state, corrected);
  return [event];
}

/** @throws Refusal `unknown-appointment` for the one it is a duplicate of, too */
export function discardAppointment(state: GroupState, { type: _, ...data }: DiscardAppointment): GroupEvent[] {
  knownAppointment(state, data.appointmentId);
  const { otherAppointmentId } = data;
  if (
    otherAppointmentId === data.appointmentId ||
    (otherAppointmentId && !findAppointment(state, otherAppointmentId))
  ) {
    throw new Refusal('unknown-appointment', 'the group has no such other appointment', '/otherAppointmentId');
  }
  return [{ type: 'AppointmentRegisteredInError', data: withoutUndefined(data) }];
}
