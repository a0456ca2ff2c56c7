import { EventStoreDb, openOrigin, readOrigin, type EventStoreDbOptions } from '@liggare/event-store-eventstoredb';
import type { OpenedLog } from './opened-log.js';
import { runsOf } from './runs-of-events.js';

/** @param options which streams are ours, and who hears of events whose time is doubtful */
export function eventStoreDbLog(
  url: string,
  options: Pick<EventStoreDbOptions, 'ownStreams' | 'onFinding'> = {},
): OpenedLog {
  const store = EventStoreDb.connect(url, options);
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
