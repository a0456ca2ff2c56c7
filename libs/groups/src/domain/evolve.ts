import type { CivilDate, DecisionPointRef } from '@liggare/kernel';
import { evolveAppointments } from './evolve-appointments.js';
import { evolveTerm } from './evolve-term.js';
import type { GroupEvent } from './events.js';
import { findAppointment, type Annulment, type GroupState, type Instruction, type Resignation } from './state.js';

/** State × event → state. Total: an event about something that is not there leaves the state as it is. */
export function evolve(state: GroupState, event: GroupEvent): GroupState {
  switch (event.type) {
    case 'GroupEstablished':
    case 'GroupRenamed':
    case 'SuccessorNamed':
    case 'GroupDissolved':
    case 'GroupRegistrationCorrected':
    case 'GroupRegisteredInError':
      return evolveTerm(state, event);
    case 'InstructionAdopted': {
      const adopted: Instruction = { ...event.data, sequence: nextSequence(state), correctedBy: [] };
      return { ...state, instructions: [...state.instructions, adopted] };
    }
    case 'InstructionCorrected':
      return { ...state, instructions: state.instructions.map((i) => correctInstruction(i, event.data)) };
    case 'SeatsChanged':
      return { ...state, seatChanges: [...state.seatChanges, { ...event.data, sequence: nextSequence(state) }] };
    case 'VacancyExplained':
      return { ...state, vacancies: [...state.vacancies, event.data] };
    case 'SeatFunctionAssigned':
      return { ...state, functionSeats: [...state.functionSeats, event.data] };
    case 'SeatFunctionEnded':
      return { ...state, functionSeats: state.functionSeats.map((seat) => endFunction(seat, event.data)) };
    case 'ResignationRequested':
      return { ...state, resignations: [...state.resignations, { ...event.data, status: 'open' }] };
    case 'ResignationWithdrawn':
      return withResignation(state, event.data.resignationId, 'withdrawn');
    case 'ResignationDeclined':
      return withResignation(state, event.data.resignationId, 'declined');
    case 'AppointmentEnded':
      return evolveAppointments(withResignation(state, event.data.resignationId, 'granted'), event);
    case 'AppointmentEndRegisteredInError':
      return evolveAppointments(reopenResignation(state, event.data), event);
    case 'EligibilityLost':
      return { ...state, losses: [...state.losses, event.data] };
    case 'EligibilityRetained': {
      const { lossId, appointmentId: _, ...retained } = event.data;
      return { ...state, losses: state.losses.map((l) => (l.lossId === lossId ? { ...l, retained } : l)) };
    }
    case 'UnderlyingSeatRequired':
      return { ...state, underlying: event.data };
    case 'UnderlyingSeatNotRequired':
      return state.underlying ? { ...state, underlying: { ...state.underlying, to: event.data.on } } : state;
    case 'BasisAnnulled': {
      const { rests: _, ...annulment } = event.data;
      return { ...state, annulments: [...otherAnnulments(state, annulment), annulment], everAnnulled: true };
    }
    case 'BasisAnnulmentRetracted':
      return { ...state, annulments: otherAnnulments(state, event.data) };
    default:
      return evolveAppointments(state, event);
  }
}

function otherAnnulments({ annulments }: GroupState, { decisionId, point }: DecisionPointRef): readonly Annulment[] {
  return annulments.filter((a) => a.decisionId !== decisionId || a.point !== point);
}

function nextSequence({ instructions, seatChanges }: GroupState): number {
  return instructions.length + seatChanges.length;
}

function correctInstruction(
  instruction: Instruction,
  correction: Extract<GroupEvent, { type: 'InstructionCorrected' }>['data'],
): Instruction {
  const { version, origin: _origin, basis, ...right } = correction;
  if (instruction.version !== version) return instruction;
  const correctedBy = basis ? [...instruction.correctedBy, basis] : instruction.correctedBy;
  return { ...instruction, ...right, correctedBy };
}

function endFunction<S extends { functionSeatId: string; to?: CivilDate }>(
  seat: S,
  end: { functionSeatId: string; on: CivilDate },
): S {
  return seat.functionSeatId === end.functionSeatId ? { ...seat, to: end.on } : seat;
}

function withResignation(state: GroupState, id: string | undefined, status: Resignation['status']): GroupState {
  if (id === undefined) return state;
  return {
    ...state,
    resignations: state.resignations.map((r) => (r.resignationId === id ? { ...r, status } : r)),
  };
}

/** A release that never was leaves the request it seemed to grant open. */
function reopenResignation(state: GroupState, { appointmentId, endId }: { appointmentId: string; endId: string }) {
  const end = findAppointment(state, appointmentId)?.ends.find((e) => e.endId === endId);
  return withResignation(state, end?.resignationId, 'open');
}
