import type { DecisionPointRef } from '@liggare/kernel';
import { isEmptyPeriod, type SomeDate } from '../../domain/period.js';
import {
  functionTimeline,
  nameTimeline,
  rolePeriod,
  sameCount,
  seatTimeline,
  termTimeline,
  underlyingTimeline,
  vacancyTimelines,
  type Timed,
} from '../../domain/periods-of-facts.js';
import { rolesIn, sittingAlone, sittingsIn, type HeldRole, type Sitting } from '../../domain/sittings.js';
import { findAppointment, type Appointment, type GroupState, type Term } from '../../domain/state.js';
import { seenIn, VIEWS, type View } from '../../domain/views.js';
import { SEAT_KINDS } from '../../domain/vocabulary.js';
import { sameFact, type Cell, type Fact, type Section } from './fact.js';
import {
  functionSeat,
  groupName,
  groupTerm,
  membership,
  role,
  seatCount,
  underlyingSeat,
  vacancyExplanation,
} from './tables.js';

/** The sections of a group's facts that may have changed between two states; compared by identity, so cheap. */
export function changedSections(groupId: string, before: GroupState, after: GroupState): Section[] {
  const sections: Section[] = [];
  const add = (key: string, facts: (view: View) => readonly Fact[]) =>
    sections.push({ key, facts: inBothViews(after, facts) });
  // An annulled point may carry anything, and a group registered by mistake carries nothing.
  const all =
    before.term !== after.term ||
    before.annulments !== after.annulments ||
    before.registeredInError !== after.registeredInError;
  if (all) add('term', (view) => termFacts(groupId, after, view));
  if (all || before.names !== after.names) add('names', (view) => nameFacts(groupId, after, view));
  if (all || before.instructions !== after.instructions || before.seatChanges !== after.seatChanges) {
    add('seats', (view) => seatFacts(groupId, after, view));
  }
  if (all || before.appointments !== after.appointments) {
    // Where something was annulled, one appointment's seat may depend on another.
    for (const appointment of changedAppointments(before, after, all || after.everAnnulled === true)) {
      add(appointment.appointmentId, (view) => appointmentFacts(groupId, after, appointment, view));
    }
    for (const { appointmentId } of removedAppointments(before, after))
      sections.push({ key: appointmentId, facts: [] });
  }
  if (all || before.underlying !== after.underlying) {
    add('underlying', (view) => underlyingFacts(groupId, after, view));
  }
  if (all || before.functionSeats !== after.functionSeats) {
    add('functions', (view) => functionFacts(groupId, after, view));
  }
  if (all || before.vacancies !== after.vacancies) {
    add('vacancies', (view) => vacancyFacts(groupId, after, view));
  }
  return sections;
}

/** Most facts hold in both views and are one row; the others are a row in each view they hold in. */
function inBothViews({ annulments }: GroupState, facts: (view: View) => readonly Fact[]): readonly Fact[] {
  if (annulments.length === 0) return facts('dejure');
  const seen = VIEWS.map((view) => facts(view));
  return seen.flatMap((own, n) =>
    own.flatMap((fact): Fact[] => {
      if (!seen.every((other) => other.some((o) => sameFact(o, fact)))) return [{ ...fact, view: VIEWS[n]! }];
      return n === 0 ? [fact] : [];
    }),
  );
}

function changedAppointments(before: GroupState, after: GroupState, all: boolean): readonly Appointment[] {
  if (all) return after.appointments;
  // Appointments keep their places, so comparing place by place finds the changed ones; after a removal it finds more.
  return after.appointments.filter((appointment, place) => before.appointments[place] !== appointment);
}

function removedAppointments(before: GroupState, after: GroupState): readonly Appointment[] {
  if (after.appointments.length >= before.appointments.length) return [];
  return before.appointments.filter((a) => !findAppointment(after, a.appointmentId));
}

function termFacts(groupId: string, state: GroupState, view: View): Fact[] {
  return seenIn(state, view, termTimeline, () => true).map(({ period, value: term }) => ({
    table: groupTerm,
    key: '',
    cells: [
      groupId,
      term.legalForm,
      term.from,
      term.to,
      term.appointingBody,
      term.appointingBodyId,
      term.predecessorId,
      term.successorId,
      term.dissolution?.on,
      ...point(term.basis),
    ],
    valid: period,
  }));
}

function nameFacts(groupId: string, state: GroupState, view: View): Fact[] {
  if (state.registeredInError) return [];
  return seenIn(state, view, nameTimeline, (a, b) => a === b).map(({ period, value }) => ({
    table: groupName,
    key: String(state.names.indexOf(value)),
    cells: [groupId, value.name, ...point(value.basis)],
    valid: period,
  }));
}

function seatFacts(groupId: string, state: GroupState, view: View): Fact[] {
  return SEAT_KINDS.flatMap((kind) =>
    seenIn(state, view, (seen) => seatTimeline(seen, kind), sameCount).map(
      ({ period, value: { seats, source, basis } }) => ({
        table: seatCount,
        key: `${kind} ${source.sequence}`,
        cells: [groupId, kind, seats, source.version, ...point(basis)],
        valid: period,
      }),
    ),
  );
}

function appointmentFacts(groupId: string, state: GroupState, appointment: Appointment, view: View): Fact[] {
  if (!state.everAnnulled) return factsOfOne(groupId, appointment, state.term);
  const { appointmentId } = appointment;
  return [
    ...sittingsIn(state, view)
      .filter(({ value }) => value.appointment.appointmentId === appointmentId)
      .map((sitting) => membershipFact(groupId, sitting)),
    ...rolesIn(state, view)
      .filter(({ value }) => value.appointment.appointmentId === appointmentId)
      .map((held) => roleFact(groupId, held)),
  ];
}

function factsOfOne(groupId: string, appointment: Appointment, term: Term | undefined): Fact[] {
  const sitting = sittingAlone(appointment, term);
  if (!sitting) return [];
  const facts = [membershipFact(groupId, sitting)];
  for (const role of appointment.roles) {
    const period = rolePeriod(role, sitting.period);
    if (!isEmptyPeriod(period)) facts.push(roleFact(groupId, { period, value: { appointment, role } }));
  }
  return facts;
}

function membershipFact(groupId: string, { period, value }: Timed<Sitting>): Fact {
  const { appointment, seat, ending } = value;
  const { appointmentId, kind, personId, nominatingPartyId, from, to, basis } = appointment;
  return {
    table: membership,
    key: seat === appointment.seat ? '' : 'without seat',
    valid: period,
    cells: [
      groupId,
      appointmentId,
      kind,
      seat,
      personId,
      nominatingPartyId,
      inexact(from, period.from),
      inexact(ending?.stated ?? to, period.to),
      ending?.cause,
      ...point(basis),
      ...point(ending?.basis),
    ],
  };
}

function roleFact(groupId: string, { period, value: { appointment, role: held } }: Timed<HeldRole>): Fact {
  const { appointmentId, personId } = appointment;
  const cells = [groupId, appointmentId, held.roleId, personId, held.role, ...point(held.basis)];
  return { table: role, key: held.roleId, valid: period, cells: [...cells, ...point(held.endBasis)] };
}

function functionFacts(groupId: string, state: GroupState, view: View): Fact[] {
  return seenIn(state, view, functionTimeline, (a, b) => a === b).map(({ period, value: f }) => ({
    table: functionSeat,
    key: f.functionSeatId,
    cells: [groupId, f.functionSeatId, f.seat, f.function, f.organisation, f.personId, ...point(f.basis)],
    valid: period,
  }));
}

function underlyingFacts(groupId: string, state: GroupState, view: View): Fact[] {
  return seenIn(state, view, underlyingTimeline, (a, b) => a === b).map(({ period, value }) => ({
    table: underlyingSeat,
    key: '',
    cells: [groupId, value.underlyingId, ...point(value.basis)],
    valid: period,
  }));
}

function vacancyFacts(groupId: string, state: GroupState, view: View): Fact[] {
  return seenIn(state, view, vacancyTimelines, (a, b) => a === b).map(({ period, value: v }) => ({
    table: vacancyExplanation,
    key: String(state.vacancies.indexOf(v)),
    cells: [groupId, v.kind, v.seat, v.reason, v.partyId, ...point(v.basis)],
    valid: period,
  }));
}

function point(basis: DecisionPointRef | undefined): readonly [Cell, Cell] {
  return basis ? [basis.decisionId, basis.point] : NO_POINT;
}

const NO_POINT = [undefined, undefined] as const;

/** The date as the source states it, where `valid` does not say the same. */
function inexact(stated: SomeDate | undefined, day: string | undefined): string | undefined {
  return stated === day ? undefined : stated;
}
