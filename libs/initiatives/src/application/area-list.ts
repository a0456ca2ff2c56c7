import type { Database } from '@liggare/database';
import { READ_DATABASE } from '@liggare/platform';
import { asKnown, knownAtParameter, type Listed, type Moment, type Page } from '@liggare/projections';
import { Inject, Injectable } from '@nestjs/common';

/** An area on a day. */
export interface AreaItem {
  readonly id: string;
  readonly name: string;
  readonly code?: string;
  /** In words; figures of two boundaries are not of the same surface (edge case 49). */
  readonly boundary?: string;
  readonly boundaryFrom?: string;
}

/** The areas that there are on a day, by name. */
@Injectable()
export class AreaList {
  constructor(@Inject(READ_DATABASE) private readonly database: Database) {}

  async list(asOf: Moment, { limit, offset }: Page): Promise<Listed<AreaItem>> {
    const { rows } = await this.database.query<{ item: AreaItem | null; total: string }>(
      `with found as (
         select n.area_id, n.name, n.code, b.boundary, lower(b.valid) as since from areas.area_name n
           left join areas.boundary b on b.area_id = n.area_id and ${asKnown('b')} and b.valid @> $2::date
          where ${asKnown('n')} and n.valid @> $2::date
       ), page as (select * from found order by name, area_id limit $3 offset $4)
       select c.total, json_strip_nulls(json_build_object('id', p.area_id, 'name', p.name, 'code', p.code,
           'boundary', p.boundary, 'boundaryFrom', p.since)) as item
         from (select count(*) as total from found) c left join page p on true order by p.name, p.area_id`,
      [knownAtParameter(asOf), asOf.validAt, limit, offset],
    );
    const items = rows.flatMap(({ item }) => (item && 'id' in item ? [item] : []));
    return { total: Number(rows[0]?.total ?? 0), items };
  }
}
