import { inTransaction, type Database } from '@liggare/database';
import { subjectOfKey } from '../sealing/key-id.js';
import { lockSubject } from '../sealing/subject-keys.js';
import type { ErasedKey } from './erased-keys.js';

/**
 * Destroys keys that were destroyed before and are there again: the database was restored from an older backup.
 * @returns how many there were
 */
export async function eraseAgain(database: Database, erased: readonly ErasedKey[]): Promise<number> {
  if (erased.length === 0) return 0;
  const { rows } = await database.query<{ kid: string }>(
    'select kid from keys.subject_key where kid = any($1) and wrapped is not null',
    [erased.map(({ keyId }) => keyId)],
  );
  for (const subject of new Set(rows.map(({ kid }) => subjectOfKey(kid)))) {
    const kids = rows.map(({ kid }) => kid).filter((kid) => subjectOfKey(kid) === subject);
    await inTransaction(database, async (tx) => {
      await lockSubject(tx, subject);
      await tx.query(
        `insert into keys.erasure_fence (subject, erased_through, fingerprints)
         select subject, max(generation), array_agg(key_commitment order by generation)
         from keys.subject_key where kid = any($1) group by 1
         on conflict (subject) do update
           set erased_through = greatest(keys.erasure_fence.erased_through, excluded.erased_through)`,
        [kids],
      );
      await tx.query(`update keys.subject_key set state = 'erased', wrapped = null where kid = any($1)`, [kids]);
    });
  }
  return rows.length;
}
