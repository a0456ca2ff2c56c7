import { common, endedAt, isEmptyPeriod, meet, possiblePeriod, type Period } from './period.js';
import { appointmentPeriod, endingOf, rolePeriod, type Ending, type Timed } from './periods-of-facts.js';
import type { Appointment, GroupState, RoleAssignment, Term } from './state.js';
import { seenIn, type View } from './views.js';

/** An appointment as it takes effect. */
export interface Sitting {
  readonly appointment: Appointment;
  /** Absent: the appointment goes on because its end was annulled, but its seat has been given to another. */
  readonly seat?: number;
  readonly ending?: Ending;
}

export interface HeldRole {
  readonly appointment: Appointment;
  readonly role: RoleAssignment;
}

/** One appointment by itself, when nothing of the group was ever annulled: by far the most usual, and the quickest. */
export function sittingAlone(appointment: Appointment, term: Term | undefined): Timed<Sitting> | undefined {
  const ending = endingOf(appointment, term);
  const period = endedAt(possiblePeriod(appointment.from), ending?.on);
  if (isEmptyPeriod(period)) return undefined;
  return { period, value: { appointment, seat: appointment.seat, ...(ending ? { ending } : {}) } };
}

/** Who holds which seat, through time. */
export function sittingsIn(state: GroupState, view: View): readonly Timed<Sitting>[] {
  const seen = seenIn(state, view, sittings, (a, b) => idOf(a) === idOf(b) && a.seat === b.seat);
  return state.annulments.length === 0 ? seen : seen.map((one) => endedByJudgment(one, seen));
}

/** Who holds which role, through time; always within the sitting. */
export function rolesIn(state: GroupState, view: View): readonly Timed<HeldRole>[] {
  return seenIn(state, view, roles, (a, b) => a.role.roleId === b.role.roleId);
}

function sittings(state: GroupState): readonly Timed<Sitting>[] {
  return state.appointments.flatMap((appointment, place) => {
    const sitting = sittingAlone(appointment, state.term);
    // Two in one seat are refused; only what was annulled afterwards, or was not after all, can bring it about.
    if (!sitting || !state.everAnnulled) return sitting ? [sitting] : [];
    const { period } = sitting;
    const others = state.appointments.slice(place + 1).filter((a) => sameSeat(a, appointment));
    return others
      .map((other) => appointmentPeriod(other, state.term))
      .filter((taken) => meet(taken, period))
      .reduce<readonly Timed<Sitting>[]>((pieces, taken) => pieces.flatMap((p) => standingBeside(p, taken)), [sitting]);
  });
}

function standingBeside({ period, value }: Timed<Sitting>, taken: Period): readonly Timed<Sitting>[] {
  if (!meet(period, taken)) return [{ period, value }];
  const { seat: _, ...seatless } = value;
  const before = taken.from === undefined ? [] : [{ period: endedAt(period, taken.from), value }];
  const after = taken.to === undefined ? [] : [{ period: common(period, { from: taken.to }), value }];
  return [...before, { period: common(period, taken), value: seatless }, ...after].filter(
    (piece) => !isEmptyPeriod(piece.period),
  );
}

function roles({ appointments, term }: GroupState): readonly Timed<HeldRole>[] {
  return appointments
    .flatMap((appointment) => {
      const held = appointmentPeriod(appointment, term);
      return appointment.roles.map((role) => ({ period: rolePeriod(role, held), value: { appointment, role } }));
    })
    .filter(({ period }) => !isEmptyPeriod(period));
}

/** What stops on another day than it was to, and does not go on elsewhere, was stopped by a judgment. */
function endedByJudgment(one: Timed<Sitting>, all: readonly Timed<Sitting>[]): Timed<Sitting> {
  const { period, value } = one;
  if (period.to === undefined || period.to === value.ending?.on) return one;
  if (all.some((other) => idOf(other.value) === idOf(value) && other.period.from === period.to)) return one;
  return { period, value: { ...value, ending: { on: period.to, cause: 'judgment' } } };
}

function idOf({ appointment }: Sitting): string {
  return appointment.appointmentId;
}

function sameSeat(a: Appointment, b: Appointment): boolean {
  return a.kind === b.kind && a.seat === b.seat;
}
