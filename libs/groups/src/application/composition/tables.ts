import type { Column, FactTable } from './fact.js';

const uuid = (name: string): Column => ({ name, type: 'uuid' });
const text = (name: string): Column => ({ name, type: 'text' });
const integer = (name: string): Column => ({ name, type: 'integer' });
const basis = [uuid('basis_decision_id'), integer('basis_point')];

/** When the group exists and in which form. */
export const groupTerm: FactTable = {
  name: 'group_term',
  columns: [
    uuid('group_id'),
    text('legal_form'),
    text('stated_from'),
    text('stated_to'),
    text('appointing_body'),
    uuid('appointing_body_id'),
    uuid('predecessor_id'),
    uuid('successor_id'),
    { name: 'dissolved_on', type: 'date' },
    ...basis,
  ],
};

export const groupName: FactTable = {
  name: 'group_name',
  columns: [uuid('group_id'), text('name'), ...basis],
};

/** How many seats of a kind there are. */
export const seatCount: FactTable = {
  name: 'seat_count',
  columns: [uuid('group_id'), text('kind'), integer('seats'), integer('instruction_version'), ...basis],
};

/** Who holds which seat. */
export const membership: FactTable = {
  name: 'membership',
  columns: [
    uuid('group_id'),
    uuid('appointment_id'),
    text('kind'),
    integer('seat'),
    uuid('person_id'),
    uuid('nominating_party_id'),
    text('stated_from'),
    text('stated_to'),
    text('end_cause'),
    ...basis,
    uuid('end_decision_id'),
    integer('end_point'),
  ],
};

/** What a holder is on top of the seat. */
export const role: FactTable = {
  name: 'role',
  columns: [
    uuid('group_id'),
    uuid('appointment_id'),
    uuid('role_id'),
    uuid('person_id'),
    text('role'),
    ...basis,
    uuid('end_decision_id'),
    integer('end_point'),
  ],
};

/** Seats that are held by functions (edge case 75). */
export const functionSeat: FactTable = {
  name: 'function_seat',
  columns: [
    uuid('group_id'),
    uuid('function_seat_id'),
    integer('seat'),
    text('function'),
    text('organisation'),
    uuid('person_id'),
    ...basis,
  ],
};

export const vacancyExplanation: FactTable = {
  name: 'vacancy_explanation',
  columns: [uuid('group_id'), text('kind'), integer('seat'), text('reason'), uuid('party_id'), ...basis],
};

/** Which party a person represents. */
export const affiliation: FactTable = {
  name: 'affiliation',
  columns: [uuid('person_id'), uuid('affiliation_id'), uuid('party_id')],
};

/** In which other group a seat is needed to sit in this one (edge case 28). */
export const underlyingSeat: FactTable = {
  name: 'underlying_seat',
  columns: [uuid('group_id'), uuid('underlying_id'), ...basis],
};

/** Two persons in the register that are one human being; `survivor_id` stands for `person_id`. */
export const personMerge: FactTable = {
  name: 'person_merge',
  columns: [uuid('person_id'), uuid('survivor_id')],
};

export const FACT_TABLES: readonly FactTable[] = [
  groupTerm,
  groupName,
  seatCount,
  membership,
  role,
  functionSeat,
  vacancyExplanation,
  affiliation,
  personMerge,
  underlyingSeat,
];

/** Tables with the keys that writing needs. */
export const SCHEMA = `
${FACT_TABLES.map(createTable).join('\n')}

create table progress (position numeric not null);
comment on table progress is 'Position of the last event that is in these tables.';
insert into progress values (0);
`;

function createTable({ name, columns }: FactTable): string {
  const own = columns.map((column) => `${column.name} ${column.type}`).join(', ');
  return `create table ${name} (
  ${own},
  view text check (view in ('dejure', 'defacto')),
  valid daterange not null check (not isempty(valid)),
  recorded_from numeric not null,
  recorded_to numeric check (recorded_to > recorded_from),
  ordinal smallint not null,
  event_id uuid not null,
  primary key (recorded_from, ordinal)
) with (fillfactor = 80);`;
}
