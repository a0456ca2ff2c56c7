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
      const { appointmentId, ...role } = event.data;
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
    case 'AppointmentEnded': {
      const { appointmentId, ...end } = event.data;
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
      const { appointmentId, mistake: _mistake, ...right } = event.data;
      return changed(state, appointmentId, (a) => ({ ...a, ...right }));
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
