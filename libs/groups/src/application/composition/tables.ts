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

export const FACT_TABLES: readonly FactTable[] = [
  groupTerm,
  groupName,
  seatCount,
  membership,
  role,
  functionSeat,
  vacancyExplanation,
  affiliation,
];

/** What may not hold twice at once: the columns, and over both time axes nothing else. Also what lookups begin with. */
const CONTRADICTIONS: Readonly<Record<string, string>> = {
  group_term: 'group_id with =',
  group_name: 'group_id with =',
  seat_count: `group_id with =, ${signed('1')} with =`,
  membership: `group_id with =, ${signed('seat')} with =`,
  role: 'role_id with =',
  function_seat: 'group_id with =, seat with =',
  vacancy_explanation: `group_id with =, ${signed('seat')} with =`,
  affiliation: 'affiliation_id with =',
};

/** Tables with the keys that writing needs. */
export const SCHEMA = `
${FACT_TABLES.map(createTable).join('\n')}

create table journal (
  stream uuid not null,
  position numeric not null,
  event_id uuid not null,
  type text not null,
  data text not null,
  primary key (stream, position)
);
comment on table journal is 'What was folded, so that folding can go on after a restart. Not for readers.';

create table progress (position numeric not null);
comment on table progress is 'Position of the last event that is in these tables.';
insert into progress values (0);
`;

/** What reading needs, and the constraints: folding does not depend on them, see {@link LateIndexes}. */
export const INDEXES = `
${FACT_TABLES.map(constrain).join('\n')}
create index on membership (group_id);
create index on membership (person_id);
create index on role (group_id);
create index on affiliation (person_id);
`;

function createTable({ name, columns }: FactTable): string {
  const own = columns.map((column) => `${column.name} ${column.type}`).join(', ');
  return `create table ${name} (
  ${own},
  valid daterange not null check (not isempty(valid)),
  recorded_from numeric not null,
  recorded_to numeric check (recorded_to > recorded_from),
  ordinal smallint not null,
  event_id uuid not null,
  primary key (recorded_from, ordinal)
) with (fillfactor = 80);`;
}

function constrain({ name }: FactTable): string {
  const both = 'valid with &&, numrange(recorded_from, recorded_to) with &&';
  return `alter table ${name} add constraint ${name}_never_contradicts exclude using gist (${CONTRADICTIONS[name]!}, ${both});`;
}

/** Members count up and substitutes down: one number is cheaper to index than a kind and a number. */
function signed(seat: string): string {
  return `(case when kind = 'member' then ${seat} else -${seat} end)`;
}
