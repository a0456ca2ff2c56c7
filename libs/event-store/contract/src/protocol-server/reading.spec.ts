import { BACKWARDS, END, FORWARDS, START, type ReadStreamOptions } from '@eventstore/db-client';
import { DemoClock, instant } from '@liggare/kernel';
import { rawRead, streamRead, allRead } from './testing/raw-read.js';
import { collected, numbers, sampled, samples, Wired } from './testing/wired.js';
import { uuidText } from './wire/uuid.js';

let wired: Wired;
const clock = new DemoClock(instant('2026-01-05T08:00:00Z'));

beforeEach(async () => {
  clock.set(instant('2026-01-05T08:00:00Z'));
  wired = await Wired.start({ clock });
  await wired.client.appendToStream('s', samples(5));
});

afterEach(() => wired[Symbol.asyncDispose]());

const read = async (options: ReadStreamOptions = {}, stream = 's') =>
  numbers(await collected(wired.client.readStream(stream, options)));

describe('a stream', () => {
  test.each<[ReadStreamOptions, number[]]>([
    [{}, [0, 1, 2, 3, 4]],
    [{ maxCount: 2 }, [0, 1]],
    [{ maxCount: 20 }, [0, 1, 2, 3, 4]],
    [{ fromRevision: 3n }, [3, 4]],
    [{ fromRevision: 4n }, [4]],
    [{ fromRevision: 5n }, []],
    [{ fromRevision: 1n, maxCount: 2 }, [1, 2]],
    [{ direction: BACKWARDS, fromRevision: END }, [4, 3, 2, 1, 0]],
    [{ direction: BACKWARDS, fromRevision: END, maxCount: 1 }, [4]],
    [{ direction: BACKWARDS, fromRevision: 2n }, [2, 1, 0]],
    [{ direction: BACKWARDS, fromRevision: 2n ** 62n }, [4, 3, 2, 1, 0]],
    [{ direction: BACKWARDS, fromRevision: START }, [0]],
  ])('read with %p', async (options, expected) => {
    expect(await read(options)).toEqual(expected);
  });

  test('that no one wrote to is not found', async () => {
    await expect(read({}, 'missing')).rejects.toMatchObject({ type: 'stream-not-found' });
    await expect(read({ direction: BACKWARDS, fromRevision: END }, 'missing')).rejects.toMatchObject({
      type: 'stream-not-found',
    });
  });

  test('tells when it was written, to the clock of the server', async () => {
    const [event] = await collected(wired.client.readStream('s', { maxCount: 1 }));
    expect(event?.event?.created.toISOString()).toBe('2026-01-05T08:00:00.000Z');
  });

  test('ids come as text or as two numbers, as the client wants', async () => {
    const id = 'f81d4fae-7dec-81d0-9765-00a0c91e6bf6';
    await wired.client.appendToStream('ids', sampled(1, id));
    for (const uuids of ['string', 'structured'] as const) {
      const [answer] = await rawRead(wired.server, streamRead('ids', uuids));
      const uuid = answer!.getEvent()!.getEvent()!.getId()!;
      expect([uuid.hasStructured(), uuidText(uuid)]).toEqual([uuids === 'structured', id]);
    }
  });

  test('a client that knows of it is told the last revision', async () => {
    const request = streamRead('s', 'string');
    request.getOptions()!.getControlOption()!.setCompatibility(1);
    expect((await rawRead(wired.server, request)).at(-1)?.getLastStreamPosition()).toBe('4');
  });
});

describe('$all', () => {
  beforeEach(async () => {
    await wired.client.appendToStream('t', samples(2));
  });

  test('holds the events of every stream in the order they were written, and the server’s own', async () => {
    const forwards = numbers(await collected(wired.client.readAll()));
    expect(forwards).toEqual(['$metadata', 0, 1, 2, 3, 4, 0, 1]);
    const backwards = wired.client.readAll({ direction: BACKWARDS, fromPosition: END });
    expect(numbers(await collected(backwards))).toEqual(forwards.toReversed());
  });

  test('from an event’s position: forwards with it, backwards without it', async () => {
    const events = await collected(wired.client.readAll());
    const position = events[3]!.event!.position;
    const forwards = wired.client.readAll({ fromPosition: position, direction: FORWARDS, maxCount: 3 });
    expect(numbers(await collected(forwards))).toEqual([2, 3, 4]);
    const backwards = wired.client.readAll({ fromPosition: position, direction: BACKWARDS, maxCount: 2 });
    expect(numbers(await collected(backwards))).toEqual([1, 0]);
  });

  test('every position leads to the rest of the log', async () => {
    const events = await collected(wired.client.readAll());
    for (const [index, { event }] of events.entries()) {
      const rest = await collected(wired.client.readAll({ fromPosition: event!.position }));
      expect(rest.map((read) => read.event?.id)).toEqual(events.slice(index).map((read) => read.event?.id));
    }
  });

  test('a position in the middle of a record is refused; one behind the end has nothing', async () => {
    const [, event] = await collected(wired.client.readAll());
    const { commit } = event!.event!.position;
    const middle = { commit: commit + 1n, prepare: commit + 1n };
    await expect(collected(wired.client.readAll({ fromPosition: middle }))).rejects.toThrow('invalid position');
    const behind = { commit: 2n ** 40n, prepare: 2n ** 40n };
    expect(await collected(wired.client.readAll({ fromPosition: behind }))).toEqual([]);
  });

  test('can be filtered while it is read, and the limit counts what is left', async () => {
    const request = allRead({ prefixes: ['t'] });
    const all = await rawRead(wired.server, request);
    expect(all.map((answer) => answer.getEvent()?.getEvent()?.getStreamRevision())).toEqual(['0', '1']);
    request.getOptions()!.setCount('1');
    expect(await rawRead(wired.server, request)).toHaveLength(1);
  });
});

describe('metadata', () => {
  test('$maxCount leaves the last events, and revisions go on', async () => {
    await wired.client.setStreamMetadata('s', { maxCount: 2 });
    expect(await read()).toEqual([3, 4]);
    expect(await read({ fromRevision: 1n, maxCount: 1 })).toEqual([3]);
    expect(await read({ direction: BACKWARDS, fromRevision: END })).toEqual([4, 3]);
    expect(await wired.client.appendToStream('s', sampled(5))).toMatchObject({ nextExpectedRevision: 5n });
    expect(await read()).toEqual([4, 5]);
  });

  test('$tb hides what lies before it', async () => {
    await wired.client.setStreamMetadata('s', { truncateBefore: 3 });
    expect(await read()).toEqual([3, 4]);
    expect(await read({ direction: BACKWARDS, fromRevision: 2n })).toEqual([]);
  });

  test('$maxAge hides what is older', async () => {
    await wired.client.setStreamMetadata('s', { maxAge: 60 });
    clock.set(instant('2026-01-05T08:00:45Z'));
    await wired.client.appendToStream('s', sampled(5));
    expect(await read()).toEqual([0, 1, 2, 3, 4, 5]);
    clock.set(instant('2026-01-05T08:01:30Z'));
    expect(await read()).toEqual([5]);
    expect(await read({ direction: BACKWARDS, fromRevision: END })).toEqual([5]);
  });

  test('hides nothing from $all, where it stands itself', async () => {
    await wired.client.setStreamMetadata('s', { truncateBefore: 3 });
    const all = await collected(wired.client.readAll());
    expect(numbers(all)).toEqual(['$metadata', 0, 1, 2, 3, 4, '$metadata']);
    expect(all.at(-1)?.event?.streamId).toBe('$$s');
  });

  test('is read back, and only the last of it', async () => {
    expect(await wired.client.getStreamMetadata('s')).toEqual({ streamName: 's' });
    await wired.client.setStreamMetadata('s', { maxCount: 2 });
    await wired.client.setStreamMetadata('s', { maxCount: 3, own: 'thing' });
    expect(await wired.client.getStreamMetadata('s')).toMatchObject({ metadata: { maxCount: 3, own: 'thing' } });
    expect(await read({}, '$$s')).toEqual(['$metadata']);
  });
});
