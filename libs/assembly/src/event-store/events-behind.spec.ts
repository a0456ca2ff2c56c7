import { sampleEvents } from '@liggare/event-store-contract';
import { ProtocolServer } from '@liggare/event-store-contract/protocol-server';
import { START } from '@liggare/kernel';
import { eventStoreDbLog } from './eventstoredb-log.js';
import { eventsBehind, MOST_BEHIND } from './events-behind.js';

describe('how far behind a read model is', () => {
  it('is counted in events where positions are something else, up to a number', async () => {
    const server = await ProtocolServer.start();
    const { store, openOrigin, close } = eventStoreDbLog(server.connectionString);
    const log = await openOrigin({ name: 'log.example/behind', clock: 'system' });
    const { position: checkpoint } = await store.append('a-1', sampleEvents(3), 'any');
    await store.append('b-1', sampleEvents(7), 'any');
    const behind = async (after = checkpoint) =>
      eventsBehind({ log, store }, { checkpoint: after, positions: (await store.head()) - after });
    expect(await behind()).toBe(7);
    expect(await behind(await store.head())).toBe(0);
    await store.append('c-1', sampleEvents(2 * MOST_BEHIND), 'any');
    expect(await behind(START)).toBe(MOST_BEHIND);
    await close();
    await server.stop();
  });
});
