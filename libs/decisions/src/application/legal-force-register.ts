import type { Database } from '@liggare/database';
import type { CivilDate, Position } from '@liggare/kernel';
import { READ_DATABASE } from '@liggare/platform';
import { asKnown, knownAtParameter, type Listed, type Page } from '@liggare/projections';
import { Inject, Injectable } from '@nestjs/common';

export interface LegalForceFilter {
  /** Half-open. */
  readonly gainedFrom?: CivilDate;
  readonly gainedTo?: CivilDate;
  readonly underAppealOn?: CivilDate;
}

export interface LegalForceListItem {
  readonly decisionId: string;
  readonly point: number;
  readonly lastAppealDay?: CivilDate;
  readonly gainedOn?: CivilDate;
  readonly appealedFrom?: CivilDate;
  readonly appealedTo?: CivilDate;
  readonly annulledOn?: CivilDate;
}

/** Points by the days of their legal force, as known then. */
@Injectable()
export class LegalForceRegister {
  constructor(@Inject(READ_DATABASE) private readonly database: Database) {}

  async list(
    known: { readonly knownAt?: Position },
    filter: LegalForceFilter,
    page: Page,
  ): Promise<Listed<LegalForceListItem>> {
    const { rows } = await this.database.query<{ item: LegalForceListItem | null; total: string }>(
      `with found as (
         select p.* from legal_force.point p
         where ${asKnown('p')}
           and ($2::date is null or p.gained_on >= $2) and ($3::date is null or p.gained_on < $3)
           and ($4::date is null or (p.appealed_from <= $4 and (p.appealed_to is null or $4 < p.appealed_to)))
       )
       select c.total, l.item from (select count(*) as total from found) c left join (
         select f.gained_on, f.decision_id, f.point, json_strip_nulls(json_build_object(
             'decisionId', f.decision_id, 'point', f.point, 'lastAppealDay', f.last_appeal_day,
             'gainedOn', f.gained_on, 'appealedFrom', f.appealed_from, 'appealedTo', f.appealed_to,
             'annulledOn', f.annulled_on)) as item
         from found f order by f.gained_on nulls last, f.decision_id, f.point limit $5 offset $6
       ) l on true
       order by l.gained_on nulls last, l.decision_id, l.point`,
      [
        knownAtParameter(known),
        filter.gainedFrom ?? null,
        filter.gainedTo ?? null,
        filter.underAppealOn ?? null,
        page.limit,
        page.offset,
      ],
    );
    return { total: Number(rows[0]?.total ?? 0), items: rows.flatMap(({ item }) => (item ? [item] : [])) };
  }
}
