import type { FactTable } from './fact.js';
import {
  affiliation,
  FACT_TABLES,
  functionSeat,
  groupName,
  groupTerm,
  membership,
  personMerge,
  role,
  seatCount,
  underlyingSeat,
  vacancyExplanation,
} from './tables.js';

/** Of what there may be one at a time. Lookups begin with the same columns. */
const ONE_AT_A_TIME: readonly (readonly [FactTable, readonly string[]])[] = [
  [groupTerm, ['group_id']],
  [groupName, ['group_id']],
  [seatCount, ['group_id', 'kind']],
  [membership, ['group_id', 'kind', 'seat']],
  [role, ['role_id']],
  [functionSeat, ['group_id', 'seat']],
  [vacancyExplanation, ['group_id', 'kind', 'seat']],
  [affiliation, ['affiliation_id']],
  [personMerge, ['person_id']],
  [underlyingSeat, ['group_id']],
];

/**
 * What reading needs, and what keeps the tables from saying two things at once: no two rows with the same key may
 * overlap on both time axes in one view, and a row is never changed but once, when it is closed.
 *
 * An EXCLUDE constraint over both ranges says the same, and costs 7 µs a row to check however it is built, because each
 * row is looked up by itself. Here whole sets of rows are joined: what is there in one go, later what each statement
 * adds. That is safe because a copy has one writer at a time (docs/decisions/0009-contradictions-are-looked-for-in-sets.md).
 */
export const WHEN_FILLED = `
set local enable_nestloop = off;
set local enable_mergejoin = off;
set local work_mem = '64MB';
create function contradiction(name text) returns void language plpgsql as $$
begin
  raise exclusion_violation using message = 'two rows hold at once', schema = current_schema, table = name,
    constraint = name || '_never_contradicts';
end $$;
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise integrity_constraint_violation using message = 'a row is only closed, and only once', schema = tg_table_schema,
    table = tg_table_name, constraint = tg_name;
end $$;
${ONE_AT_A_TIME.map(guard).join('')}
create index on membership (person_id);
create index on role (group_id);
create index on affiliation (person_id);
create index on person_merge (survivor_id);
create index on underlying_seat (underlying_id);
`;

if (ONE_AT_A_TIME.length !== FACT_TABLES.length) throw new Error('every fact table needs its guard');

function guard([{ name, columns }, key]: readonly [FactTable, readonly string[]]): string {
  const sameKey = key.map((column) => `a.${column} = b.${column}`).join(' and ');
  const overlaps = `${sameKey} and (a.view is null or b.view is null or a.view = b.view) and a.valid && b.valid
    and numrange(a.recorded_from, a.recorded_to) && numrange(b.recorded_from, b.recorded_to)`;
  const final = [...columns.map((column) => column.name), 'view', 'valid', 'recorded_from', 'ordinal', 'event_id'].join(
    ', ',
  );
  return `
do $$ begin
  if exists (
    select from ${name} a join ${name} b on ${overlaps} and (a.recorded_from, a.ordinal) < (b.recorded_from, b.ordinal)
  ) then perform contradiction('${name}'); end if;
end $$;
create index on ${name} (${key.join(', ')});
create function ${name}_never_contradicts() returns trigger language plpgsql set search_path from current as $$ begin
  if exists (
    select from opened a join ${name} b on ${overlaps} and (a.recorded_from, a.ordinal) <> (b.recorded_from, b.ordinal)
  ) then perform contradiction('${name}'); end if;
  return null;
end $$;
create trigger ${name}_never_contradicts after insert on ${name} referencing new table as opened
  for each statement execute function ${name}_never_contradicts();
create trigger ${name}_never_changes before update of ${final} or delete on ${name}
  for each statement execute function refuse_change();
create trigger ${name}_is_closed_once before update of recorded_to on ${name}
  for each row when (old.recorded_to is not null) execute function refuse_change();
`;
}
