import type { Queryable } from '@liggare/database';
import type { CivilDate } from '@liggare/kernel';
import { knownAtParameter, type Listed, type Page } from '@liggare/projections';
import { statusOf, type TermStatus } from '../domain/composition.js';
import type { LegalForm } from '../domain/vocabulary.js';
import { present } from './row-fields.js';
import { DEFAULT_VIEW, seen, type Seen } from './seen.js';

export interface GroupFilter {
  readonly legalForm?: LegalForm;
  /** Only groups that exist on the day asked about. */
  readonly existing?: boolean;
}

export interface GroupListItem {
  readonly id: string;
  readonly name: string;
  readonly legalForm: LegalForm;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly status: TermStatus;
  readonly successorId?: string;
}

interface Row {
  readonly group_id: string;
  readonly name: string;
  readonly legal_form: LegalForm;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly successor_id: string | null;
  readonly dissolved: boolean;
  readonly total: string;
}

/** Groups by name on the day, as known then. */
export async function listGroups(
  db: Queryable,
  moment: Seen,
  filter: GroupFilter,
  page: Page,
): Promise<Listed<GroupListItem>> {
  const { rows } = await db.query<Row>(
    `with listed as (
       select distinct on (t.group_id) t.group_id, t.legal_form, lower(t.valid)::text as "from", upper(t.valid)::text as "to", t.successor_id,
         t.dissolved_on is not null as dissolved,
         (select n.name from composition.group_name n
           where n.group_id = t.group_id and ${seen('n', '$2', '$7')}
           order by n.valid @> $1::date desc, lower(n.valid) desc nulls last limit 1) as name
       from composition.group_term t
       where ${seen('t', '$2', '$7')}
         and ($3::text is null or t.legal_form = $3) and (not $4::boolean or t.valid @> $1::date)
       order by t.group_id, t.valid @> $1::date desc, lower(t.valid) desc nulls last
     ), counted as (select count(*) as total from listed)
     select l.*, c.total from counted c left join (
       select * from listed order by name, group_id limit $5 offset $6) l on true
     order by l.name, l.group_id`,
    [
      moment.validAt,
      knownAtParameter(moment),
      filter.legalForm ?? null,
      filter.existing ?? false,
      page.limit,
      page.offset,
      moment.view ?? DEFAULT_VIEW,
    ],
  );
  return {
    total: Number(rows[0]?.total ?? 0),
    // An empty page still comes with the total, on a row of nothing.
    items: rows.filter((row) => row.group_id !== null).map((row) => itemOf(row, moment.validAt)),
  };
}

function itemOf(row: Row, day: CivilDate): GroupListItem {
  const period = present({ from: row.from, to: row.to });
  const successor = row.successor_id === null ? {} : { successorId: row.successor_id };
  return {
    id: row.group_id,
    name: row.name,
    legalForm: row.legal_form,
    ...period,
    status: statusOf({ ...period, ...successor, dissolved: row.dissolved }, day),
    ...successor,
  };
}
