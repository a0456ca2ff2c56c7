import { setTimeout as sleep } from 'node:timers/promises';
import { collected, delivered, places, sampleEvents } from '@liggare/event-store-contract';
import { ProtocolServer } from '@liggare/event-store-contract/protocol-server';
import { isCaughtUp, type EventStore, type Filter, type Position, type RecordedEvent } from '@liggare/kernel';
import { OpenStores } from './testing/open-stores.js';

describe('a subscription', () => {
  const start = async () => new OpenStores(await ProtocolServer.start());

  it('goes on after connections that break in the middle of what it reads, without loss or doubling', async () => {
    await using stores = await start();
    const store = stores.open();
    for (let n = 0; n < 5; n++) await store.append(`s-${n}`, sampleEvents(400), 'any');
    const log = await collected(store.readAll());
    stores.server.misbehave.dropAfter(150, { methods: ['subscribe'], times: 1 });
    const events = await delivered(store, {}, (message, seen) => {
      // And again and again, at other places.
      if (seen.length % 350 === 349 && !isCaughtUp(message)) stores.server.misbehave.dropNow();
      return isCaughtUp(message);
    });
    expect(positions(events)).toEqual(positions(log));
  });

  it('goes on after the server ends it, or fails it', async () => {
    await using stores = await start();
    const store = stores.open();
    const events = whileWatching(store, 6);
    for (let n = 0; n < 3; n++) {
      await store.append('a-1', sampleEvents(2), 'any');
      await sleep(20);
      stores.server.misbehave.failSubscriptions();
    }
    expect(places(await events)).toEqual([0, 1, 2, 3, 4, 5].map((n) => `a-1@${n}`));
  });

  it('says nothing twice when the server does', async () => {
    await using stores = await start();
    const store = stores.open();
    stores.server.misbehave.duplicateResponses({ methods: ['subscribe'] });
    await store.append('a-1', sampleEvents(50), 'any');
    const events = await delivered(store, {}, isCaughtUp);
    expect(places(events)).toEqual(Array.from({ length: 50 }, (_, n) => `a-1@${n}`));
  });

  it('that has died without a word is found out and replaced', async () => {
    await using stores = await start();
    const store = stores.open();
    await store.append('a-1', sampleEvents(1), 'any');
    const events = whileWatching(store, 3);
    await sleep(100);
    const stalled = stores.server.misbehave.stallSubscriptions();
    await store.append('a-1', sampleEvents(2), 'any');
    await sleep(100);
    // The old one stays open and silent; only a new one brings what came.
    stalled.stop();
    expect(places(await events)).toEqual(['a-1@0', 'a-1@1', 'a-1@2']);
    expect(stores.server.traffic.requests('subscribe')).toBeGreaterThan(1);
  });

  it('tells how far it is while only others’ events come, and resumes there', async () => {
    await using stores = await start();
    const store = stores.open();
    const filter: Filter = { types: ['Mine'], streamPrefixes: ['mine-'] };
    await store.append('mine-1', sampleEvents(2, 0, 'Mine'), 'any');
    await store.append('mine-1', sampleEvents(3_000, 0, 'Other'), 'any');
    const told: Position[] = [];
    const events = await delivered(store, { filter }, (message) => {
      if (isCaughtUp(message)) told.push(message.position);
      if (told.length === 1) void store.append('foreign-1', sampleEvents(1), 'any');
      return told.length === 2;
    });
    expect(places(events)).toEqual(['mine-1@0', 'mine-1@1']);
    expect(told[1]).toBe(await store.head());
    const before = stores.server.traffic.answers('subscribe');
    expect(await delivered(store, { filter, after: told[1]! }, isCaughtUp)).toEqual([]);
    expect(stores.server.traffic.answers('subscribe') - before).toBeLessThan(10);
  });

  it('catches up without being told so, as with servers before 23.10', async () => {
    await using stores = await start();
    const store = stores.open();
    await store.append('a-1', sampleEvents(3), 'any');
    // The message after the confirmation, three events and the checkpoint.
    const swallowed = stores.server.misbehave.stallSubscriptions({ after: 4 });
    expect(await delivered(store, {}, isCaughtUp)).toHaveLength(3);
    expect(swallowed.happened).toBeGreaterThan(0);
  });

  it('ends when it is aborted while the server is silent', async () => {
    await using stores = await start();
    const store = stores.open({ deadlineMs: 60_000 });
    stores.server.misbehave.silence();
    const controller = new AbortController();
    const ended = collected(store.subscribe({ signal: controller.signal }));
    await sleep(150);
    controller.abort();
    expect(await ended).toEqual([]);
    stores.server.misbehave.behave();
  });

  it('ends without an error when the store is closed', async () => {
    await using stores = await start();
    const store = stores.open();
    const ended = collected(store.subscribe({ signal: new AbortController().signal }));
    await sleep(100);
    await store.close();
    expect((await ended).every(isCaughtUp)).toBe(true);
  });

  it('waits longer and longer for a server that is away, and is there when it is', async () => {
    await using stores = await start();
    const store = stores.open();
    await store.append('a-1', sampleEvents(1), 'any');
    const events = whileWatching(store, 2);
    await sleep(50);
    await stores.server.stop({ kill: true });
    await sleep(500);
    await stores.server.resume();
    await store.append('a-1', sampleEvents(1), 0n);
    expect(places(await events)).toEqual(['a-1@0', 'a-1@1']);
  });
});

describe('a read', () => {
  it.each(['forwards', 'backwards'] as const)(
    'goes on %s after connections that break in the middle',
    async (direction) => {
      await using stores = new OpenStores(await ProtocolServer.start());
      const store = stores.open({ pageSize: 64 });
      for (let n = 0; n < 5; n++) await store.append(`s-${n}`, sampleEvents(400), 'any');
      const log = positions(await collected(store.readAll({ direction })));
      const stream = positions(await collected(store.readStream('s-3', { direction })));
      stores.server.misbehave.dropAfter(100, { methods: ['read'], times: 1 });
      const events: RecordedEvent[] = [];
      for await (const event of store.readAll({ direction }))
        if (events.push(event) % 450 === 0) stores.server.misbehave.dropNow();
      expect(positions(events)).toEqual(log);
      stores.server.misbehave.dropAfter(100, { methods: ['read'], times: 1 });
      expect(positions(await collected(store.readStream('s-3', { direction })))).toEqual(stream);
    },
  );

  it('of a silent server fails when patience ends, and not before its deadline', async () => {
    await using stores = new OpenStores(await ProtocolServer.start());
    const store = stores.open({ deadlineMs: 100, patienceMs: 300 });
    await store.append('a-1', sampleEvents(5), 'any');
    const silence = stores.server.misbehave.silence({ methods: ['read'] });
    for (const asked of [
      () => collected(store.readAll()),
      () => store.head(),
      () => collected(store.readStream('a-1')),
    ])
      await expect(asked()).rejects.toThrow('has not answered for 100 ms');
    silence.stop();
    expect(await collected(store.readAll())).toHaveLength(5);
  });
});

function positions(events: readonly RecordedEvent[]): Position[] {
  return events.map(({ position }) => position);
}

async function whileWatching(store: EventStore, count: number): Promise<RecordedEvent[]> {
  return await delivered(store, {}, (_, events) => events.length === count);
}
