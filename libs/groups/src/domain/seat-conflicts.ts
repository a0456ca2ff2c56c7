import { Refusal } from '@liggare/kernel';
import { certainPeriod, endedAt, meet, type Period } from './period.js';
import { ownEndingOf, ownPeriod } from './periods-of-facts.js';
import type { Appointment, GroupState } from './state.js';
import { standing, withoutAnnulled } from './views.js';

/** The lowest number from 1 that is not taken. */
export function firstFree(taken: (seat: number) => boolean): number {
  let seat = 1;
  while (taken(seat)) seat++;
  return seat;
}

/**
 * Nobody holds two seats of a kind in one group on one day, and no seat of a kind has two holders. More holders than
 * seats is another matter: that is recorded (edge case 13).
 * @throws Refusal `already-appointed`, `seat-taken`
 */
export function refuseConflicts(state: GroupState, wanted: Appointment): void {
  const conflict = conflictOf(state, wanted);
  if (conflict) throw conflict;
}

/** What {@link refuseConflicts} would say. */
export function conflictOf(state: GroupState, wanted: Appointment): Refusal | undefined {
  const others = othersOfKind(state, wanted);
  const lawful = standing(state, wanted);
  // What a court has annulled stands in nobody's way.
  if (!lawful) return undefined;
  // Uncertain dates get the benefit of the doubt here, but not below: a seat must not even possibly have two holders.
  const held = certainlyHeld(lawful);
  if (others.some((a) => a.personId === wanted.personId && meet(certainlyHeld(a), held))) {
    return new Refusal('already-appointed', 'the person already holds a seat of this kind in that period', '/personId');
  }
  if (isTaken(others, lawful.seat, ownPeriod(lawful))) {
    return new Refusal('seat-taken', 'the seat is held by another appointment in that period', '/seat');
  }
  return undefined;
}

/** The first seat of the kind that nobody holds on any day of the period. */
export function firstFreeSeat(state: GroupState, kind: Appointment['kind'], period: Period): number {
  const others = othersOfKind(state, { appointmentId: '', kind });
  return firstFree((seat) => isTaken(others, seat, period));
}

function othersOfKind(state: GroupState, one: Pick<Appointment, 'appointmentId' | 'kind'>): Appointment[] {
  return withoutAnnulled(state, state.annulments).appointments.filter(
    (a) => a.kind === one.kind && a.appointmentId !== one.appointmentId,
  );
}

function isTaken(others: readonly Appointment[], seat: number, period: Period): boolean {
  return others.some((a) => a.seat === seat && meet(ownPeriod(a), period));
}

function certainlyHeld(appointment: Appointment): Period {
  return endedAt(certainPeriod(appointment.from, appointment.to), ownEndingOf(appointment)?.on);
}
