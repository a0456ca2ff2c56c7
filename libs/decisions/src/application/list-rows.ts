import type { Database } from '@liggare/database';
import type { Listed, Page } from '@liggare/projections';

/** SQL in parts: the parameters of `from` come first, those of the page last. */
export interface ListSql {
  readonly select: string;
  readonly from: string;
  readonly order: string;
}

/** One page of a list, and how long the list is. */
export async function listRows<Row extends object>(
  database: Database,
  { select, from, order }: ListSql,
  values: readonly unknown[],
  { limit, offset }: Page,
): Promise<Listed<Row>> {
  const counted = await database.query<{ total: number }>(`select count(*)::int as total ${from}`, [...values]);
  const paging = `order by ${order} limit $${values.length + 1} offset $${values.length + 2}`;
  const { rows } = await database.query<Row>(`${select} ${from} ${paging}`, [...values, limit, offset]);
  return { items: rows, total: counted.rows[0]!.total };
}
