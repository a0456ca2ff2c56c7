import { describeEventStore } from '@liggare/event-store-contract';
import { ProtocolServer } from '@liggare/event-store-contract/protocol-server';
import { EventStoreDb } from './event-store-db.js';

describeEventStore('in EventStoreDB (protocol server)', async () => {
  const server = await ProtocolServer.start({ maxAppendSize: 16 * 1024 * 1024 });
  const stores: EventStoreDb[] = [];
  const open = () => {
    const store = EventStoreDb.connect(server.connectionString, { probeMs: 50 });
    stores.push(store);
    return store;
  };
  return {
    store: open(),
    reopen: () => Promise.resolve(open()),
    blindTo: ['ids-in-other-streams', 'twins-in-other-processes'],
    close: async () => {
      await Promise.all(stores.map((store) => store.close()));
      await server.stop();
    },
  };
});
