import { EventStoreDb, openOrigin, readOrigin, type RecordedTimeFinding } from '@liggare/event-store-eventstoredb';
import type { OpenedLog } from './opened-log.js';
import { runsOf } from './runs-of-events.js';

/** @param onFinding hears of events whose time is doubtful */
export function eventStoreDbLog(url: string, onFinding?: (finding: RecordedTimeFinding) => void): OpenedLog {
  const store = EventStoreDb.connect(url, onFinding ? { onFinding } : {});
  return {
    kind: 'eventstoredb',
    store,
    readOrigin: () => readOrigin(store),
    openOrigin: (wanted) => openOrigin(store, wanted),
    // One append after the other: a server promises an order of the log only to those who wait for its answers.
    async writeCopied(after, events) {
      let last = after;
      for (const run of runsOf(events)) {
        const { stream, revision } = run[0]!;
        last = (await store.append(stream, run, revision === 0n ? 'no-stream' : revision - 1n)).position;
      }
      return last;
    },
    close: () => store.close(),
  };
}
