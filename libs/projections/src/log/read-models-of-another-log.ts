import type { Queryable } from '@liggare/database';
import type { LogIdentity } from '@liggare/kernel';

/** What readers see was built from another log than the one that was opened: its positions mean nothing here. */
export class ReadModelsOfAnotherLog extends Error {
  constructor(
    readonly projections: readonly string[],
    readonly log: LogIdentity,
    readonly store: string,
  ) {
    super(
      `the read models (${projections.join(', ')}) were built from a log in ${store} that is not this one in ` +
        `${log.store}, and their positions mean nothing here. If the log was moved ("liggare store copy"), stop every ` +
        'process and run "liggare projections rebuild --all --by <id> --reason <text>" with this event store; ' +
        'if not, the event store is configured wrongly',
    );
    this.name = 'ReadModelsOfAnotherLog';
  }
}

/** @throws ReadModelsOfAnotherLog there is a copy that readers see of one of the projections and it is of another log */
export async function refuseOtherLog(db: Queryable, names: readonly string[], log: LogIdentity): Promise<void> {
  const { rows } = await db.query<{ projection: string; store: string }>(
    `select v.projection, l.store from projections.projection_version v join projections.log l on l.id = v.log_id
      where v.state = 'active' and v.projection = any($1) and v.log_id <> $2 order by 1`,
    [names, log.id],
  );
  if (rows.length === 0) return;
  throw new ReadModelsOfAnotherLog(
    rows.map(({ projection }) => projection),
    log,
    rows[0]!.store,
  );
}
