import { connect } from '@liggare/database';
import { systemClock } from '@liggare/kernel';
import { ProjectionWorker } from '../projection-worker.js';
import { TableEventStore } from './table-event-store.js';
import { words } from './words-projection.js';

/** A process that a test starts and kills: `node words-worker.js <url>`. Small batches, so that it dies in the middle. */
const url = process.argv[2]!;
const database = connect(url);
ProjectionWorker.start({
  store: new TableEventStore(database),
  database,
  url,
  projections: [words(), words({ name: 'capitals', spell: (letter) => letter.toUpperCase() })],
  clock: systemClock,
  batchSize: 7,
  pollMs: 50,
  election: { retryMs: 25 },
  log: (_level, message) => process.stdout.write(`${message}\n`),
});
