import type { Database } from '@liggare/database';
import { READ_DATABASE } from '@liggare/platform';
import { asKnown, knownAtParameter, type Listed, type Moment, type Page } from '@liggare/projections';
import { Inject, Injectable } from '@nestjs/common';

export interface InitiativeFilter {
  readonly status?: string;
  /** A body that is responsible on the day, as lead or not. */
  readonly bodyGroupId?: string;
  /** Exactly this area's code or name. */
  readonly area?: string;
  /** Text in the title of the day, whatever the case. */
  readonly q?: string;
}

/** One initiative as it was on the day. */
export interface InitiativeItem {
  readonly id: string;
  readonly title: string;
  readonly problem: string | null;
  readonly kinds: readonly string[];
  readonly level: string;
  /** Null: not yet on the agenda that day. */
  readonly status: string | null;
  readonly statusSince: string | null;
  readonly areas: readonly string[];
  readonly responsible: readonly {
    responsibilityId: string;
    groupId: string | null;
    name: string | null;
    role: string;
  }[];
  readonly successors: readonly { id: string; kind: string; on: string }[];
  readonly predecessors: readonly { id: string; kind: string; on: string }[];
}

const onDay = (alias: string) => `${asKnown(alias)} and ${alias}.valid @> $2::date`;

const FROM = `from initiatives.initiative i
  join initiatives.description_period d on d.initiative_id = i.initiative_id and ${onDay('d')}
  left join initiatives.status_period s on s.initiative_id = i.initiative_id and ${onDay('s')}
  where ${asKnown('i')}
    and ($3::text is null or s.status = $3)
    and ($4::uuid is null or exists (select from initiatives.responsibility r
      where r.initiative_id = i.initiative_id and r.group_id = $4 and ${onDay('r')}))
    and ($5::text is null or exists (select from initiatives.area_period a
      where a.initiative_id = i.initiative_id and a.area = $5 and ${onDay('a')}))
    and ($6::text is null or position(lower($6) in lower(d.title)) > 0)`;

const AREAS = `(select coalesce(json_agg(a.area order by a.area), '[]') from initiatives.area_period a
  where a.initiative_id = i.initiative_id and ${onDay('a')})`;

const RESPONSIBLE = `(select coalesce(json_agg(json_build_object('responsibilityId', r.responsibility_id,
    'groupId', r.group_id, 'name', r.name, 'role', r.role) order by r.role desc, r.responsibility_id), '[]')
  from initiatives.responsibility r where r.initiative_id = i.initiative_id and ${onDay('r')})`;

/** The other ends of successions that had come by the day. */
const lineage = (mine: string, other: string) => `(
  select coalesce(json_agg(json_build_object('id', c.${other}, 'kind', c.kind, 'on', c.on_day)
    order by c.on_day, c.succession_id), '[]')
  from initiatives.succession c where c.${mine} = i.initiative_id and c.on_day <= $2::date and ${asKnown('c')})`;

/** The list of initiatives on a day, from the read model. */
@Injectable()
export class InitiativeList {
  constructor(@Inject(READ_DATABASE) private readonly database: Database) {}

  /** By title. */
  async list(
    asOf: Moment,
    { status, bodyGroupId, area, q }: InitiativeFilter,
    { limit, offset }: Page,
  ): Promise<Listed<InitiativeItem>> {
    const filter = [status, bodyGroupId, area, q].map((value) => value ?? null);
    const values = [knownAtParameter(asOf), asOf.validAt, ...filter];
    const counted = await this.database.query<{ total: number }>(`select count(*)::int as total ${FROM}`, values);
    const { rows } = await this.database.query<InitiativeItem>(
      `select i.initiative_id as id, d.title, d.problem, d.kinds, d.level, s.status, s.since as "statusSince",
         ${AREAS} as areas, ${RESPONSIBLE} as responsible,
         ${lineage('initiative_id', 'successor_id')} as successors,
         ${lineage('successor_id', 'initiative_id')} as predecessors
       ${FROM} order by d.title, i.initiative_id limit $7 offset $8`,
      [...values, limit, offset],
    );
    return { items: rows, total: counted.rows[0]!.total };
  }
}
