import { collected, sampleEvents } from '@liggare/event-store-contract';
import { ProtocolServer } from '@liggare/event-store-contract/protocol-server';
import { OtherOrigin, START } from '@liggare/kernel';
import { openOrigin, readOrigin } from './log-origin.js';
import { OpenStores } from './testing/open-stores.js';

describe('the origin of a log', () => {
  const start = async () => new OpenStores(await ProtocolServer.start());
  const wanted = { name: 'log.example.se/liggare', clock: 'system' } as const;

  it('is nobody’s before it is opened, and then what it was opened as', async () => {
    await using stores = await start();
    const store = stores.open();
    expect(await readOrigin(store)).toBeUndefined();
    expect(await openOrigin(store, wanted)).toMatchObject(wanted);
    expect(await openOrigin(stores.open(), wanted)).toMatchObject(wanted);
    expect(await readOrigin(stores.open())).toMatchObject(wanted);
  });

  it('has an id, which every log has for itself', async () => {
    await using stores = await start();
    await using others = await start();
    const { id, store } = await openOrigin(stores.open(), wanted);
    expect([id, store]).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), 'eventstoredb']);
    expect((await readOrigin(stores.open()))?.id).toBe(id);
    expect((await openOrigin(others.open(), wanted)).id).not.toBe(id);
  });

  it('is one, whoever opens at the same time', async () => {
    await using stores = await start();
    const names = Array.from({ length: 8 }, (_, i) => ({ name: `log-${i}.example.se`, clock: 'system' as const }));
    const opened = await Promise.allSettled(names.map((name) => openOrigin(stores.open(), name)));
    expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of opened) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(OtherOrigin);
  });

  it.each([
    { name: 'log.example.se/other', clock: 'system' },
    { name: 'log.example.se/liggare', clock: 'demo' },
  ] as const)('refuses to be taken for $name under a $clock clock', async (other) => {
    await using stores = await start();
    const store = stores.open();
    await openOrigin(store, wanted);
    const error: unknown = await openOrigin(store, other).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(OtherOrigin);
    expect(error).toMatchObject({ found: wanted, wanted: other });
    expect(await readOrigin(store)).toMatchObject(wanted);
  });

  it('is no event of the log', async () => {
    await using stores = await start();
    const store = stores.open();
    await openOrigin(store, wanted);
    expect(await store.head()).toBe(START);
    expect(await collected(store.readAll())).toEqual([]);
    const { position } = await store.append('a-1', sampleEvents(1), 'no-stream');
    expect(await store.head()).toBe(position);
  });

  it('of two logs in one server is told apart by the stream', async () => {
    await using stores = await start();
    const [one, other] = [stores.open(), stores.open({ originStream: 'other-log' })];
    await openOrigin(one, wanted);
    await openOrigin(other, { ...wanted, name: 'log.example.se/other' });
    expect(await readOrigin(one)).toMatchObject(wanted);
  });

  it('survives a lost answer', async () => {
    await using stores = await start();
    stores.server.misbehave.loseAnswers({ times: 1 });
    expect(await openOrigin(stores.open(), wanted)).toMatchObject(wanted);
  });
});
