import { ANY, BACKWARDS, binaryEvent, END, jsonEvent, NO_STREAM, STREAM_EXISTS } from '@eventstore/db-client';
import type { AppendExpectedRevision, EventData } from '@eventstore/db-client';
import { freshId } from '@liggare/kernel';
import { collected, numbers, sampled, samples, Wired } from './testing/wired.js';

describe.each([
  ['one by one', { batchAppend: false }],
  ['in batches', { batchAppend: true }],
])('appending %s', (_, options) => {
  let wired: Wired;

  beforeEach(async () => {
    wired = await Wired.start(options);
  });

  afterEach(() => wired[Symbol.asyncDispose]());

  const append = (events: EventData[], expectedRevision: AppendExpectedRevision = ANY) =>
    wired.client.appendToStream('s', events, { expectedRevision });

  test('goes the way it says', async () => {
    await append(samples(1));
    const { traffic } = wired.server;
    expect([traffic.answers('append'), traffic.answers('batchAppend')]).toEqual(options.batchAppend ? [0, 1] : [1, 0]);
  });

  test('answers with the revision and the position of the last event', async () => {
    const result = await append(samples(3), NO_STREAM);
    const [last] = await collected(
      wired.client.readStream('s', { direction: BACKWARDS, fromRevision: END, maxCount: 1 }),
    );
    expect(result).toEqual({ success: true, nextExpectedRevision: 2n, position: last?.event?.position });
  });

  test('positions grow by more than one, and commit is prepare', async () => {
    await append(samples(3));
    await append(samples(2));
    const positions = (await collected(wired.client.readAll())).map(({ event }) => event!.position);
    for (const [index, { commit, prepare }] of positions.entries()) {
      expect(prepare).toBe(commit);
      if (index > 0) expect(commit - positions[index - 1]!.commit).toBeGreaterThan(90n);
    }
  });

  test.each<[string, number, AppendExpectedRevision, bigint | 'no_stream' | 'stream_exists', bigint | 'no_stream']>([
    ['a stream that is there', 1, NO_STREAM, 'no_stream', 0n],
    ['a stream that is not there', 0, STREAM_EXISTS, 'stream_exists', 'no_stream'],
    ['a revision of a stream that is not there', 0, 0n, 0n, 'no_stream'],
    ['a revision that has passed', 3, 1n, 1n, 2n],
    ['a revision to come', 3, 3n, 3n, 2n],
    ['the largest revision there is', 1, 2n ** 63n - 1n, 2n ** 63n - 1n, 0n],
  ])('is refused: %s', async (_name, existing, expected, expectedVersion, actualVersion) => {
    if (existing > 0) await append(samples(existing));
    await expect(append(samples(1), expected)).rejects.toMatchObject({
      type: 'wrong-expected-version',
      streamName: 's',
      expectedVersion,
      actualVersion,
    });
    expect(wired.server.log.stream('s').lastRevision).toBe(existing - 1);
  });

  test.each<[AppendExpectedRevision, number]>([
    [ANY, 0],
    [ANY, 2],
    [NO_STREAM, 0],
    [STREAM_EXISTS, 2],
    [1n, 2],
  ])('is accepted: expecting %s of %i events', async (expected, existing) => {
    if (existing > 0) await append(samples(existing));
    expect((await append(samples(1), expected)).nextExpectedRevision).toBe(BigInt(existing));
  });

  test.each<AppendExpectedRevision>([NO_STREAM, ANY])(
    'the same again, expecting %s, gets the same answer and stores nothing',
    async (expected) => {
      const events = samples(3);
      const once = await append(events, expected);
      await append(samples(2));
      expect(await append(events, expected)).toEqual(once);
      expect(await append(events.slice(0, 2), NO_STREAM)).toMatchObject({ success: true, nextExpectedRevision: 1n });
      expect(wired.server.log.stream('s').lastRevision).toBe(4);
    },
  );

  test('partly the same is refused', async () => {
    const [a, b] = samples(2);
    await append([a!]);
    const refused = { type: 'wrong-expected-version', actualVersion: 0n };
    await expect(append([a!, b!], NO_STREAM)).rejects.toMatchObject(refused);
    await expect(append([a!, b!], ANY)).rejects.toMatchObject(refused);
  });

  test('an id that another stream has is no obstacle', async () => {
    const id = freshId();
    await wired.client.appendToStream('other', sampled(1, id));
    expect(await append([sampled(1, id)])).toMatchObject({ success: true, nextExpectedRevision: 0n });
  });

  test('after a restart, an id is new to a writer who expects any', async () => {
    const [event] = samples(1);
    await append([event!]);
    await wired.server.restart();
    const client = wired.anotherClient();
    await client.appendToStream('s', event!, { expectedRevision: NO_STREAM });
    expect(wired.server.log.stream('s').lastRevision).toBe(0);
    await client.appendToStream('s', event!);
    expect(wired.server.log.stream('s').lastRevision).toBe(1);
  });

  test('nothing at all is a success that changes nothing', async () => {
    expect(await append(samples(2))).toMatchObject({ nextExpectedRevision: 1n });
    expect(await append([], 1n)).toMatchObject({ success: true, nextExpectedRevision: 1n });
    await expect(append([], 0n)).rejects.toMatchObject({ type: 'wrong-expected-version' });
  });

  test('bytes, metadata, names and types come back as they were', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_item, byte) => byte);
    const stream = 'å/$ 漢\u0000-1';
    await wired.client.appendToStream(stream, [
      binaryEvent({ type: 'Ärende 1', data: bytes, metadata: Uint8Array.of(0, 255, 1) }),
      jsonEvent({ type: 'x', data: { text: 'a\u0000b😀' }, metadata: { of: ['é'] } }),
    ]);
    const [binary, json] = (await collected(wired.client.readStream(stream))).map(({ event }) => event!);
    expect(binary).toMatchObject({ streamId: stream, type: 'Ärende 1', isJson: false });
    expect(Buffer.from(binary!.data as Uint8Array)).toEqual(Buffer.from(bytes));
    expect(Buffer.from(binary!.metadata as Uint8Array)).toEqual(Buffer.from([0, 255, 1]));
    expect(json).toMatchObject({ isJson: true, data: { text: 'a\u0000b😀' }, metadata: { of: ['é'] } });
  });

  test('more than the largest append is refused altogether', async () => {
    const large = (bytes: number) => binaryEvent({ type: 'x', data: new Uint8Array(bytes) });
    const refused = { type: 'maximum-append-size-exceeded', maxAppendSize: 1024 * 1024 };
    await expect(append([large(1024 * 1024)])).rejects.toMatchObject(refused);
    await expect(append([large(600_000), large(600_000)])).rejects.toMatchObject(refused);
    expect(await append([large(1024 * 1024 - 2)])).toMatchObject({ success: true, nextExpectedRevision: 0n });
  });
});

test('an append in many parts is one append', async () => {
  await using wired = await Wired.start({ maxAppendSize: 16 * 1024 * 1024 });
  const events = samples(1000);
  await wired.client.appendToStream('s', events, { expectedRevision: NO_STREAM, batchAppendSize: 1024 });
  expect(wired.server.traffic.requests('batchAppend')).toBeGreaterThan(20);
  expect(numbers(await collected(wired.client.readStream('s')))).toEqual(events.map((_, n) => n));
});

test('appends under way at the same time are answered each with its own revision', async () => {
  await using wired = await Wired.start();
  const events = samples(500);
  const results = await Promise.all(events.map((event) => wired.client.appendToStream('s', event)));
  const stored = wired.server.log.stream('s').events.map(({ id }) => id);
  for (const [index, { nextExpectedRevision }] of results.entries())
    expect(stored[Number(nextExpectedRevision)]).toBe(events[index]!.id);
});

test('with explicit transactions the events of an append share a commit position', async () => {
  await using wired = await Wired.start({ transactions: 'explicit' });
  const { position } = await wired.client.appendToStream('s', samples(3));
  await wired.client.appendToStream('s', samples(2));
  const positions = (await collected(wired.client.readStream('s'))).map(({ event }) => event!.position!);
  expect(new Set(positions.map(({ commit }) => commit)).size).toBe(2);
  expect(new Set(positions.map(({ prepare }) => prepare)).size).toBe(5);
  for (const place of positions) expect(place.prepare).toBeLessThan(place.commit);
  expect(positions[2]).toEqual(position);
  const rest = wired.client.readAll({ fromPosition: positions[1]! });
  expect((await collected(rest)).map(({ event }) => event?.revision)).toEqual([1n, 2n, 3n, 4n]);
});
