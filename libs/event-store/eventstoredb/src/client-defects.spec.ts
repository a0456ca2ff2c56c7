import { setTimeout as sleep } from 'node:timers/promises';
import { collected, places, sampleEvent, sampleEvents } from '@liggare/event-store-contract';
import { ProtocolServer } from '@liggare/event-store-contract/protocol-server';
import { isCaughtUp, WrongExpectedRevision, type NewEvent, type Position } from '@liggare/kernel';
import { AppendOutcomeUnknown } from './appender.js';
import { OpenStores } from './testing/open-stores.js';

/** What `@eventstore/db-client` 6.2.1 does wrong (reproduced with it), and that it does not happen through here. */
describe('a defect of the client does not reach the store:', () => {
  const start = async () => new OpenStores(await ProtocolServer.start());

  describe('an append to a server that never answers waits for ever', () => {
    it('here it is sent again, and written once', async () => {
      await using stores = await start();
      const store = stores.open();
      stores.server.misbehave.silence({ methods: ['batchAppend'], times: 3 });
      expect(await store.append('a-1', sampleEvents(2), 'any')).toMatchObject({ revision: 1n, repeated: false });
      expect(await collected(store.readStream('a-1'))).toHaveLength(2);
    });

    it('here it is written once also when only the answer was lost', async () => {
      await using stores = await start();
      const store = stores.open();
      stores.server.misbehave.loseAnswers({ times: 2 });
      expect(await store.append('a-1', sampleEvents(2), 'any')).toMatchObject({ revision: 1n });
      expect(await collected(store.readAll())).toHaveLength(2);
    });

    it('here it ends when patience does, and says that it does not know', async () => {
      await using stores = await start();
      const store = stores.open({ patienceMs: 500 });
      const silence = stores.server.misbehave.silence({ methods: ['batchAppend'] });
      const event = sampleEvent();
      await expect(store.append('a-1', [event], 'any')).rejects.toThrow(AppendOutcomeUnknown);
      silence.stop();
      expect(await store.append('a-1', [event], 'any')).toMatchObject({ revision: 0n });
      expect(await collected(store.readAll())).toHaveLength(1);
    });

    it('here others that were answered meanwhile were not disturbed', async () => {
      await using stores = await start();
      const store = stores.open({ deadlineMs: 500 });
      await store.append('a-1', sampleEvents(1), 'any');
      stores.server.misbehave.silence({ methods: ['batchAppend'], times: 1 });
      const silent = store.append('a-1', sampleEvents(1), 'any');
      const others = Promise.all(Array.from({ length: 20 }, (_, n) => store.append(`b-${n}`, sampleEvents(1), 'any')));
      expect((await others).map(({ revision }) => revision)).toEqual(Array.from({ length: 20 }, () => 0n));
      expect(await silent).toMatchObject({ revision: 1n });
    });
  });

  describe('after a batch stream that the server has ended, no append comes back', () => {
    it.each([true, false])('here they go on over another one (the append was stored: %s)', async (stored) => {
      await using stores = await start();
      const store = stores.open();
      await store.append('a-1', sampleEvents(1), 'any');
      stores.server.misbehave.endBatchStream({ stored });
      for (let n = 1; n < 5; n++)
        expect(await store.append('a-1', sampleEvents(1), 'any')).toMatchObject({ revision: BigInt(n) });
      expect(await collected(store.readStream('a-1'))).toHaveLength(5);
    });

    it('here neither when it was idle, and closing ends', async () => {
      await using stores = await start();
      const store = stores.open();
      await store.append('a-1', sampleEvents(1), 'any');
      stores.server.misbehave.endBatchStreamsNow();
      await sleep(20);
      expect(await store.append('a-1', sampleEvents(1), 0n)).toMatchObject({ revision: 1n });
      stores.server.misbehave.endBatchStreamsNow();
      await sleep(20);
      await store.close();
      await expect(store.append('a-1', sampleEvents(1), 1n)).rejects.toThrow('closed');
    });
  });

  it('disposing of a client may wait for ever: here closing ends, whatever the server does not say', async () => {
    await using stores = await start();
    const store = stores.open();
    await store.append('a-1', sampleEvents(1), 'any');
    stores.server.misbehave.silence();
    const pending = [
      store.append('a-1', sampleEvents(1), 'any'),
      collected(store.readAll()),
      collected(store.subscribe({ signal: new AbortController().signal })),
    ];
    const settled = Promise.allSettled(pending);
    await store.close();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });

  it('data that is not JSON hangs and kills the process: here it is a TypeError, and nothing is handed over', async () => {
    await using stores = await start();
    const store = stores.open();
    await store.append('a-1', sampleEvents(1), 'any');
    const sent = stores.server.traffic.requests('batchAppend');
    const circle: unknown[] = [];
    circle.push(circle);
    for (const data of [{ n: 1n }, circle, () => 1])
      await expect(store.append('a-1', [sampleEvent(), sampleEvent(data)], 'any')).rejects.toThrow(TypeError);
    const metadata = { ...sampleEvent().metadata, correlationId: 1n } as unknown as NewEvent['metadata'];
    await expect(store.append('a-1', [{ ...sampleEvent(), metadata }], 'any')).rejects.toThrow(TypeError);
    expect(stores.server.traffic.requests('batchAppend')).toBe(sent);
  });

  it('a conflict says revision 1 whatever the server says: here it says where the stream is', async () => {
    await using stores = await start();
    const [store, other] = [stores.open(), stores.open()];
    await store.append('a-1', sampleEvents(40), 'no-stream');
    await other.append('a-1', sampleEvents(2), 39n);
    const error: unknown = await store.append('a-1', sampleEvents(1), 39n).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(WrongExpectedRevision);
    expect(error).toMatchObject({ expected: 39n, actual: 41n });
  });

  it('a server that dies rejects the appends to others: here they do not know of each other', async () => {
    await using healthy = await start();
    await using dying = await start();
    const [store, other] = [healthy.open({ deadlineMs: 5_000 }), dying.open({ patienceMs: 100 })];
    await Promise.all([store.append('a-1', sampleEvents(1), 'any'), other.append('a-1', sampleEvents(1), 'any')]);
    const late = healthy.server.misbehave.delay(400, { methods: ['batchAppend'] });
    dying.server.misbehave.silence({ methods: ['batchAppend'] });
    const pending = [store.append('a-1', sampleEvents(1), 0n), other.append('a-1', sampleEvents(1), 0n)] as const;
    await sleep(50);
    const sent = healthy.server.traffic.requests('batchAppend');
    await dying.server.stop({ kill: true });
    const [first, second] = await Promise.allSettled(pending);
    late.stop();
    expect(first).toMatchObject({ status: 'fulfilled', value: { revision: 1n } });
    expect(second).toMatchObject({ status: 'rejected' });
    // It was not even sent again.
    expect(healthy.server.traffic.requests('batchAppend')).toBe(sent);
  });

  it('an answer to nobody is an uncaught exception: here it is passed over, and the append it was for is resolved', async () => {
    await using stores = await start();
    const store = stores.open();
    stores.server.misbehave.unknownCorrelationId({ times: 2 });
    expect(await store.append('a-1', sampleEvents(1), 'any')).toMatchObject({ revision: 0n });
    stores.server.misbehave.duplicateResponses({ methods: ['batchAppend'] });
    for (let n = 1; n < 10; n++)
      expect(await store.append('a-1', sampleEvents(1), 'any')).toMatchObject({ revision: BigInt(n) });
    expect(await collected(store.readStream('a-1'))).toHaveLength(10);
  });

  it('a checkpoint is told before the events before it: here a position is told after all that it covers', async () => {
    await using stores = await start();
    const store = stores.open();
    for (let n = 0; n < 10; n++) {
      await store.append('mine-1', sampleEvents(1), 'any');
      await store.append('foreign-1', sampleEvents(1_500), 'any');
    }
    const mine = (await collected(store.readStream('mine-1'))).map(({ position }) => position);
    const controller = new AbortController();
    const delivered: Position[] = [];
    let told = 0;
    for await (const message of store.subscribe({
      filter: { streamPrefixes: ['mine-'] },
      signal: controller.signal,
    })) {
      await sleep(5);
      if (isCaughtUp(message)) {
        told++;
        expect(delivered).toEqual(mine.filter((position) => position <= message.position));
        if (message.position === (await store.head())) controller.abort();
      } else delivered.push(message.position);
    }
    expect(told).toBeGreaterThan(0);
    expect(delivered).toEqual(mine);
  });

  it('a subscription ends with its server, and so does the first append: here both go on', async () => {
    await using stores = await start();
    const store = stores.open();
    await store.append('a-1', sampleEvents(3), 'any');
    const controller = new AbortController();
    const seen: string[] = [];
    const subscribed = (async () => {
      for await (const message of store.subscribe({ signal: controller.signal })) {
        if (isCaughtUp(message)) continue;
        seen.push(...places([message]));
        if (seen.length === 12) controller.abort();
      }
    })();
    for (const kill of [true, false, true]) {
      await stores.server.restart({ kill });
      await store.append('a-1', sampleEvents(3), 'any');
    }
    await subscribed;
    expect(seen).toEqual(Array.from({ length: 12 }, (_, n) => `a-1@${n}`));
  });
});
