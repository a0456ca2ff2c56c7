import type { Queryable } from '@liggare/database';
import type { Clock } from '@liggare/kernel';

export interface LogOrigin {
  /** Host name and path, e.g. `log.huddinge.se/liggare`. */
  readonly name: string;
  readonly clock: Clock['kind'];
}

/** The log is another than the program was told to write to. */
export class OtherOrigin extends Error {
  constructor(
    readonly found: LogOrigin,
    readonly wanted: LogOrigin,
  ) {
    super(
      found.clock === wanted.clock
        ? `this log is ${found.name}, not ${wanted.name}: a log keeps its name`
        : `this log was begun under a ${found.clock} clock and cannot be written under a ${wanted.clock} clock`,
    );
    this.name = 'OtherOrigin';
  }
}

/** Gives a new log its origin, or checks that an old one is what the program takes it for. @throws OtherOrigin */
export async function openOrigin(database: Queryable, wanted: LogOrigin): Promise<LogOrigin> {
  await database.query('insert into event_store.origin (name, clock) values ($1, $2) on conflict (single) do nothing', [
    wanted.name,
    wanted.clock,
  ]);
  const found = await readOrigin(database);
  if (!found || found.name !== wanted.name || found.clock !== wanted.clock)
    throw new OtherOrigin(found ?? wanted, wanted);
  return found;
}

/** The log's origin; undefined before anybody has opened it for writing. */
export async function readOrigin(database: Queryable): Promise<LogOrigin | undefined> {
  const { rows } = await database.query<{ name: string; clock: Clock['kind'] }>(
    'select name, clock from event_store.origin',
  );
  return rows[0];
}
