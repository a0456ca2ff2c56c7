import { Refusal, withoutUndefined, type DecideContext } from '@liggare/kernel';
import type {
  CorrectGroup,
  CorrectRole,
  DiscardGroup,
  DiscardRole,
  ReceiveAppointment,
} from './correction-commands.js';
import type { GroupEvent } from './events.js';
import { evolveAppointments } from './evolve-appointments.js';
import { evolveTerm } from './evolve-term.js';
import { isEmptyPeriod, meet, possiblePeriod } from './period.js';
import { ownPeriod, rolePeriod } from './periods-of-facts.js';
import { checkedPeriod, checkSetOrCleared, knownAppointment } from './refusals.js';
import { firstFreeSeat, refuseConflicts } from './seat-conflicts.js';
import { findAppointment, type Appointment, type GroupState, type RoleAssignment } from './state.js';

/** @throws Refusal `unknown-role`, `from-not-before-to`, `role-outside-appointment`, `role-held` */
export function correctRole(state: GroupState, { type: _, clears, ...data }: CorrectRole): GroupEvent[] {
  checkSetOrCleared(data, clears);
  const [appointment, before] = knownRole(state, data);
  const cleared = before.to === undefined ? [] : (clears ?? []);
  const changes = Object.entries(withoutUndefined(data)).filter(
    ([key, value]) => key !== 'mistake' && before[key as keyof RoleAssignment] !== value,
  );
  const right = Object.fromEntries(changes.filter(([key]) => key !== 'appointmentId'));
  if (Object.keys(right).length === 0 && cleared.length === 0) return [];
  const { roleId, appointmentId, mistake } = data;
  const event: GroupEvent = {
    type: 'RoleCorrected',
    data: withoutUndefined({
      ...right,
      roleId,
      appointmentId,
      mistake,
      ...(cleared.length > 0 ? { clears: [...cleared] } : {}),
    }),
  };
  const after = findAppointment(evolveAppointments(state, event), appointmentId)!;
  checkRole(
    appointment,
    after.roles.find((role) => role.roleId === roleId)!,
  );
  return [event];
}

export function discardRole(state: GroupState, { type: _, ...data }: DiscardRole): GroupEvent[] {
  knownRole(state, data);
  return [{ type: 'RoleRegisteredInError', data: withoutUndefined(data) }];
}

/** @throws Refusal `not-dissolved`, `from-not-before-to` */
export function correctGroup(state: GroupState, { type: _, clears, ...data }: CorrectGroup): GroupEvent[] {
  const { dissolvedOn: dissolution, ...rest } = data;
  checkSetOrCleared({ ...rest, dissolution }, clears);
  if (dissolution !== undefined && !state.term?.dissolution) {
    throw new Refusal('not-dissolved', 'no dissolution of the group is registered', '/dissolvedOn');
  }
  const cleared = clears && clears.length > 0 ? { clears: [...clears] } : {};
  const event: GroupEvent = { type: 'GroupRegistrationCorrected', data: withoutUndefined({ ...data, ...cleared }) };
  const { term, names } = evolveTerm(state, event);
  if (JSON.stringify([term, names]) === JSON.stringify([state.term, state.names])) return [];
  checkedPeriod(term!.from, term!.to);
  if (term!.dissolution) checkedPeriod(term!.from, term!.dissolution.on, '/dissolvedOn');
  return [event];
}

/** @throws Refusal `has-appointments` */
export function discardGroup(state: GroupState, { type: _, ...data }: DiscardGroup): GroupEvent[] {
  if (state.appointments.length > 0) {
    throw new Refusal('has-appointments', 'appointments are registered in the group: move or discard them first');
  }
  return [{ type: 'GroupRegisteredInError', data: withoutUndefined(data) }];
}

/** Nothing when it has been received already. @throws Refusal as for an appointment that is registered here */
export function receiveAppointment(
  state: GroupState,
  { appointmentId, seat: wanted, appointment: source, movedFrom }: ReceiveAppointment,
  context: DecideContext,
): GroupEvent[] {
  if (findAppointment(state, appointmentId)) return [];
  const { kind, ends, roles, personId, nominatingPartyId, from, to, basis } = source;
  const seat = wanted ?? firstFreeSeat(state, kind, ownPeriod(source));
  const data = withoutUndefined({ appointmentId, personId, nominatingPartyId, from, to, basis, seat, movedFrom });
  refuseConflicts(state, { ...source, appointmentId, seat });
  let ids = 0;
  return [
    { type: kind === 'member' ? 'MemberAppointed' : 'SubstituteAppointed', data },
    ...ends.map(({ on, cause, ground, basis }): GroupEvent => {
      const end = { endId: context.id(ids++), appointmentId, on, cause, ground, basis, movedFrom };
      return { type: 'AppointmentEnded', data: withoutUndefined(end) };
    }),
    ...roles.flatMap(({ role, from, to, basis, endBasis }): GroupEvent[] => {
      const roleId = context.id(ids++);
      const assigned = withoutUndefined({ roleId, appointmentId, role, from, basis, movedFrom });
      const held: GroupEvent = { type: 'RoleAssigned', data: assigned };
      if (to === undefined) return [held];
      const ended = withoutUndefined({ roleId, appointmentId, on: to, basis: endBasis, movedFrom });
      return [held, { type: 'RoleEnded', data: ended }];
    }),
  ];
}

function knownRole(
  state: GroupState,
  { appointmentId, roleId }: { appointmentId: string; roleId: string },
): readonly [Appointment, RoleAssignment] {
  const appointment = knownAppointment(state, appointmentId);
  const role = appointment.roles.find((r) => r.roleId === roleId);
  if (!role) throw new Refusal('unknown-role', 'the appointment has no such role', '/roleId');
  return [appointment, role];
}

function checkRole(appointment: Appointment, right: RoleAssignment): void {
  checkedPeriod(right.from, right.to);
  const seat = ownPeriod(appointment);
  const held = rolePeriod(right, seat);
  const stated = possiblePeriod(right.from, right.to);
  if (isEmptyPeriod(held) || held.from !== stated.from) {
    throw new Refusal('role-outside-appointment', 'the role does not lie inside the appointment', '/from');
  }
  const others = appointment.roles.filter((r) => r.roleId !== right.roleId && r.role === right.role);
  if (others.some((other) => meet(rolePeriod(other, seat), held))) {
    throw new Refusal('role-held', 'the appointment already carries this role in that period', '/role');
  }
}
