import { END, eventTypeFilter, excludeSystemEvents, streamNameFilter } from '@eventstore/db-client';
import type { AllStreamSubscription, Position } from '@eventstore/db-client';
import { once } from 'node:events';
import { collected, first, numbers, sampled, samples, Wired } from './testing/wired.js';

let wired: Wired;

beforeEach(async () => {
  wired = await Wired.start();
});

afterEach(() => wired[Symbol.asyncDispose]());

/** Of everything in the log, also what `$all` does not show. */
const places = () =>
  wired.server.log.events.map(({ commit, prepare }) => ({ commit: BigInt(commit), prepare: BigInt(prepare) }));

/** Names of what a subscription told, in order. */
function told(subscription: AllStreamSubscription): string[] {
  const log: string[] = [];
  subscription.on('confirmation', () => log.push('confirmation'));
  subscription.on('caughtUp', () => log.push('caught up'));
  subscription.on('fellBehind', () => log.push('fell behind'));
  return log;
}

describe('a stream', () => {
  test('what was and what comes, each once and in order', async () => {
    await wired.client.appendToStream('s', samples(40));
    const subscription = wired.client.subscribeToStream('s');
    const seen: unknown[] = [];
    for await (const event of subscription) {
      seen.push(...numbers([event]));
      if (seen.length === 40) await wired.client.appendToStream('s', [sampled(40), sampled(41)]);
      if (seen.length === 42) break;
    }
    expect(seen).toEqual(Array.from({ length: 42 }, (_, n) => n));
  });

  test('after a revision, without it', async () => {
    await wired.client.appendToStream('s', samples(4));
    const subscription = wired.client.subscribeToStream('s', { fromRevision: 1n });
    expect(numbers(await first(2, subscription))).toEqual([2, 3]);
  });

  test('from its end, only what comes', async () => {
    await wired.client.appendToStream('s', samples(4));
    const subscription = wired.client.subscribeToStream('s', { fromRevision: END });
    const events = first(1, subscription);
    await once(subscription, 'caughtUp');
    await wired.client.appendToStream('s', sampled(4));
    expect(numbers(await events)).toEqual([4]);
  });

  test('that is not there yet is waited for', async () => {
    const subscription = wired.client.subscribeToStream('later');
    const events = first(1, subscription);
    await once(subscription, 'caughtUp');
    await wired.client.appendToStream('other', sampled(1));
    await wired.client.appendToStream('later', sampled(2));
    expect(numbers(await events)).toEqual([2]);
  });

  test('that is truncated begins where it can be read', async () => {
    await wired.client.appendToStream('s', samples(4));
    await wired.client.setStreamMetadata('s', { truncateBefore: 2 });
    expect(numbers(await first(2, wired.client.subscribeToStream('s')))).toEqual([2, 3]);
  });

  test('that ends by a tombstone ends its subscriptions', async () => {
    await wired.client.appendToStream('s', samples(2));
    const events = collected(wired.client.subscribeToStream('s'));
    await wired.client.tombstoneStream('s');
    await expect(events).rejects.toMatchObject({ type: 'stream-deleted', streamName: 's' });
  });
});

describe('$all', () => {
  test('confirms, hands out, and says that it has caught up', async () => {
    await wired.client.appendToStream('s', samples(3));
    const subscription = wired.client.subscribeToAll();
    const log = told(subscription);
    subscription.on('data', (event) => log.push(String(numbers([event])[0])));
    await once(subscription, 'caughtUp');
    expect(log).toEqual(['confirmation', '$metadata', '0', '1', '2', 'caught up']);
    await subscription.unsubscribe();
  });

  test('after a position, without its event', async () => {
    await wired.client.appendToStream('s', samples(4));
    const position = places()[3];
    expect(numbers(await first(2, wired.client.subscribeToAll({ fromPosition: position! })))).toEqual([2, 3]);
  });

  test('after a position behind the end, nothing that lies before it', async () => {
    const { commit } = wired.server.log.end;
    const beyond = BigInt(commit + 250);
    const subscription = wired.client.subscribeToAll({ fromPosition: { commit: beyond, prepare: beyond } });
    const events = first(1, subscription);
    await once(subscription, 'caughtUp');
    await wired.client.appendToStream('s', samples(5));
    const [seen] = await events;
    expect(seen?.event?.position.commit).toBeGreaterThan(beyond);
  });

  test('several subscribers see the same', async () => {
    const subscribers = Array.from({ length: 5 }, () => first(101, wired.client.subscribeToAll()));
    for (let n = 0; n < 100; n += 10) await wired.client.appendToStream('s', samples(10));
    const [one, ...others] = (await Promise.all(subscribers)).map((events) => events.map(({ event }) => event?.id));
    for (const other of others) expect(other).toEqual(one);
  });
});

describe('filters', () => {
  beforeEach(async () => {
    await wired.client.appendToStream('group-1', [sampled(1), sampled(2, undefined, 'Other')]);
    await wired.client.appendToStream('initiative-1', [sampled(3), sampled(4, undefined, 'Other')]);
  });

  test.each([
    ['names by prefix', streamNameFilter({ prefixes: ['group-', 'x'] }), [1, 'Other']],
    ['names by expression', streamNameFilter({ regex: '-1$' }), [1, 'Other', 3, 'Other']],
    ['types by prefix', eventTypeFilter({ prefixes: ['Sam'] }), [1, 3]],
    ['types by expression', eventTypeFilter({ regex: '^(Other|None)$' }), ['Other', 'Other']],
    ['what is not the server’s own', excludeSystemEvents(), [1, 'Other', 3, 'Other']],
  ])('%s', async (_, filter, expected) => {
    const subscription = wired.client.subscribeToAll({ filter });
    const seen: unknown[] = [];
    subscription.on('data', (event) => seen.push(...numbers([event])));
    await once(subscription, 'caughtUp');
    expect(seen).toEqual(expected);
    await subscription.unsubscribe();
  });

  test('an expression that is none ends the subscription', async () => {
    const subscription = wired.client.subscribeToAll({ filter: eventTypeFilter({ regex: '(' }) });
    await expect(collected(subscription)).rejects.toThrow('regular expression');
  });
});

describe('checkpoints of a filtered subscription', () => {
  const none = { prefixes: ['no such type'] };

  /** Checkpoints until the subscription has caught up and `more` was done and `count` came. */
  async function checkpoints(count: number, options: object, more: () => Promise<unknown> = () => Promise.resolve()) {
    const seen: Position[] = [];
    let enough = () => {};
    const came = new Promise<void>((resolve) => {
      enough = resolve;
    });
    const checkpointReached = (_: unknown, position: Position) => {
      seen.push(position);
      if (seen.length === count) enough();
    };
    const filter = eventTypeFilter({ ...none, ...options, checkpointReached } as never);
    const subscription = wired.client.subscribeToAll({ filter });
    subscription.resume();
    await once(subscription, 'caughtUp');
    await more();
    if (seen.length < count) await came;
    await subscription.unsubscribe();
    return seen;
  }

  test('tell, without a match, how far it has looked', async () => {
    await wired.client.appendToStream('s', samples(100));
    const seen = await checkpoints(3, { maxSearchWindow: 25, checkpointInterval: 2 });
    const at = places();
    // Batches of 25 events, one checkpoint for two of them: the beginning of the second, the fourth and the fifth.
    expect(seen.map(({ commit }) => commit)).toEqual([at[25], at[75], at[100]].map((p) => p!.commit));
  });

  test('come live after so many events', async () => {
    const seen = await checkpoints(3, { maxSearchWindow: 5, checkpointInterval: 2 }, async () => {
      for (const event of samples(25)) await wired.client.appendToStream('s', event);
    });
    const at = places();
    const [, ...live] = seen;
    expect(live).toMatchObject([at[11], at[21]].map((p) => ({ commit: p!.commit, prepare: p!.prepare })));
  });

  test('a subscription that goes on from a checkpoint misses nothing and repeats nothing', async () => {
    await wired.client.appendToStream('s', samples(100));
    const at = places();
    for (const checkpoint of await checkpoints(3, { maxSearchWindow: 25, checkpointInterval: 2 })) {
      const rest = at
        .slice(1)
        .filter(
          ({ commit, prepare }) =>
            commit > checkpoint.commit || (commit === checkpoint.commit && prepare > checkpoint.prepare),
        );
      const seen = await first(rest.length, wired.client.subscribeToAll({ fromPosition: checkpoint }));
      expect(seen.map(({ event }) => event?.position?.commit)).toEqual(rest.map(({ commit }) => commit));
    }
  });
});

test('a consumer that does not read is not sent to, says later that it fell behind, and misses nothing', async () => {
  const text = 'x'.repeat(2000);
  const subscription = wired.client.subscribeToAll({ filter: excludeSystemEvents() }, { highWaterMark: 1 });
  const log = told(subscription);
  await once(subscription, 'caughtUp');
  for (let n = 0; n < 5000; n += 100)
    await wired.client.appendToStream(
      's',
      samples(100).map((event) => ({ ...event, metadata: { text } })),
    );
  const { traffic } = wired.server;
  const sent = traffic.answers('subscribe');
  expect(sent).toBeLessThan(1000);
  const events = await first(5000, subscription);
  expect(events.map(({ event }) => event?.revision)).toEqual(events.map((_, n) => BigInt(n)));
  expect(log).toContain('fell behind');
});
