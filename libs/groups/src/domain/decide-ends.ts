import { Refusal, withoutUndefined, type DecideContext, type PartialDate } from '@liggare/kernel';
import type {
  CorrectAppointmentEnd,
  DeclineResignation,
  DiscardAppointmentEnd,
  EndAppointment,
  RequestResignation,
  WithdrawResignation,
} from './commands.js';
import type { GroupEvent } from './events.js';
import { earliestDay, latestEnd } from './period.js';
import { ownEndingOf } from './periods-of-facts.js';
import { knownAppointment } from './refusals.js';
import { refuseConflicts } from './seat-conflicts.js';
import type { Appointment, AppointmentEnd, GroupState, Resignation } from './state.js';
import { standing } from './views.js';

/** A request is only that; release is another fact (edge case 16, KL 4:6). */
export function requestResignation(
  state: GroupState,
  { type: _, ...data }: RequestResignation,
  context: DecideContext,
): GroupEvent[] {
  knownAppointment(state, data.appointmentId);
  if (openResignation(state, data.appointmentId)) {
    throw new Refusal('resignation-open', 'a request to resign is already open for this appointment', '/appointmentId');
  }
  return [{ type: 'ResignationRequested', data: withoutUndefined({ ...data, resignationId: context.id(0) }) }];
}

export function answerResignation(state: GroupState, command: WithdrawResignation | DeclineResignation): GroupEvent[] {
  knownAppointment(state, command.appointmentId);
  const resignationId = openResignation(state, command.appointmentId)?.resignationId;
  if (resignationId === undefined) {
    throw new Refusal('no-open-resignation', 'no request to resign is open for this appointment', '/appointmentId');
  }
  const { type, ...data } = command;
  return type === 'WithdrawResignation'
    ? [{ type: 'ResignationWithdrawn', data: { ...data, resignationId } }]
    : [{ type: 'ResignationDeclined', data: withoutUndefined({ ...data, resignationId }) }];
}

/** Ends an appointment, before or after today (edge case 1); an end already registered only moves to an earlier day. */
export function endAppointment(
  state: GroupState,
  { type: _, ...data }: EndAppointment,
  context: DecideContext,
): GroupEvent[] {
  const appointment = knownAppointment(state, data.appointmentId);
  if (data.ground !== undefined && data.cause !== 'recalled') {
    throw new Refusal('ground-without-recall', 'only a recall has a ground', '/ground');
  }
  const on = checkedEnd(appointment, data.on as PartialDate, context);
  const day = latestEnd(on)!;
  const before = ownEndingOf(standing(state, appointment) ?? appointment);
  if (before && before.on === day && before.cause === data.cause) return [];
  if (before && before.on <= day) throw new Refusal('already-ended', 'the appointment had already ended', '/on');
  const granted = data.cause === 'released' ? openResignation(state, data.appointmentId)?.resignationId : undefined;
  const end = { ...data, on, endId: context.id(0), resignationId: granted };
  return [{ type: 'AppointmentEnded', data: withoutUndefined(end) }];
}

/** An end that moves to a later day may find the seat taken by then. */
export function correctAppointmentEnd(
  state: GroupState,
  command: CorrectAppointmentEnd,
  context: DecideContext,
): GroupEvent[] {
  const { appointment, end } = registeredEnd(state, command);
  const { type: _, appointmentId, endId: _e, mistake, cause } = command;
  const wanted = { cause, on: command.on && checkedEnd(appointment, command.on, context) };
  const changes = Object.entries(withoutUndefined(wanted)).filter(([k, v]) => end[k as keyof AppointmentEnd] !== v);
  if (changes.length === 0) return [];
  const right = Object.fromEntries(changes) as Partial<AppointmentEnd>;
  const ends = appointment.ends.map((e) => (e === end ? { ...e, ...right } : e));
  refuseConflicts(state, { ...appointment, ends });
  const data = withoutUndefined({ appointmentId, endId: end.endId, ...right, mistake });
  return [{ type: 'AppointmentEndCorrected', data }];
}

export function discardAppointmentEnd(state: GroupState, command: DiscardAppointmentEnd): GroupEvent[] {
  const { appointment, end } = registeredEnd(state, command);
  refuseConflicts(state, { ...appointment, ends: appointment.ends.filter((e) => e !== end) });
  const { appointmentId, mistake } = command;
  const data = withoutUndefined({ appointmentId, endId: end.endId, mistake });
  return [{ type: 'AppointmentEndRegisteredInError', data }];
}

function registeredEnd(
  state: GroupState,
  command: { appointmentId: string; endId?: string },
): { appointment: Appointment; end: AppointmentEnd } {
  const appointment = knownAppointment(state, command.appointmentId);
  const { ends } = appointment;
  const end = command.endId === undefined ? ends.at(-1) : ends.find((e) => e.endId === command.endId);
  if (!end) throw new Refusal('unknown-end', 'the appointment has no such registered end', '/endId');
  return { appointment, end };
}

function openResignation(state: GroupState, appointmentId: string): Resignation | undefined {
  return state.resignations.find((r) => r.appointmentId === appointmentId && r.status === 'open');
}

function checkedEnd(appointment: Appointment, stated: PartialDate, context: DecideContext): PartialDate {
  const on = boundedEnd(stated, context);
  const first = earliestDay(appointment.from);
  if (first !== undefined && latestEnd(on)! < first) {
    throw new Refusal('end-before-start', 'the appointment ends before it begins', '/on');
  }
  return on;
}

/** An end that is known to have come, but not when, came at the latest today. */
export function boundedEnd(on: PartialDate, { today }: DecideContext): PartialDate {
  if (latestEnd(on) !== undefined) return on;
  const earliest = earliestDay(on) ?? '..';
  return (earliest === '..' || earliest <= today ? `${earliest}/${today}` : earliest) as PartialDate;
}
