import { collected, delivered, sampleEvents } from '@liggare/event-store-contract';
import { ProtocolServer } from '@liggare/event-store-contract/protocol-server';
import { certificates, type Certificates } from '@liggare/event-store-contract/protocol-server/certificates';
import { isCaughtUp } from '@liggare/kernel';
import { AppendRefused } from './append-outcome.js';
import { EventStoreDb } from './event-store-db.js';
import { openOrigin } from './log-origin.js';
import { OpenStores } from './testing/open-stores.js';

const users = [
  { login: 'liggare', password: 'p@ss:word/1', groups: ['$admins'] },
  { login: 'reader', password: 'reads', groups: [] },
];

/** Nothing about users and certificates is this adapter's own: that it all arrives through the connection string. */
describe('a secured server', () => {
  let keys: Certificates;

  beforeAll(async () => {
    keys = await certificates('liggare');
  }, 30_000);

  afterAll(() => keys[Symbol.asyncDispose]());

  async function start(certified: boolean): Promise<OpenStores<ProtocolServer>> {
    const tls = { ...keys.server, ...(certified && { authority: keys.authority, userCertificates: true }) };
    return new OpenStores(await ProtocolServer.start({ tls, users }));
  }

  /** @param who user and password as a connection string has them */
  function open({ server }: OpenStores<ProtocolServer>, who: string, parameters: string): EventStoreDb {
    const connectionString = server.connectionString.replace('//', `//${who}`) + parameters;
    return EventStoreDb.connect(connectionString, { deadlineMs: 1_000, patienceMs: 300, probeMs: 50 });
  }

  async function expectEverything(store: EventStoreDb): Promise<void> {
    await openOrigin(store, { name: 'log.example.se', clock: 'system' });
    await store.append('a-1', sampleEvents(3), 'no-stream');
    expect(await collected(store.readStream('a-1'))).toHaveLength(3);
    expect(await collected(store.readAll())).toHaveLength(3);
    expect(await delivered(store, {}, isCaughtUp)).toHaveLength(3);
  }

  it('is used with its authority, a user and a password', async () => {
    await using stores = await start(false);
    const store = open(stores, `liggare:${encodeURIComponent('p@ss:word/1')}@`, keys.trusting);
    await expectEverything(store);
    await store.close();
  });

  it('is used with a user’s certificate', async () => {
    await using stores = await start(true);
    const store = open(stores, '', keys.showingUser);
    await expectEverything(store);
    await store.close();
  });

  it('refuses a wrong password at once, and what a user may not do', async () => {
    await using stores = await start(false);
    const stranger = open(stores, 'liggare:wrong@', keys.trusting);
    await expect(stranger.append('a-1', sampleEvents(1), 'no-stream')).rejects.toThrow(AppendRefused);
    await expect(collected(stranger.readAll())).rejects.toMatchObject({ code: 16 });
    const reader = open(stores, 'reader:reads@', keys.trusting);
    await reader.append('a-1', sampleEvents(1), 'no-stream');
    const { signal } = new AbortController();
    await expect(collected(reader.subscribe({ signal }))).rejects.toMatchObject({ code: 7 });
    await expect(openOrigin(reader, { name: 'log.example.se', clock: 'system' })).resolves.toMatchObject({
      clock: 'system',
    });
    await Promise.all([stranger.close(), reader.close()]);
  });

  it('is not spoken to when its authority is unknown', async () => {
    await using stores = await start(false);
    const store = open(stores, 'reader:reads@', '');
    await expect(store.head()).rejects.toMatchObject({ code: 14 });
    await store.close();
  });

  it.each([
    ['esdb://localhost:2113?tls=true&tlsCAFile=/no/such/file', 'Failed to load certificate file'],
    ['esdb://localhost:2113?userCertFile=/no/such/file', 'userKeyFile'],
    ['https://localhost:2113', 'esdb://'],
  ])('is asked for in words that can be read, or not at all: %s', (connectionString, message) => {
    expect(() => EventStoreDb.connect(connectionString)).toThrow(message);
  });
});

describe('a server’s limits', () => {
  it('are an error that says so, and nothing of the append is written', async () => {
    await using stores = new OpenStores(await ProtocolServer.start({ maxAppendSize: 1_000 }));
    const store = stores.open();
    await expect(store.append('a-1', sampleEvents(50), 'any')).rejects.toThrow(AppendRefused);
    await expect(store.append('a-1', sampleEvents(50), 'any')).rejects.toThrow('--max-append-size');
    expect(await store.append('a-1', sampleEvents(1), 'no-stream')).toMatchObject({ revision: 0n });
    stores.server.log.tombstone('a-1', 'any');
    await expect(store.append('a-1', sampleEvents(1), 0n)).rejects.toThrow(AppendRefused);
  });
});
