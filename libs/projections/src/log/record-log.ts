import type { Database } from '@liggare/database';
import type { LogIdentity } from '@liggare/kernel';
import { UNRECORDED_LOG } from './unrecorded-log.js';

/**
 * Makes a log known, so that read models can be built from it. Call it after the migrations, whenever a log is opened.
 * What was built before logs were kept was built from the only one there was, in PostgreSQL.
 */
export async function recordLog(database: Database, { id, store, name, clock }: LogIdentity): Promise<void> {
  await database.query(
    'insert into projections.log (id, store, name, clock) values ($1, $2, $3, $4) on conflict (id) do nothing',
    [id, store, name, clock],
  );
  if (store !== 'postgres') return;
  for (const table of ['projection_version', 'policy_checkpoint']) {
    await database.query(`update projections.${table} set log_id = $1 where log_id = $2`, [id, UNRECORDED_LOG]);
  }
}
