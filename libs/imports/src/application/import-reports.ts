import type { Database } from '@liggare/database';
import { READ_DATABASE } from '@liggare/platform';
import type { Listed, Page } from '@liggare/projections';
import { Inject, Injectable } from '@nestjs/common';
import type { Remark } from '../tables/rules.js';

/** One row of the file: what it would record, or recorded, and what is to be said of it. */
export interface RowReport {
  readonly row: number;
  /** Types of commands, in order, e.g. `RegisterPerson`, `AppointMember`. */
  readonly records: readonly string[];
  readonly remarks: readonly Omit<Remark, 'row'>[];
}

export interface ImportItem {
  readonly id: string;
  readonly content: string;
  readonly sha256: string;
  readonly handedInAt: string;
}

/** What there is to read about imports beside their own state. */
@Injectable()
export class ImportReports {
  constructor(@Inject(READ_DATABASE) private readonly database: Database) {}

  /** Latest first. */
  async imports({ limit, offset }: Page): Promise<Listed<ImportItem>> {
    const { rows } = await this.database.query<ImportItem & Record<string, unknown>>(
      `select import_id as id, content, sha256,
         to_char(handed_in_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "handedInAt"
       from imports.import where staged order by handed_in_at desc, import_id limit $1 offset $2`,
      [limit, offset],
    );
    const { rows: all } = await this.database.query<{ total: number }>(
      'select count(*)::int as total from imports.import where staged',
    );
    return { items: rows, total: all[0]!.total };
  }

  /** In the order of the file. @param severity only rows with such a remark */
  async rows(importId: string, severity: string | undefined, { limit, offset }: Page): Promise<Listed<RowReport>> {
    const rows = `select row from imports.line where import_id = $1 and $2::text is null
      union select row from imports.remark where import_id = $1 and ($2::text is null or severity = $2)`;
    const { rows: items } = await this.database.query<RowReport & Record<string, unknown>>(
      `select r.row,
         coalesce((select json_agg(l.command->>'type' order by l.part) from imports.line l
           where l.import_id = $1 and l.row = r.row), '[]') as records,
         coalesce((select json_agg(json_strip_nulls(json_build_object('severity', m.severity, 'cell', m.cell,
             'column', m."column", 'rule', m.rule, 'message', m.message)) order by m.of_trial, m.n)
           from imports.remark m where m.import_id = $1 and m.row = r.row), '[]') as remarks
       from (${rows} order by row limit $3 offset $4) r order by r.row`,
      [importId, severity ?? null, limit, offset],
    );
    const { rows: all } = await this.database.query<{ total: number }>(
      `select count(*)::int as total from (${rows}) r`,
      [importId, severity ?? null],
    );
    return { items, total: all[0]!.total };
  }
}
