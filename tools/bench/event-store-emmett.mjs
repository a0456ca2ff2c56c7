import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { sampleEvent } from './event-store-sample.mjs';

/** Emmett's PostgreSQL event store as its documentation sets it up. */
export async function open(url) {
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  return {
    append(stream, n) {
      const { type, data, metadata } = sampleEvent(n);
      return store.appendToStream(stream, [{ type, data, metadata }]);
    },
    close: () => store.close(),
  };
}
