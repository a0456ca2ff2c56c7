/** One contender of the bench `eventstoredb` doing one thing: prints one line of JSON. */
import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { EventStoreDb } from '@liggare/event-store-eventstoredb';
import { sampleEvent } from './event-store-sample.mjs';

const WARM_UP_MS = 500;
const MEASURED_MS = 1_500;
/** Events in one stream: about what a group or a decision gathers in its life. */
const STREAM_LENGTH = 20;

const { by, task, url, writers } = JSON.parse(process.argv[2]);
const contender = { adapter, client }[by]();
const perSecond = await { append, read }[task]();
console.log(JSON.stringify({ perSecond }));
await contender.close();
process.exit();

/** Writers that each wait for their append before they make the next one, and know where their stream is. */
async function append() {
  let done = 0;
  const measuredFrom = performance.now() + WARM_UP_MS;
  const until = measuredFrom + MEASURED_MS;
  const write = async () => {
    for (let stream = randomUUID(), n = 0; ; n++) {
      const before = performance.now();
      if (before > until) return;
      if (n % STREAM_LENGTH === 0) stream = randomUUID();
      await contender.append(`bench-${stream}`, n, n % STREAM_LENGTH);
      if (before >= measuredFrom) done++;
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  return done / (MEASURED_MS / 1_000);
}

async function read() {
  const start = performance.now();
  const count = await contender.readAll();
  return count / ((performance.now() - start) / 1_000);
}

function adapter() {
  const store = EventStoreDb.connect(url);
  return {
    append: (stream, n, place) => store.append(stream, [sampleEvent(n)], place === 0 ? 'no-stream' : BigInt(place - 1)),
    async readAll() {
      let count = 0;
      for await (const event of store.readAll()) if (event.data && event.metadata) count++;
      return count;
    },
    close: () => store.close(),
  };
}

function client() {
  const direct = EventStoreDBClient.connectionString(url);
  return {
    append(stream, n, place) {
      const { eventId: id, type, data, metadata } = sampleEvent(n);
      const expectedRevision = place === 0 ? NO_STREAM : BigInt(place - 1);
      return direct.appendToStream(stream, jsonEvent({ id, type, data, metadata }), { expectedRevision });
    },
    async readAll() {
      let count = 0;
      for await (const { event } of direct.readAll()) if (event?.data && event.metadata) count++;
      return count;
    },
    close: () => direct.dispose(),
  };
}
