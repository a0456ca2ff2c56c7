import { ANY, BACKWARDS, END, NO_STREAM, STREAM_EXISTS } from '@eventstore/db-client';
import { collected, numbers, sampled, samples, Wired } from './testing/wired.js';

let wired: Wired;

beforeEach(async () => {
  wired = await Wired.start();
  await wired.client.appendToStream('s', samples(3));
});

afterEach(() => wired[Symbol.asyncDispose]());

const read = async () => numbers(await collected(wired.client.readStream('s')));

describe('a deleted stream', () => {
  test('is not found, forwards and backwards', async () => {
    const { position } = await wired.client.deleteStream('s');
    await expect(read()).rejects.toMatchObject({ type: 'stream-not-found' });
    const last = wired.client.readStream('s', { direction: BACKWARDS, fromRevision: END, maxCount: 1 });
    await expect(collected(last)).rejects.toMatchObject({ type: 'stream-not-found' });
    const written = (await collected(wired.client.readAll())).at(-1)?.event;
    expect(written).toMatchObject({ streamId: '$$s', type: '$metadata', position });
  });

  test('keeps its events in $all', async () => {
    await wired.client.deleteStream('s');
    expect(numbers(await collected(wired.client.readAll()))).toEqual(['$metadata', 0, 1, 2, '$metadata']);
  });

  test.each([ANY, NO_STREAM, 2n] as const)(
    'is there again when written to expecting %s, and counts on',
    async (expected) => {
      await wired.client.deleteStream('s');
      const again = await wired.client.appendToStream('s', sampled(7), { expectedRevision: expected });
      expect(again.nextExpectedRevision).toBe(3n);
      expect(await read()).toEqual([7]);
      const [event] = await collected(wired.client.readStream('s'));
      expect(event?.event?.revision).toBe(3n);
      expect((await wired.client.getStreamMetadata('s')).metadata).toEqual({ truncateBefore: 3 });
    },
  );

  test('does not exist for who expects it to', async () => {
    await wired.client.deleteStream('s');
    await expect(
      wired.client.appendToStream('s', sampled(7), { expectedRevision: STREAM_EXISTS }),
    ).rejects.toMatchObject({ type: 'stream-deleted', streamName: 's' });
  });

  test('is there again when its metadata is written, without its events', async () => {
    await wired.client.deleteStream('s');
    await wired.client.setStreamMetadata('s', { own: 'thing' });
    expect(await read()).toEqual([]);
    expect((await wired.client.getStreamMetadata('s')).metadata).toEqual({ own: 'thing', truncateBefore: 3 });
  });

  test('is deleted at the expected revision only', async () => {
    await expect(wired.client.deleteStream('s', { expectedRevision: 1n })).rejects.toMatchObject({
      type: 'wrong-expected-version',
      streamName: 's',
      expectedVersion: 1n,
      actualVersion: 2n,
    });
    await expect(wired.client.deleteStream('missing')).rejects.toMatchObject({ type: 'wrong-expected-version' });
    expect(await read()).toEqual([0, 1, 2]);
  });
});

describe('a stream ended by a tombstone', () => {
  beforeEach(async () => {
    await wired.client.tombstoneStream('s', { expectedRevision: 2n });
  });

  const deleted = { type: 'stream-deleted', streamName: 's' };

  test('can be neither read, written to, deleted nor ended again', async () => {
    await expect(read()).rejects.toMatchObject(deleted);
    for (const expectedRevision of [ANY, NO_STREAM, STREAM_EXISTS, 2n] as const)
      await expect(wired.client.appendToStream('s', sampled(7), { expectedRevision })).rejects.toMatchObject(deleted);
    await expect(wired.client.deleteStream('s')).rejects.toMatchObject(deleted);
    await expect(wired.client.tombstoneStream('s')).rejects.toMatchObject(deleted);
    const unary = wired.client.appendToStream('s', sampled(7), { credentials: { username: 'a', password: 'b' } });
    await expect(unary).rejects.toMatchObject(deleted);
  });

  test('takes its metadata with it', async () => {
    await expect(wired.client.setStreamMetadata('s', { maxCount: 1 })).rejects.toMatchObject({
      type: 'stream-deleted',
      streamName: '$$s',
    });
  });

  test('has an event of its own in $all, with the largest revision', async () => {
    const last = (await collected(wired.client.readAll())).at(-1)?.event;
    expect(last).toMatchObject({ streamId: 's', type: '$streamDeleted', revision: 2n ** 63n - 1n });
  });
});
