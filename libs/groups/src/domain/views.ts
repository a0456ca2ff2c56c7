import type { CivilDate, DecisionPointRef } from '@liggare/kernel';
import { common, isEmptyPeriod, type Period } from './period.js';
import type { Timed } from './periods-of-facts.js';
import { NO_GROUP, type Annulment, type Appointment, type GroupState, type Term } from './state.js';

/**
 * `dejure`: what an annulled decision point carried never was. `defacto`: it was so until the judgment became final;
 * acts done meanwhile remain (KL 13:8, 13:15; edge cases 3 and 4).
 */
export const VIEWS = ['dejure', 'defacto'] as const;
export type View = (typeof VIEWS)[number];

/**
 * What `timeline` says of the group in a view. Day by day, the facts as they were taken to be are those of the group
 * without what the judgments final by that day had annulled.
 * @param same are these the same fact, so that one may continue the other?
 */
export function seenIn<T>(
  state: GroupState,
  view: View,
  timeline: (state: GroupState) => readonly Timed<T>[],
  same: (a: T, b: T) => boolean,
): readonly Timed<T>[] {
  const { annulments } = state;
  if (annulments.length === 0) return timeline(state);
  if (view === 'dejure') return timeline(withoutAnnulled(state, annulments));
  const days = [...new Set(annulments.map(({ finalOn }) => finalOn))].sort();
  const steps = [undefined, ...days].map((from, n) => ({
    during: bounded(from, days[n]),
    facts: timeline(
      withoutAnnulled(
        state,
        annulments.filter(({ finalOn }) => from !== undefined && finalOn <= from),
      ),
    ),
  }));
  const joined: Timed<T>[] = [];
  for (const { during, facts } of steps) {
    for (const { period, value } of facts) {
      const piece = { period: common(period, during), value };
      if (isEmptyPeriod(piece.period)) continue;
      const before = joined.findIndex(
        (j) => j.period.to !== undefined && j.period.to === piece.period.from && same(j.value, value),
      );
      if (before === -1) joined.push(piece);
      else joined[before] = { period: joinedPeriod(joined[before]!.period, piece.period), value };
    }
  }
  return joined;
}

/** The group as if these points had never been decided. */
export function withoutAnnulled(state: GroupState, annulments: readonly Annulment[]): GroupState {
  if (annulments.length === 0) return state;
  const holds = (basis: DecisionPointRef | undefined) =>
    !annulments.some((a) => a.decisionId === basis?.decisionId && a.point === basis.point);
  const { term, underlying, ...rest } = state;
  // A group that was never founded has nothing in it either.
  if (!term || !holds(term.basis)) return { ...NO_GROUP, annulments: state.annulments };
  const stands = ({ basis }: { readonly basis?: DecisionPointRef }) => holds(basis);
  return {
    ...rest,
    term: standingTerm(term, holds),
    ...(underlying && stands(underlying) ? { underlying } : {}),
    names: state.names.filter(stands),
    instructions: state.instructions.filter(stands),
    seatChanges: state.seatChanges.filter(stands),
    functionSeats: state.functionSeats.filter(stands),
    vacancies: state.vacancies.filter(stands),
    appointments: state.appointments.filter(stands).map((a) => standingAppointment(a, holds)),
  };
}

/** The appointment as it stands de jure; undefined when it was annulled itself. */
export function standing(state: GroupState, appointment: Appointment): Appointment | undefined {
  return withoutAnnulled({ ...state, appointments: [appointment] }, state.annulments).appointments[0];
}

type Holds = (basis: DecisionPointRef | undefined) => boolean;

function standingTerm(term: Term, holds: Holds): Term {
  const { dissolution, ...rest } = term;
  return dissolution && holds(dissolution.basis) ? term : rest;
}

/** An appointment whose end was annulled goes on. */
function standingAppointment(appointment: Appointment, holds: Holds): Appointment {
  return {
    ...appointment,
    ends: appointment.ends.filter(({ basis }) => holds(basis)),
    roles: appointment.roles
      .filter(({ basis }) => holds(basis))
      .map(({ to, endBasis, ...role }) =>
        to === undefined || !holds(endBasis) ? role : { ...role, to, ...(endBasis ? { endBasis } : {}) },
      ),
  };
}

function bounded(from: CivilDate | undefined, to: CivilDate | undefined): Period {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function joinedPeriod(a: Period, b: Period): Period {
  return bounded(a.from, b.to);
}
