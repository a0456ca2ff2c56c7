import type { GroupEvent } from './events.js';
import type { Appointment, GroupState } from './state.js';

/** What the event does to one appointment. An appointment registered in error is forgotten: it never was. */
export function evolveAppointments(state: GroupState, event: GroupEvent): GroupState {
  switch (event.type) {
    case 'MemberAppointed':
      return appointed(state, { ...event.data, kind: 'member', ends: [], roles: [] });
    case 'SubstituteAppointed':
      return appointed(state, { ...event.data, kind: 'substitute', ends: [], roles: [] });
    case 'RoleAssigned': {
      const { appointmentId, movedFrom: _, ...role } = event.data;
      return changed(state, appointmentId, (a) => ({ ...a, roles: [...a.roles, role] }));
    }
    case 'RoleEnded': {
      const { appointmentId, roleId, on, basis } = event.data;
      const ended = { to: on, ...(basis ? { endBasis: basis } : {}) };
      return changed(state, appointmentId, (a) => ({
        ...a,
        roles: a.roles.map((r) => (r.roleId === roleId ? { ...r, ...ended } : r)),
      }));
    }
    case 'RoleCorrected': {
      const { appointmentId, roleId, mistake: _, clears, ...right } = event.data;
      // The end that never was rested on nothing.
      const cleared = clears && [...clears, 'endBasis'];
      return changed(state, appointmentId, (a) => ({
        ...a,
        roles: a.roles.map((r) => (r.roleId === roleId ? without({ ...r, ...right }, cleared) : r)),
      }));
    }
    case 'RoleRegisteredInError': {
      const { appointmentId, roleId } = event.data;
      return changed(state, appointmentId, (a) => ({ ...a, roles: a.roles.filter((r) => r.roleId !== roleId) }));
    }
    case 'AppointmentEnded': {
      const { appointmentId, movedFrom: _, ...end } = event.data;
      return changed(state, appointmentId, (a) => ({ ...a, ends: [...a.ends, end] }));
    }
    case 'AppointmentEndCorrected': {
      const { appointmentId, endId, mistake: _mistake, ...right } = event.data;
      return changed(state, appointmentId, (a) => ({
        ...a,
        ends: a.ends.map((e) => (e.endId === endId ? { ...e, ...right } : e)),
      }));
    }
    case 'AppointmentEndRegisteredInError':
      return changed(state, event.data.appointmentId, (a) => ({
        ...a,
        ends: a.ends.filter((e) => e.endId !== event.data.endId),
      }));
    case 'AppointmentCorrected': {
      const { appointmentId, mistake: _mistake, clears, ...right } = event.data;
      return changed(state, appointmentId, (a) => without({ ...a, ...right }, clears));
    }
    case 'AppointmentRegisteredInError': {
      const { appointmentId } = event.data;
      return { ...state, appointments: state.appointments.filter((a) => a.appointmentId !== appointmentId) };
    }
    default:
      return state;
  }
}

function appointed(state: GroupState, appointment: Appointment): GroupState {
  return { ...state, appointments: [...state.appointments, appointment] };
}

function changed(state: GroupState, id: string, change: (appointment: Appointment) => Appointment): GroupState {
  const place = state.appointments.findIndex((a) => a.appointmentId === id);
  if (place === -1) return state;
  return { ...state, appointments: state.appointments.with(place, change(state.appointments[place]!)) };
}

function without<T extends object>(fact: T, cleared: readonly string[] = []): T {
  if (cleared.length === 0) return fact;
  return Object.fromEntries(Object.entries(fact).filter(([key]) => !cleared.includes(key))) as T;
}
