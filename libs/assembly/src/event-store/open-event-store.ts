import type { Database } from '@liggare/database';
import type { Configuration, Logger } from '@liggare/platform';
import { eventStoreDbLog } from './eventstoredb-log.js';
import type { OpenedLog } from './opened-log.js';
import { postgresLog } from './postgres-log.js';

/** What of the register's own database a log in PostgreSQL uses. */
export interface LogDatabase {
  readonly url: string;
  readonly database: Database;
}

/**
 * The log in the store that the configuration names. The database's schemas are up to date.
 * @param ownStreams prefixes of the register's streams: an EventStoreDB may hold others' beside them
 */
export function openEventStore(
  configuration: Configuration,
  { url, database }: LogDatabase,
  logger: Logger,
  ownStreams: readonly string[],
): OpenedLog {
  if (configuration.eventStore === 'postgres') return postgresLog(url, database);
  // A log that was copied, or written under a demo clock, is full of such times: no warning.
  return eventStoreDbLog(configuration.eventStoreDbUrl!, {
    ownStreams,
    onFinding: (finding) =>
      logger.debug({ ...finding, position: String(finding.position) }, 'the server’s time of an event is not ours'),
  });
}
