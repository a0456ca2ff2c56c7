import type { DecisionPointRef } from '@liggare/kernel';
import type { RestingFact } from './annulment-events.js';
import type { AnnulBasis, RetractAnnulment } from './annulment-commands.js';
import type { GroupEvent } from './events.js';
import type { GroupState } from './state.js';

/** Nothing rests on the point, or it is annulled already: nothing happens. */
export function annulBasis(state: GroupState, { type: _, ...annulment }: AnnulBasis): GroupEvent[] {
  if (annulmentOf(state, annulment)?.finalOn === annulment.finalOn) return [];
  const rests = restingOn(state, annulment);
  return rests.length === 0 ? [] : [{ type: 'BasisAnnulled', data: { ...annulment, rests } }];
}

export function retractAnnulment(state: GroupState, { type: _, ...point }: RetractAnnulment): GroupEvent[] {
  return annulmentOf(state, point) ? [{ type: 'BasisAnnulmentRetracted', data: point }] : [];
}

function annulmentOf({ annulments }: GroupState, point: DecisionPointRef) {
  return annulments.find((a) => isSame(a, point));
}

interface Resting {
  readonly what: RestingFact;
  readonly id?: string;
}

/** Every fact of the group that was decided in the point. */
export function restingOn(state: GroupState, point: DecisionPointRef): Resting[] {
  const { term, underlying, names, instructions, seatChanges, appointments, functionSeats, vacancies } = state;
  const all: (Resting & { readonly basis: DecisionPointRef | undefined })[] = [
    { what: 'term', basis: term?.basis },
    { what: 'underlying-seat', basis: underlying?.basis },
    { what: 'dissolution', basis: term?.dissolution?.basis },
    // The first name is the founding's.
    ...names.slice(1).map(({ from, basis }) => ({ what: 'name' as const, id: String(from), basis })),
    ...instructions.map(({ version, basis }) => ({ what: 'instruction' as const, id: String(version), basis })),
    ...seatChanges.map(({ sequence, basis }) => ({ what: 'seat-change' as const, id: String(sequence), basis })),
    ...appointments.flatMap((a) => [
      { what: 'appointment' as const, id: a.appointmentId, basis: a.basis },
      ...a.ends.map(({ endId, basis }) => ({ what: 'appointment-end' as const, id: endId, basis })),
      ...a.roles.flatMap(({ roleId, basis, endBasis }) => [
        { what: 'role' as const, id: roleId, basis },
        { what: 'role-end' as const, id: roleId, basis: endBasis },
      ]),
    ]),
    ...functionSeats.map((f) => ({ what: 'function-seat' as const, id: f.functionSeatId, basis: f.basis })),
    ...vacancies.map(({ kind, seat, basis }) => ({ what: 'vacancy' as const, id: `${kind} ${seat}`, basis })),
  ];
  return all
    .filter(({ basis }) => basis && isSame(basis, point))
    .map(({ what, id }) => ({ what, ...(id === undefined ? {} : { id }) }));
}

function isSame(a: DecisionPointRef, b: DecisionPointRef): boolean {
  return a.decisionId === b.decisionId && a.point === b.point;
}
