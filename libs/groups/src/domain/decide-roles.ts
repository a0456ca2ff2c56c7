import { Refusal, withoutUndefined, type DecideContext } from '@liggare/kernel';
import type { AssignRole, EndRole } from './commands.js';
import type { GroupEvent } from './events.js';
import { meet, type Period } from './period.js';
import { ownPeriod, rolePeriod } from './periods-of-facts.js';
import { checkedPeriod, knownAppointment } from './refusals.js';
import type { GroupState } from './state.js';

/** A role is held on top of a seat and lies inside it (edge case 29). Without an end it lasts as long as the seat. */
export function assignRole(state: GroupState, { type: _, ...data }: AssignRole, context: DecideContext): GroupEvent[] {
  const appointment = knownAppointment(state, data.appointmentId);
  checkedPeriod(data.from, data.to);
  const seat = ownPeriod(appointment);
  const field = outside(seat, data);
  if (field) throw new Refusal('role-outside-appointment', 'the role does not lie inside the appointment', field);
  const wanted = rolePeriod({ roleId: '', ...data }, seat);
  if (appointment.roles.some((r) => r.role === data.role && meet(rolePeriod(r, seat), wanted))) {
    throw new Refusal('role-held', 'the appointment already carries this role in that period', '/role');
  }
  return [{ type: 'RoleAssigned', data: withoutUndefined({ ...data, roleId: context.id(0) }) }];
}

export function endRole(state: GroupState, { type: _, ...command }: EndRole): GroupEvent[] {
  const { appointmentId, role, on, basis } = command;
  const appointment = knownAppointment(state, appointmentId);
  const held = appointment.roles
    .filter((r) => r.role === role && r.from <= on)
    .sort((a, b) => (a.from < b.from ? 1 : -1));
  const last = held[0];
  if (!last) throw new Refusal('unknown-role', 'the appointment does not carry this role by then', '/role');
  if (last.to === on) return [];
  const end = rolePeriod(last, ownPeriod(appointment)).to;
  if (end !== undefined && end <= on) throw new Refusal('already-ended', 'the role had already ended', '/on');
  return [{ type: 'RoleEnded', data: withoutUndefined({ roleId: last.roleId, appointmentId, on, basis }) }];
}

function outside(seat: Period, role: { from: string; to?: string }): string | undefined {
  if (seat.from !== undefined && role.from < seat.from) return '/from';
  if (seat.to === undefined) return undefined;
  if (role.from >= seat.to) return '/from';
  return role.to !== undefined && role.to > seat.to ? '/to' : undefined;
}
