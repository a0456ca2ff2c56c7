import { InvalidConfiguration, type Configuration } from '@liggare/platform';
import { openDatabase } from '../open-database.js';
import { eventStoreDbLog } from './eventstoredb-log.js';
import type { OpenedLog } from './opened-log.js';
import { openPostgresLog } from './postgres-log.js';

/**
 * The log at a place that somebody names.
 * @param place `postgres` or `eventstoredb`, as configured; or an address, `postgresql://…` or `esdb://…`
 * @throws RangeError it is none of these; InvalidConfiguration `eventstoredb` is not configured
 */
export async function openLogAt(place: string, configuration: Configuration): Promise<OpenedLog> {
  if (/^postgres(ql)?:\/\//.test(place)) return openPostgresLog(place);
  if (/^esdb(\+discover)?:\/\//.test(place)) return eventStoreDbLog(place);
  if (place === 'postgres') return openOwnPostgresLog(configuration);
  if (place !== 'eventstoredb')
    throw new RangeError('a log is at postgres, eventstoredb, postgresql://… or esdb://…, nowhere else');
  const url = configuration.eventStoreDbUrl;
  if (url === undefined) throw new InvalidConfiguration(['EVENTSTOREDB_URL must be set']);
  return eventStoreDbLog(url);
}

async function openOwnPostgresLog(configuration: Configuration): Promise<OpenedLog> {
  const { url, embedded } = await openDatabase(configuration);
  const log = await openPostgresLog(url);
  return {
    ...log,
    async close() {
      await log.close();
      // A server that was found running is somebody else's to stop.
      if (embedded?.startedHere) await embedded.stop();
    },
  };
}
