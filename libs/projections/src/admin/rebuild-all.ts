import { inTransaction, type Transaction } from '@liggare/database';
import { START, type EventStore, type Projection } from '@liggare/kernel';
import { UNRECORDED_LOG } from '../log/unrecorded-log.js';
import { prepareReadModels } from '../prepare-read-models.js';
import { ProjectionSet } from '../projection-set.js';
import { dropVersion, lockProjection, makeVersion } from '../versions/make-version.js';
import { loadVersions, type ProjectionVersion } from '../versions/projection-version.js';
import type { Order, ProjectionAdminOptions } from './projection-admin.js';
import { ProjectionJournal } from './projection-journal.js';
import { followRebuild } from './rebuild.js';

/** How far the rebuild of one of the read models is: a part of 1. */
export type RebuildAllProgress = (projection: string, part: number) => void;

/**
 * Builds every read model anew from the log in the store, each beside the copy readers see, and waits until readers
 * have them. Needs a worker on this log. Where read models are of another log, because it was moved, only those are
 * built: cut off, it goes on where it was.
 * @throws Refusal `not-switched-to`, `discarded`
 */
export async function rebuildAll(
  options: ProjectionAdminOptions,
  orderOf: () => Order,
  onProgress: RebuildAllProgress = () => undefined,
): Promise<readonly ProjectionVersion[]> {
  const { database, store, logId = UNRECORDED_LOG } = options;
  await prepareReadModels(database, options.projections, { logId });
  const projections = new ProjectionSet(options.projections);
  const active = (await loadVersions(database)).filter(({ state }) => state === 'active');
  const isOther = ({ projection, logId: log }: ProjectionVersion) => projections.current(projection) && log !== logId;
  const moved = active.filter(isOther).map(({ projection }) => projection);
  const made: ProjectionVersion[] = [];
  for (const name of moved.length > 0 ? moved : projections.names) {
    made.push(await inTransaction(database, (tx) => begin(tx, projections.current(name)!, orderOf(), store, logId)));
  }
  return Promise.all(
    made.map((copy) =>
      followRebuild(database, store, copy, ({ done, total }) => {
        onProgress(copy.projection, total === START ? 1 : Number(done) / Number(total));
      }),
    ),
  );
}

async function begin(
  tx: Transaction,
  projection: Projection<Transaction>,
  order: Order,
  store: EventStore,
  logId: string,
): Promise<ProjectionVersion> {
  const { name, version } = projection;
  await lockProjection(tx, name);
  const building = (await loadVersions(tx, name)).find(({ state }) => state === 'building');
  if (building?.logId === logId && building.version === version && building.switchWhenCaughtUp) return building;
  if (building) await dropVersion(tx, building);
  const made = await makeVersion(tx, projection, { state: 'building', switchWhenCaughtUp: true, logId });
  const data = { copy: made.schema, reason: order.reason };
  await new ProjectionJournal(store).record(name, { type: 'ProjectionRebuilt', data }, order.context);
  return made;
}
