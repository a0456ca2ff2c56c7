import { setTimeout as sleep } from 'node:timers/promises';
import { collected, sampleEvents } from '@liggare/event-store-contract';
import { ProtocolServer } from '@liggare/event-store-contract/protocol-server';
import { OpenStores } from './testing/open-stores.js';

describe('appending what another process has appended', () => {
  it('is recognised also by who last looked at the stream long before', async () => {
    await using stores = new OpenStores(await ProtocolServer.start());
    const [store, other] = [stores.open(), stores.open()];
    await store.append('a-1', sampleEvents(2), 'no-stream');
    expect(await collected(other.readStream('a-1'))).toHaveLength(2);
    expect(await collected(other.readStream('b-1'))).toEqual([]);
    const [appended, begun] = [sampleEvents(3), sampleEvents(1)];
    const results = [await store.append('a-1', appended, 1n), await store.append('b-1', begun, 'no-stream')];
    await store.append('c-1', sampleEvents(1), 'any');
    // More than the tenth of a second for which `other` takes what it has seen for the present.
    await sleep(150);
    expect([await other.append('a-1', appended, 1n), await other.append('b-1', begun, 'no-stream')]).toEqual(
      results.map((result) => ({ ...result, repeated: true })),
    );
  });

  it('is not written again where the server itself would do it: under a newer revision that is correct', async () => {
    await using stores = new OpenStores(await ProtocolServer.start());
    const store = stores.open();
    const events = sampleEvents(2);
    const first = await store.append('a-1', events, 'no-stream');
    await store.append('a-1', sampleEvents(1), 1n);
    expect(await stores.open().append('a-1', events, 2n)).toEqual({ ...first, repeated: true });
    expect(await collected(store.readStream('a-1'))).toHaveLength(3);
  });

  it('is recognised when the server has forgotten the ids', async () => {
    await using stores = new OpenStores(await ProtocolServer.start());
    const events = sampleEvents(2);
    const first = await stores.open().append('a-1', events, 'any');
    await stores.server.restart({ kill: true });
    expect(await stores.open().append('a-1', events, 'any')).toEqual({ ...first, repeated: true });
    expect(await collected(stores.open().readStream('a-1'))).toHaveLength(2);
  });
});

describe('appending', () => {
  it('reads nothing while it goes on, be the streams new or old', async () => {
    await using stores = new OpenStores(await ProtocolServer.start());
    const store = stores.open();
    const { traffic } = stores.server;
    await store.append('warm-1', sampleEvents(1), 'any');
    const before = traffic.requests('read');
    for (let n = 0; n < 300; n++) await store.append(`s-${n % 100}`, sampleEvents(1), n < 100 ? 'no-stream' : 'any');
    // But for a pause longer than a tenth of a second, if the machine makes one.
    expect(traffic.requests('read') - before).toBeLessThan(10);
  });

  it('to a stream that was just read needs no second look at it', async () => {
    await using stores = new OpenStores(await ProtocolServer.start());
    await stores.open().append('a-1', sampleEvents(500), 'any');
    const store = stores.open();
    expect(await collected(store.readStream('a-1'))).toHaveLength(500);
    const before = stores.server.traffic.answers('read');
    await store.append('a-1', sampleEvents(1), 499n);
    expect(stores.server.traffic.answers('read') - before).toBeLessThan(10);
  });
});
