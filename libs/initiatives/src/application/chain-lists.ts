import type { Database } from '@liggare/database';
import { READ_DATABASE } from '@liggare/platform';
import { asKnown, knownAtParameter, type Listed, type Moment, type Page } from '@liggare/projections';
import { Inject, Injectable } from '@nestjs/common';

export interface ProblemFilter {
  readonly status?: string;
  /** Exactly this area's code or name. */
  readonly area?: string;
  /** Text in the title of the day, whatever the case. */
  readonly q?: string;
}

/** One problem as it was on the day; `initiatives` and `causes` are how many it had. */
export interface ProblemItem {
  readonly id: string;
  readonly title: string;
  readonly publicSummary: string | null;
  readonly targetGroup: string | null;
  readonly level: string | null;
  readonly areas: readonly string[];
  readonly firstNoticed: string | null;
  readonly status: string | null;
  readonly causes: number;
  readonly initiatives: number;
}

export interface IndicatorFilter {
  readonly initiativeId?: string;
  readonly problemId?: string;
  /** Text in the name, whatever the case. */
  readonly q?: string;
}

/** One indicator as it was on the day, with the last value of a period that had ended. */
export interface IndicatorItem {
  readonly id: string;
  readonly name: string;
  readonly direction: string;
  readonly frequency: string;
  readonly unit: string | null;
  readonly source: string | null;
  readonly baseline: number | null;
  readonly latest: { value: number; from: string; to: string; versionId: string; breakBefore: boolean } | null;
  readonly target: { value: number; by: string } | null;
}

export interface FollowUpFilter {
  /** Due on this day or later. */
  readonly from?: string;
  /** Due before this day. */
  readonly to?: string;
  readonly status?: string;
}

/** A planned follow-up and how it stands on the day. */
export interface FollowUpItem {
  readonly plannedId: string;
  readonly initiativeId: string;
  readonly title: string;
  readonly period: { from: string; to: string };
  readonly dueOn: string;
  readonly status: string;
  readonly followUpIds: readonly string[];
}

const onDay = (alias: string) => `${asKnown(alias)} and ${alias}.valid @> $2::date`;

const PROBLEMS = `from preventive_chain.problem_period p
  left join preventive_chain.problem_status s on s.problem_id = p.problem_id and ${onDay('s')}
  where ${onDay('p')} and ($3::text is null or s.status = $3) and ($4::text is null or p.areas ? $4)
    and ($5::text is null or position(lower($5) in lower(p.title)) > 0)`;

/** SQL expressions of an indicator's figures on the day, for an indicator row `i`. */
export const INDICATOR_FIGURES = `i.baseline::float8 as baseline, v.unit, v.source,
  (select json_build_object('value', m.value::float8, 'from', lower(m.concerns), 'to', upper(m.concerns),
      'versionId', m.version_id, 'breakBefore', m.break_before)
    from preventive_chain.measurement m
    left join preventive_chain.indicator_version w on w.version_id = m.version_id and ${asKnown('w')}
    where m.indicator_id = i.indicator_id and ${asKnown('m')} and upper(m.concerns) <= $2::date
    order by lower(m.concerns) desc, upper(m.concerns) desc, w.valid desc nulls last limit 1) as latest,
  (select json_build_object('value', t.value::float8, 'by', t.by_day) from preventive_chain.target t
    where t.indicator_id = i.indicator_id and ${asKnown('t')} and t.by_day >= $2::date
    order by t.by_day limit 1) as target`;

const linked = (column: string, parameter: string) => `(${parameter}::uuid is null or exists (
  select from preventive_chain.indicator_link l
  where l.indicator_id = i.indicator_id and l.${column} = ${parameter} and ${onDay('l')}))`;

const INDICATORS = `from preventive_chain.indicator i
  left join preventive_chain.indicator_version v on v.indicator_id = i.indicator_id and ${onDay('v')}
  where ${asKnown('i')} and ${linked('initiative_id', '$3')} and ${linked('problem_id', '$4')}
    and ($5::text is null or position(lower($5) in lower(i.name)) > 0)`;

const STATUS = `case when f.done_on <= $2::date then 'done' when f.due_on < $2::date then 'overdue' else 'due' end`;

const FOLLOW_UPS = `from preventive_chain.planned_follow_up f
  join preventive_chain.initiative_period d on d.initiative_id = f.initiative_id and ${onDay('d')}
  where ${asKnown('f')} and ($3::date is null or f.due_on >= $3) and ($4::date is null or f.due_on < $4)
    and ($5::text is null or ${STATUS} = $5)`;

/** The lists of the preventive chain on a day, from the read model. */
@Injectable()
export class ChainLists {
  constructor(@Inject(READ_DATABASE) private readonly database: Database) {}

  /** By title. */
  problems(asOf: Moment, { status, area, q }: ProblemFilter, page: Page): Promise<Listed<ProblemItem>> {
    const counted = (what: string, table: string) => `(select count(distinct c.${what})::int
      from preventive_chain.${table} c where c.problem_id = p.problem_id and ${onDay('c')})`;
    const select = `p.problem_id as id, p.title, p.public_summary as "publicSummary", p.target_group as "targetGroup",
      p.level, p.areas, p.first_noticed as "firstNoticed", s.status,
      ${counted('cause_id', 'cause')} as causes, ${counted('initiative_id', 'address')} as initiatives`;
    return this.listed(asOf, { select, from: PROBLEMS, order: 'p.title, p.problem_id' }, [status, area, q], page);
  }

  /** By name. */
  indicators(
    asOf: Moment,
    { initiativeId, problemId, q }: IndicatorFilter,
    page: Page,
  ): Promise<Listed<IndicatorItem>> {
    const select = `i.indicator_id as id, i.name, i.direction, i.frequency, ${INDICATOR_FIGURES}`;
    const sql = { select, from: INDICATORS, order: 'i.name, i.indicator_id' };
    return this.listed(asOf, sql, [initiativeId, problemId, q], page);
  }

  /** What should be followed up, by the day it is due. */
  followUps(asOf: Moment, { from, to, status }: FollowUpFilter, page: Page): Promise<Listed<FollowUpItem>> {
    const select = `f.planned_id as "plannedId", f.initiative_id as "initiativeId", d.title,
      json_build_object('from', lower(f.concerns), 'to', upper(f.concerns)) as period,
      to_char(f.due_on, 'YYYY-MM-DD') as "dueOn", ${STATUS} as status, f.follow_up_ids as "followUpIds"`;
    const sql = { select, from: FOLLOW_UPS, order: 'f.due_on, f.planned_id' };
    return this.listed(asOf, sql, [from, to, status], page);
  }

  private async listed<Item extends object>(
    asOf: Moment,
    sql: { readonly select: string; readonly from: string; readonly order: string },
    filter: readonly (string | undefined)[],
    { limit, offset }: Page,
  ): Promise<Listed<Item>> {
    const values = [knownAtParameter(asOf), asOf.validAt, ...filter.map((value) => value ?? null)];
    const counted = await this.database.query<{ total: number }>(`select count(*)::int as total ${sql.from}`, values);
    const { rows } = await this.database.query<Item>(
      `select ${sql.select} ${sql.from} order by ${sql.order} limit $6 offset $7`,
      [...values, limit, offset],
    );
    return { items: rows, total: counted.rows[0]!.total };
  }
}
