import type { Database } from '@liggare/database';
import { READ_DATABASE } from '@liggare/platform';
import { asKnown, knownAtParameter, type Moment } from '@liggare/projections';
import { Inject, Injectable } from '@nestjs/common';
import { INDICATOR_FIGURES, type IndicatorItem } from './chain-lists.js';

export interface ChainProblem {
  readonly id: string;
  readonly title: string;
  readonly publicSummary: string | null;
  readonly status: string | null;
}

export interface ChainCause {
  readonly id: string;
  readonly problemId: string;
  readonly text: string;
  readonly factor: string;
}

export interface ChainInitiative {
  readonly id: string;
  readonly title: string;
  readonly status: string | null;
  /** What it meets that day; a problem without a cause is met as a whole. */
  readonly addresses: readonly { readonly problemId: string; readonly causeId: string | null }[];
  readonly successors: readonly { readonly id: string; readonly kind: string; readonly on: string }[];
}

export interface ChainIndicator extends IndicatorItem {
  /** What it follows that day: each indicator is here once, whatever number of things it follows. */
  readonly follows: readonly { readonly initiativeId: string | null; readonly problemId: string | null }[];
}

export interface ChainFollowUp {
  readonly id: string;
  readonly initiativeId: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly madeOn: string;
  readonly assessment: string;
  readonly continuation: string | null;
  readonly summary: string | null;
}

/** Problem, cause, initiative, indicator, follow-up as they hung together on a day; links by id. */
export interface Chain {
  readonly problems: readonly ChainProblem[];
  readonly causes: readonly ChainCause[];
  readonly initiatives: readonly ChainInitiative[];
  readonly indicators: readonly ChainIndicator[];
  readonly followUps: readonly ChainFollowUp[];
}

const onDay = (alias: string) => `${asKnown(alias)} and ${alias}.valid @> $2::date`;

const PROBLEMS = `select p.problem_id as id, p.title, p.public_summary as "publicSummary", s.status
  from preventive_chain.problem_period p
  left join preventive_chain.problem_status s on s.problem_id = p.problem_id and ${onDay('s')}
  where p.problem_id = any($3::uuid[]) and ${onDay('p')} order by p.title, p.problem_id`;

const CAUSES = `select c.cause_id as id, c.problem_id as "problemId", c.text, c.factor from preventive_chain.cause c
  where c.problem_id = any($3::uuid[]) and ${onDay('c')} order by c.problem_id, c.text, c.cause_id`;

const INITIATIVES = `select d.initiative_id as id, d.title, s.status,
    (select coalesce(json_agg(json_build_object('problemId', a.problem_id, 'causeId', a.cause_id)
        order by a.problem_id, a.cause_id, a.address_id), '[]')
      from preventive_chain.address a where a.initiative_id = d.initiative_id and ${onDay('a')}) as addresses,
    (select coalesce(json_agg(json_build_object('id', c.successor_id, 'kind', c.kind, 'on', c.on_day)
        order by c.on_day, c.succession_id), '[]')
      from preventive_chain.succession c
      where c.initiative_id = d.initiative_id and c.on_day <= $2::date and ${asKnown('c')}) as successors
  from preventive_chain.initiative_period d
  left join preventive_chain.initiative_status s on s.initiative_id = d.initiative_id and ${onDay('s')}
  where d.initiative_id = any($3::uuid[]) and ${onDay('d')} order by d.title, d.initiative_id`;

const INDICATORS = `select i.indicator_id as id, i.name, i.direction, i.frequency, ${INDICATOR_FIGURES},
    (select json_agg(json_build_object('initiativeId', l.initiative_id, 'problemId', l.problem_id)
        order by l.initiative_id, l.problem_id, l.link_id)
      from preventive_chain.indicator_link l where l.indicator_id = i.indicator_id and ${onDay('l')}) as follows
  from preventive_chain.indicator i
  left join preventive_chain.indicator_version v on v.indicator_id = i.indicator_id and ${onDay('v')}
  where ${asKnown('i')} and exists (select from preventive_chain.indicator_link l
    where l.indicator_id = i.indicator_id and ${onDay('l')}
      and (l.initiative_id = any($3::uuid[]) or l.problem_id = any($4::uuid[])))
  order by i.name, i.indicator_id`;

const FOLLOW_UPS = `select f.follow_up_id as id, f.initiative_id as "initiativeId",
    json_build_object('from', lower(f.concerns), 'to', upper(f.concerns)) as period,
    f.made_on as "madeOn", f.assessment, f.continuation, f.summary
  from preventive_chain.follow_up f
  where f.initiative_id = any($3::uuid[]) and ${asKnown('f')} and f.first_made <= $2::date
  order by lower(f.concerns), upper(f.concerns), f.recorded_from, f.follow_up_id`;

const ADDRESSES = (mine: string, other: string) => `select distinct a.${other} as id from preventive_chain.address a
  where a.${mine} = $3::uuid and ${onDay('a')}`;

/** The chain from either end, from the read model. */
@Injectable()
export class PreventiveChain {
  constructor(@Inject(READ_DATABASE) private readonly database: Database) {}

  /** Downwards: the initiatives that meet the problem or a cause of it, and what follows them. */
  async ofProblem(asOf: Moment, problemId: string): Promise<Chain> {
    const initiatives = await this.ids(asOf, ADDRESSES('problem_id', 'initiative_id'), problemId);
    return this.chain(asOf, [problemId], initiatives);
  }

  /** Upwards to the problems and causes it meets, downwards to what follows it. */
  async ofInitiative(asOf: Moment, initiativeId: string): Promise<Chain> {
    const problems = await this.ids(asOf, ADDRESSES('initiative_id', 'problem_id'), initiativeId);
    return this.chain(asOf, problems, [initiativeId]);
  }

  private async chain(asOf: Moment, problems: readonly string[], initiatives: readonly string[]): Promise<Chain> {
    return {
      problems: await this.rows<ChainProblem>(asOf, PROBLEMS, problems),
      causes: await this.rows<ChainCause>(asOf, CAUSES, problems),
      initiatives: await this.rows<ChainInitiative>(asOf, INITIATIVES, initiatives),
      indicators: await this.rows<ChainIndicator>(asOf, INDICATORS, initiatives, problems),
      followUps: await this.rows<ChainFollowUp>(asOf, FOLLOW_UPS, initiatives),
    };
  }

  private async ids(asOf: Moment, sql: string, id: string): Promise<string[]> {
    const { rows } = await this.database.query<{ id: string }>(sql, [knownAtParameter(asOf), asOf.validAt, id]);
    return rows.map((row) => row.id);
  }

  private async rows<Row extends object>(
    asOf: Moment,
    sql: string,
    ...ids: readonly (readonly string[])[]
  ): Promise<readonly Row[]> {
    const { rows } = await this.database.query<Row>(sql, [knownAtParameter(asOf), asOf.validAt, ...ids]);
    return rows;
  }
}
