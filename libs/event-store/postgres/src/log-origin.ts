import type { Queryable } from '@liggare/database';
import { OtherOrigin, type Clock, type LogIdentity, type LogOrigin } from '@liggare/kernel';

/** Gives a new log its origin, or checks that an old one is what the program takes it for. @throws OtherOrigin */
export async function openOrigin(database: Queryable, wanted: LogOrigin): Promise<LogIdentity> {
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
export async function readOrigin(database: Queryable): Promise<LogIdentity | undefined> {
  const { rows } = await database.query<{ id: string; name: string; clock: Clock['kind'] }>(
    'select id, name, clock from event_store.origin',
  );
  return rows[0] && { store: 'postgres', ...rows[0] };
}
