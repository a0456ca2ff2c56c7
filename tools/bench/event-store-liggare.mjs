import { connect, migrate } from '@liggare/database';
import { eventStoreMigrations, PostgresEventStore } from '@liggare/event-store-postgres';
import { sampleEvent } from './event-store-sample.mjs';

export async function open(url) {
  await migrate(url, [eventStoreMigrations]);
  const database = connect(url);
  const store = new PostgresEventStore(database, url);
  return {
    append: (stream, n) => store.append(stream, [sampleEvent(n)], 'any'),
    async appendMany(count, from) {
      const size = 20;
      const streams = Array.from({ length: Math.ceil(count / size) }, (_, i) =>
        store.append(
          `group-${from}-${i}`,
          Array.from({ length: Math.min(size, count - i * size) }, (_, n) => sampleEvent(n)),
          'any',
        ),
      );
      await Promise.all(streams);
    },
    async readAll(limit) {
      let count = 0;
      for await (const event of store.readAll({ limit })) if (event.data && event.metadata) count++;
      return count;
    },
    count: async () => Number(await store.head()),
    async close() {
      await store.close();
      await database.end();
    },
  };
}
