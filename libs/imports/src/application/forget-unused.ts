import type { Transaction } from '@liggare/database';
import type { Instant } from '@liggare/kernel';

/** Files that nobody had recorded within 30 days are taken away; handed in again, they are read anew. */
export async function forgetUnused(tx: Transaction, now: Instant): Promise<void> {
  await tx.query(
    `with unused as (
       update imports.import i set staged = false
       where staged and task is null and handed_in_at < $1::timestamptz - interval '30 days'
         and not exists (select from imports.line l where l.import_id = i.import_id and done)
       returning import_id),
     people as (delete from imports.person where import_id in (select import_id from unused))
     delete from imports.line where import_id in (select import_id from unused)`,
    [now],
  );
}
