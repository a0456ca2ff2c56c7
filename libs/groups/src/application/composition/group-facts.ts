import type { DecisionPointRef } from '@liggare/kernel';
import { isEmptyPeriod, type SomeDate } from '../../domain/period.js';
import {
  appointmentPeriod,
  endingOf,
  functionPeriod,
  nameTimeline,
  rolePeriod,
  seatTimeline,
  termPeriod,
  vacancyTimelines,
} from '../../domain/periods-of-facts.js';
import { findAppointment, type Appointment, type GroupState, type Term } from '../../domain/state.js';
import { SEAT_KINDS } from '../../domain/vocabulary.js';
import type { Cell, Fact, Section } from './fact.js';
import { functionSeat, groupName, groupTerm, membership, role, seatCount, vacancyExplanation } from './tables.js';

/** The sections of a group's facts that may have changed between two states; compared by identity, so cheap. */
export function changedSections(groupId: string, before: GroupState, after: GroupState): Section[] {
  const sections: Section[] = [];
  const term = before.term !== after.term;
  if (term) sections.push({ key: 'term', facts: termFacts(groupId, after) });
  if (before.names !== after.names) sections.push({ key: 'names', facts: nameFacts(groupId, after) });
  if (term || before.instructions !== after.instructions || before.seatChanges !== after.seatChanges) {
    sections.push({ key: 'seats', facts: seatFacts(groupId, after) });
  }
  if (term || before.appointments !== after.appointments) {
    for (const appointment of changedAppointments(before, after, term)) {
      sections.push({ key: appointment.appointmentId, facts: appointmentFacts(groupId, appointment, after.term) });
    }
    for (const { appointmentId } of removedAppointments(before, after))
      sections.push({ key: appointmentId, facts: [] });
  }
  if (term || before.functionSeats !== after.functionSeats) {
    sections.push({ key: 'functions', facts: functionFacts(groupId, after) });
  }
  if (term || before.vacancies !== after.vacancies) {
    sections.push({ key: 'vacancies', facts: vacancyFacts(groupId, after) });
  }
  return sections;
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

function termFacts(groupId: string, { term }: GroupState): Fact[] {
  if (!term) return [];
  const cells = [
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
  ];
  return lasting([{ table: groupTerm, key: '', cells, valid: termPeriod(term) }]);
}

function nameFacts(groupId: string, state: GroupState): Fact[] {
  return nameTimeline(state).map(({ period, value }) => ({
    table: groupName,
    key: String(state.names.indexOf(value)),
    cells: [groupId, value.name, ...point(value.basis)],
    valid: period,
  }));
}

function seatFacts(groupId: string, state: GroupState): Fact[] {
  return SEAT_KINDS.flatMap((kind) =>
    seatTimeline(state, kind).map(({ period, value: { seats, source, basis } }) => ({
      table: seatCount,
      key: `${kind} ${source.sequence}`,
      cells: [groupId, kind, seats, source.version, ...point(basis)],
      valid: period,
    })),
  );
}

function appointmentFacts(groupId: string, appointment: Appointment, term: Term | undefined): readonly Fact[] {
  const { appointmentId, kind, seat, personId, nominatingPartyId, from, basis, roles } = appointment;
  const period = appointmentPeriod(appointment, term);
  if (isEmptyPeriod(period)) return [];
  const ending = endingOf(appointment, term);
  const facts: Fact[] = [
    {
      table: membership,
      key: '',
      valid: period,
      cells: [
        groupId,
        appointmentId,
        kind,
        seat,
        personId,
        nominatingPartyId,
        inexact(from, period.from),
        inexact(ending?.stated ?? appointment.to, period.to),
        ending?.cause,
        ...point(basis),
        ...point(ending?.basis),
      ],
    },
  ];
  for (const held of roles) {
    const valid = rolePeriod(held, period);
    const cells = [groupId, appointmentId, held.roleId, personId, held.role, ...point(held.basis)];
    facts.push({ table: role, key: held.roleId, valid, cells: [...cells, ...point(held.endBasis)] });
  }
  return lasting(facts);
}

function functionFacts(groupId: string, state: GroupState): Fact[] {
  return lasting(
    state.functionSeats.map((f) => ({
      table: functionSeat,
      key: f.functionSeatId,
      cells: [groupId, f.functionSeatId, f.seat, f.function, f.organisation, f.personId, ...point(f.basis)],
      valid: functionPeriod(f, state.term),
    })),
  );
}

function vacancyFacts(groupId: string, state: GroupState): Fact[] {
  return vacancyTimelines(state).map(({ period, value: v }) => ({
    table: vacancyExplanation,
    key: String(state.vacancies.indexOf(v)),
    cells: [groupId, v.kind, v.seat, v.reason, v.partyId, ...point(v.basis)],
    valid: period,
  }));
}

/** What holds on no day leaves no row. */
function lasting(facts: Fact[]): Fact[] {
  return facts.every((fact) => !isEmptyPeriod(fact.valid)) ? facts : facts.filter((f) => !isEmptyPeriod(f.valid));
}

function point(basis: DecisionPointRef | undefined): readonly [Cell, Cell] {
  return basis ? [basis.decisionId, basis.point] : NO_POINT;
}

const NO_POINT = [undefined, undefined] as const;

/** The date as the source states it, where `valid` does not say the same. */
function inexact(stated: SomeDate | undefined, day: string | undefined): string | undefined {
  return stated === day ? undefined : stated;
}
