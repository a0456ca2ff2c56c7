import type { Database } from '@liggare/database';
import { READ_DATABASE } from '@liggare/platform';
import type { Listed, Page } from '@liggare/projections';
import { Inject, Injectable } from '@nestjs/common';
import type { ErasureStatus } from '../domain/erasure.js';

export interface ErasureRow {
  readonly id: string;
  readonly subjectId: string;
  readonly ground: string;
  readonly status: ErasureStatus;
}

/** All erasures, the latest request first. */
@Injectable()
export class ErasureList {
  constructor(@Inject(READ_DATABASE) private readonly database: Database) {}

  async list({ limit, offset }: Page): Promise<Listed<ErasureRow>> {
    const counted = await this.database.query<{ total: number }>(
      'select count(*)::int as total from erasures.erasure where recorded_to is null',
    );
    const { rows } = await this.database.query<ErasureRow>(
      `select e.erasure_id as id, e.subject_id as "subjectId", e.ground, e.status from erasures.erasure e
       where e.recorded_to is null
       order by (select min(f.recorded_from) from erasures.erasure f where f.erasure_id = e.erasure_id) desc
       limit $1 offset $2`,
      [limit, offset],
    );
    return { items: rows, total: counted.rows[0]!.total };
  }
}
