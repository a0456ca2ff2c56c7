import { idOf, Known } from './known.js';

/** Short forms of the events that specifications about groups begin with. */
export const established = (data: object = {}) => ({
  type: 'GroupEstablished',
  data: { name: 'Referensgruppen', legalForm: 'council-preparatory-committee', from: '2023-01-01', ...data },
});
export const instruction = (from: string, memberSeats: number, substituteSeats = 0) => ({
  type: 'InstructionAdopted',
  data: { version: 1, effectiveFrom: from, memberSeats, substituteSeats },
});
export const appointed = (word: string, seat: number, data: object = {}, type = 'MemberAppointed') => ({
  type,
  data: { appointmentId: idOf(word), personId: idOf(`person ${word}`), seat, from: '2023-01-01', ...data },
});
export const ended = (word: string, on: string, data: object = {}) => ({
  type: 'AppointmentEnded',
  data: { endId: idOf(`end ${word}`), appointmentId: idOf(word), on, cause: 'released', ...data },
});
export const chair = (word: string, data: object = {}) => ({
  type: 'RoleAssigned',
  data: { roleId: idOf(`chair ${word}`), appointmentId: idOf(word), role: 'chair', from: '2023-01-01', ...data },
});
export const group = (...events: readonly object[]) => new Known().told('group', 'group', [established(), ...events]);
