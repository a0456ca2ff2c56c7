import type { Queryable } from '@liggare/database';
import type { LogIdentity, Position } from '@liggare/kernel';

/** What readers see knows events that the log does not have: the log was restored from a backup older than they are. */
export class LogBehindReadModels extends Error {
  constructor(
    readonly projections: readonly string[],
    readonly head: Position,
  ) {
    super(
      `the log ends at ${head}, but read models (${projections.join(', ')}) were built from events after that. If the ` +
        'log was restored from a backup, stop every process and run "liggare projections rebuild --all --force --by <id> ' +
        '--reason <text>": what was recorded after the backup must be recorded again',
    );
    this.name = 'LogBehindReadModels';
  }
}

/**
 * Events that are recorded from now on would take positions that read models believe to have seen, and be passed over.
 * @throws LogBehindReadModels a copy that readers see of one of the projections is of this log and further than its end
 */
export async function refuseShorterLog(
  db: Queryable,
  names: readonly string[],
  log: LogIdentity,
  head: Position,
): Promise<void> {
  const { rows } = await db.query<{ projection: string }>(
    `select projection from projections.projection_version
      where state = 'active' and projection = any($1) and log_id = $2 and checkpoint > $3::numeric order by 1`,
    [names, log.id, head.toString()],
  );
  if (rows.length > 0)
    throw new LogBehindReadModels(
      rows.map(({ projection }) => projection),
      head,
    );
}
