import type { Database, Transaction } from '@liggare/database';
import type { Projection } from '@liggare/kernel';
import { UNRECORDED_LOG } from './log/unrecorded-log.js';
import { ProjectionSet } from './projection-set.js';
import { silent, type RuntimeLog } from './runtime-log.js';
import { prepareProjections } from './versions/make-version.js';

/**
 * Makes sure that the stable views of all projections exist (empty at first), so that readers may start before any
 * worker has led. Call it after the migrations. Safe from many processes at once.
 */
export async function prepareReadModels(
  database: Database,
  projections: readonly Projection<Transaction>[],
  options: { readonly switchWhenCaughtUp?: boolean; readonly log?: RuntimeLog; readonly logId?: string } = {},
): Promise<void> {
  const { switchWhenCaughtUp = true, log = silent, logId = UNRECORDED_LOG } = options;
  await prepareProjections(database, new ProjectionSet(projections), { switchWhenCaughtUp, log, logId });
}
