import { type AppendResult, NO_STREAM } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { once } from 'node:events';
import { collected, first, numbers, sampled, samples, Wired } from './testing/wired.js';

let wired: Wired;

beforeEach(async () => {
  wired = await Wired.start();
});

afterEach(() => wired[Symbol.asyncDispose]());

const stored = () => wired.server.log.stream('s').lastRevision + 1;
const append = (n = 1) => wired.client.appendToStream('s', sampled(n));
/** What the client calls it depends on which of its parts notices first. */
const CONNECTION_LOST: unknown = expect.stringMatching(/^(cancelled|unavailable|unknown)$/);
/** Whether it is still waiting after so many milliseconds. */
const hangs = (answer: Promise<unknown>, milliseconds = 200) =>
  Promise.race([
    answer.then(
      () => false,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(true), milliseconds)),
  ]);

describe('dropping the connection', () => {
  test('after so many messages that came in: the next is not stored', async () => {
    const misdeed = wired.server.misbehave.dropAfter(2, { direction: 'received', methods: ['batchAppend'] });
    await append();
    await append();
    await expect(append()).rejects.toThrow();
    expect([stored(), misdeed.happened]).toEqual([2, 1]);
  });

  test('after so many messages that went out: a read breaks off in the middle', async () => {
    await wired.client.appendToStream('s', samples(100));
    wired.server.misbehave.dropAfter(40, { direction: 'sent', methods: ['read'] });
    const seen: unknown[] = [];
    const reading = (async () => {
      for await (const event of wired.client.readStream('s')) seen.push(...numbers([event]));
    })();
    await expect(reading).rejects.toThrow();
    expect(seen.length).toBeLessThanOrEqual(40);
    expect(seen).toEqual(seen.map((_, n) => n));
    expect(await collected(wired.anotherClient().readStream('s'))).toHaveLength(100);
  });

  test('now, whoever is there', async () => {
    const subscription = wired.client.subscribeToAll();
    const events = collected(subscription);
    await once(subscription, 'caughtUp');
    wired.server.misbehave.dropNow();
    await expect(events).rejects.toThrow();
    const again = wired.anotherClient().subscribeToAll();
    expect(await first(1, again)).toHaveLength(1);
  });

  test('only the connection it is about', async () => {
    const other = wired.anotherClient();
    const subscription = other.subscribeToAll();
    const events = first(2, subscription);
    await once(subscription, 'caughtUp');
    wired.server.misbehave.dropAfter(0, { methods: ['batchAppend'] });
    await expect(append()).rejects.toThrow();
    await other.appendToStream('s', sampled(1));
    expect(numbers(await events)).toEqual(['$metadata', 1]);
  });
});

describe('appends that go wrong', () => {
  test('silence: nothing is stored and nothing answered', async () => {
    const misdeed = wired.server.misbehave.silence({ methods: ['batchAppend'] });
    expect(await hangs(append())).toBe(true);
    expect(stored()).toBe(0);
    misdeed.stop();
    expect(await append()).toMatchObject({ success: true });
  });

  test('an append is stored and its answer lost: the same again tells what happened', async () => {
    wired.server.misbehave.loseAnswers({ times: 1 });
    const event = sampled(1);
    const send = () => wired.client.appendToStream('s', event, { expectedRevision: NO_STREAM });
    expect(await hangs(send())).toBe(true);
    expect(stored()).toBe(1);
    expect(await send()).toMatchObject({ success: true, nextExpectedRevision: 0n });
    expect(stored()).toBe(1);
  });

  test('answers come late, and in order', async () => {
    const order: AppendResult[] = [];
    const misdeed = wired.server.misbehave.delay(100, { methods: ['batchAppend'], times: 4 });
    await append();
    await Promise.all([append(), append(), append()].map(async (answer) => order.push(await answer)));
    expect(order.map((result) => result.nextExpectedRevision)).toEqual([1n, 2n, 3n]);
    expect(misdeed.happened).toBe(4);
  });

  test.each([
    [false, 0],
    [true, 1],
  ])('the stream of batch appends ends well instead of answering; stored: %s', async (storedFirst, count) => {
    wired.server.misbehave.endBatchStream({ stored: storedFirst });
    expect(await hangs(append())).toBe(true);
    expect(stored()).toBe(count);
    expect(await wired.anotherClient().appendToStream('s', sampled(2))).toMatchObject({ success: true });
  });

  test('the stream of batch appends ends well between two appends', async () => {
    await append();
    wired.server.misbehave.endBatchStreamsNow();
    expect(await wired.anotherClient().appendToStream('s', sampled(2))).toMatchObject({ nextExpectedRevision: 1n });
  });

  test('another node is said to lead', async () => {
    wired.server.misbehave.answerNotLeader({ host: 'elsewhere.example', port: 2114 }, { times: 1 });
    const refused = { type: 'not-leader', leader: { address: 'elsewhere.example', port: 2114 } };
    await expect(append()).rejects.toMatchObject(refused);
    expect(stored()).toBe(0);
  });

  test('an error of choice', async () => {
    wired.server.misbehave.fail(status.UNAVAILABLE, 'Server Is Not Ready', { methods: ['batchAppend', 'read'] });
    await expect(append()).rejects.toMatchObject({ type: 'unavailable' });
    await expect(collected(wired.anotherClient().readAll())).rejects.toMatchObject({ type: 'unavailable' });
  });

  test('everything is called off', async () => {
    wired.server.misbehave.silence();
    wired.server.misbehave.behave();
    expect(await append()).toMatchObject({ success: true });
  });
});

describe('subscriptions that go wrong', () => {
  test('an error ends those that are open', async () => {
    const events = collected(wired.client.subscribeToAll());
    await wired.client.appendToStream('s', sampled(1));
    wired.server.misbehave.failSubscriptions(status.UNAVAILABLE);
    await expect(events).rejects.toMatchObject({ type: 'unavailable' });
  });

  test('silent death: it stays open and gets nothing any more', async () => {
    const subscription = wired.client.subscribeToAll();
    const seen: unknown[] = [];
    subscription.on('data', (event) => seen.push(...numbers([event])));
    await once(subscription, 'caughtUp');
    const misdeed = wired.server.misbehave.stallSubscriptions();
    await wired.client.appendToStream('s', samples(3));
    await collected(wired.client.readStream('s'));
    expect([seen, misdeed.happened, subscription.destroyed]).toEqual([['$metadata'], 3, false]);
  });

  test('every event twice', async () => {
    await wired.client.appendToStream('s', samples(2));
    wired.server.misbehave.duplicateResponses({ methods: ['subscribe'] });
    expect(numbers(await first(4, wired.client.subscribeToStream('s')))).toEqual([0, 0, 1, 1]);
  });
});

describe('stopping and starting', () => {
  test.each([{ kill: true }, { kill: false }])('%p: same port, same data, and subscriptions are told', async (how) => {
    await wired.client.appendToStream('s', samples(3));
    const { connectionString } = wired.server;
    const subscription = wired.client.subscribeToAll();
    const events = collected(subscription);
    await once(subscription, 'caughtUp');
    const failed = expect(events).rejects.toMatchObject({ type: how.kill ? CONNECTION_LOST : 'unavailable' });
    await wired.server.restart(how);
    await failed;
    expect(wired.server.connectionString).toBe(connectionString);
    expect(numbers(await collected(wired.anotherClient().readStream('s')))).toEqual([0, 1, 2]);
  });

  test('while it is stopped there is nobody', async () => {
    await wired.server.stop();
    await expect(wired.anotherClient().appendToStream('s', sampled(1))).rejects.toThrow();
    await wired.server.resume();
    expect(await wired.anotherClient().appendToStream('s', sampled(1))).toMatchObject({ success: true });
  });
});

// One by one: batch appends of several clients in one process throw where nobody catches when one of them is cut off.
test('connections are cut at any moment: nothing acknowledged is lost, and nothing is left of who went away', async () => {
  await using cut = await Wired.start({ batchAppend: false });
  const { misbehave, log } = cut.server;
  const acknowledged: string[] = [];
  const clients = Array.from({ length: 4 }, () => cut.anotherClient());
  const subscriptions = clients.map((client) => collected(client.subscribeToAll()).catch(() => undefined));
  const writers = clients.map(async (client, writer) => {
    for (let n = 0; n < 200; n += 1) {
      const event = sampled(n);
      if (n % 40 === writer * 10) misbehave.dropAfter(n % 7, { methods: ['append', 'subscribe'] });
      await client.appendToStream(`s-${writer}`, event).then(
        () => acknowledged.push(event.id),
        () => undefined,
      );
    }
  });
  await Promise.all(writers);
  misbehave.behave();
  misbehave.dropNow();
  await Promise.all(subscriptions);
  const ids = log.events.map(({ id }) => id);
  expect(acknowledged.length).toBeGreaterThan(400);
  expect(ids).toEqual(expect.arrayContaining(acknowledged));
  expect(new Set(ids).size).toBe(ids.length);
  await cut.server.stop();
  expect(log.waiting).toBe(0);
});
