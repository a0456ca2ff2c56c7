import { collected, delivered, places, sampleEvents } from '@liggare/event-store-contract';
import { ProtocolServer } from '@liggare/event-store-contract/protocol-server';
import { EventStoreDb } from './event-store-db.js';
import { OpenStores } from './testing/open-stores.js';

describe('in a cluster', () => {
  it('appends go to the leader, also when another node becomes it', async () => {
    await using nodes = await Cluster.start();
    const store = nodes.open();
    expect(await store.append('a-1', sampleEvents(1), 'any')).toMatchObject({ revision: 0n });
    for (const [n, leader] of [nodes.second, nodes.first, nodes.second].entries()) {
      leader.lead();
      expect(await store.append('a-1', sampleEvents(1), BigInt(n))).toMatchObject({ revision: BigInt(n) + 1n });
    }
    expect(await collected(store.readStream('a-1'))).toHaveLength(4);
  });

  it('appends that are under way when the leader changes are written once', async () => {
    await using nodes = await Cluster.start();
    const store = nodes.open();
    const appends = Array.from({ length: 200 }, async (_, n) => {
      if (n % 50 === 25) (n % 100 === 25 ? nodes.second : nodes.first).lead();
      return await store.append(`s-${n % 20}`, sampleEvents(2), 'any');
    });
    await Promise.all(appends);
    expect(await collected(store.readAll())).toHaveLength(400);
  });

  it('a subscription goes on at another node when its own goes away', async () => {
    await using nodes = await Cluster.start();
    const store = nodes.open();
    await store.append('a-1', sampleEvents(2), 'any');
    const seen = delivered(store, {}, (_, events) => events.length === 4);
    await nodes.first.stop({ kill: true });
    nodes.second.lead();
    await store.append('a-1', sampleEvents(2), 1n);
    expect(places(await seen)).toEqual(['a-1@0', 'a-1@1', 'a-1@2', 'a-1@3']);
  });

  it('a store waits for nodes that are all away', async () => {
    await using nodes = await Cluster.start();
    await Promise.all([nodes.first.stop({ kill: true }), nodes.second.stop({ kill: true })]);
    const store = nodes.open();
    const appended = store.append('a-1', sampleEvents(1), 'no-stream');
    const seen = delivered(store, {}, (_, events) => events.length === 1);
    await new Promise((next) => setTimeout(next, 200));
    await nodes.first.resume();
    expect(await appended).toMatchObject({ revision: 0n });
    expect(places(await seen)).toEqual(['a-1@0']);
  });

  it('a server that names another leader is believed', async () => {
    await using one = new OpenStores(await ProtocolServer.start());
    await using other = new OpenStores(await ProtocolServer.start());
    one.server.misbehave.answerNotLeader(other.server.endpoint);
    await one.open().append('a-1', sampleEvents(1), 'any');
    expect(await collected(other.open().readStream('a-1'))).toHaveLength(1);
    expect(await collected(one.open().readStream('a-1'))).toEqual([]);
  });
});

/** Two nodes with one log; the first leads. */
class Cluster implements AsyncDisposable {
  private readonly stores: EventStoreDb[] = [];

  private constructor(
    readonly first: ProtocolServer,
    readonly second: ProtocolServer,
  ) {}

  static async start(): Promise<Cluster> {
    const first = await ProtocolServer.start();
    return new Cluster(first, await ProtocolServer.start({ replicaOf: first }));
  }

  open(): EventStoreDb {
    const hosts = [this.first, this.second].map(({ endpoint: { host, port } }) => `${host}:${port}`).join();
    const store = EventStoreDb.connect(`esdb://${hosts}?tls=false`, { probeMs: 50, deadlineMs: 1_000 });
    this.stores.push(store);
    return store;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.stores.map((store) => store.close()));
    await Promise.all([this.first.stop({ kill: true }), this.second.stop({ kill: true })]);
  }
}
