import { randomUUID } from 'node:crypto';
import { describeEventStore, sampleEvents } from '@liggare/event-store-contract';
import { ProtocolServer } from '@liggare/event-store-contract/protocol-server';
import { EventStoreDb } from './event-store-db.js';
import { PrefixedStore } from './testing/prefixed-store.js';

/**
 * The contract on a server that cannot be emptied and that others use: every test has streams of its own.
 * `npm run test:eventstoredb` runs it against the server in `EVENTSTOREDB_URL`, which must allow appends of 6 MiB
 * (`EVENTSTORE_MAX_APPEND_SIZE`) and the user to read `$all`. Without one it runs against the protocol server only.
 */
function describePart(name: string, connected: () => Promise<{ url: string; end: () => Promise<void> }>): void {
  describeEventStore(name, async () => {
    const { url, end } = await connected();
    const prefix = `liggare-test-${randomUUID()}-`;
    const stores: EventStoreDb[] = [];
    const open = () => {
      const store = EventStoreDb.connect(url, { ownStreams: [prefix], probeMs: 100 });
      stores.push(store);
      return new PrefixedStore(store, prefix);
    };
    return {
      store: open(),
      reopen: () => Promise.resolve(open()),
      blindTo: ['ids-in-other-streams', 'twins-in-other-processes'],
      close: async () => {
        await Promise.all(stores.map((store) => store.close()));
        await end();
      },
    };
  });
}

const real = process.env['EVENTSTOREDB_URL'];
if (real) {
  describePart('in a real EventStoreDB', () => Promise.resolve({ url: real, end: () => Promise.resolve() }));
} else {
  describePart('in an EventStoreDB with others’ events (protocol server)', async () => {
    const server = await ProtocolServer.start({ maxAppendSize: 16 * 1024 * 1024 });
    const others = EventStoreDb.connect(server.connectionString);
    for (const stream of ['liggare-test-other-1', 'a-1', 'zebra-1'])
      await others.append(stream, sampleEvents(20), 'any');
    const noise = setInterval(() => void others.append(`a-${randomUUID()}`, sampleEvents(3), 'any'), 50);
    const end = async () => {
      clearInterval(noise);
      await others.close();
      await server.stop();
    };
    return { url: server.connectionString, end };
  });
}
