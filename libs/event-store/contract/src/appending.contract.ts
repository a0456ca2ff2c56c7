import { EventIdConflict, START, WrongExpectedRevision, type ExpectedRevision, type NewEvent } from '@liggare/kernel';
import { collected, isIncreasing } from './collected.js';
import { sampleEvent, sampleEvents } from './sample-events.js';
import type { Current } from './store-under-test.js';

export function appendingContract(current: Current): void {
  describe('appending', () => {
    it('gives revisions from 0 without gaps and positions that grow', async () => {
      const { store } = current();
      const first = await store.append('a-1', sampleEvents(2), 'any');
      const second = await store.append('a-1', sampleEvents(1), 'any');
      const other = await store.append('b-1', sampleEvents(1), 'any');
      expect([first.revision, second.revision, other.revision]).toEqual([1n, 2n, 0n]);
      expect(isIncreasing([START, first.position, second.position, other.position])).toBe(true);
      expect([first, second, other].map(({ repeated }) => repeated)).toEqual([false, false, false]);
      expect(await store.head()).toBe(other.position);
    });

    const there: readonly (readonly [ExpectedRevision, boolean])[] = [
      ['any', true],
      ['stream-exists', true],
      ['no-stream', false],
      [1n, true],
      [0n, false],
      [2n, false],
    ];
    it.each(there)('on a stream at revision 1, expecting %s is met: %s', async (expected, met) => {
      const { store } = current();
      await store.append('a-1', sampleEvents(2), 'any');
      const appended = store.append('a-1', sampleEvents(1), expected);
      if (met) expect((await appended).revision).toBe(2n);
      else await expect(appended).rejects.toMatchObject({ stream: 'a-1', expected, actual: 1n });
      expect(await collected(store.readStream('a-1'))).toHaveLength(met ? 3 : 2);
    });

    const missing: readonly (readonly [ExpectedRevision, boolean])[] = [
      ['any', true],
      ['no-stream', true],
      ['stream-exists', false],
      [0n, false],
    ];
    it.each(missing)('on a stream that does not exist, expecting %s is met: %s', async (expected, met) => {
      const { store } = current();
      const appended = store.append('a-1', sampleEvents(1), expected);
      if (met) {
        expect((await appended).revision).toBe(0n);
      } else {
        const error: unknown = await appended.catch((e: unknown) => e);
        expect(error).toBeInstanceOf(WrongExpectedRevision);
        expect(error).toMatchObject({ stream: 'a-1', expected, actual: -1n });
        expect(await store.head()).toBe(START);
      }
    });

    it('lets exactly one of many writers through who expect the same revision', async () => {
      const { store, reopen } = current();
      const stores = [store, await reopen()];
      await store.append('a-1', sampleEvents(1), 'no-stream');
      const attempts = Array.from({ length: 20 }, (_, i) => stores[i % 2]!.append('a-1', sampleEvents(2), 0n));
      const outcomes = await Promise.allSettled(attempts);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(WrongExpectedRevision);
      expect(await collected(store.readStream('a-1'))).toHaveLength(3);
    });

    it('takes all the events or none of them', async () => {
      const { store, blindTo = [] } = current();
      const taken = sampleEvent();
      await store.append('a-1', [taken], 'any');
      const clashing = blindTo.includes('ids-in-other-streams') ? 'a-1' : 'b-1';
      await expect(store.append(clashing, [...sampleEvents(5), taken], 'any')).rejects.toBeInstanceOf(EventIdConflict);
      expect(await collected(store.readStream('a-1'))).toHaveLength(1);
      await expect(store.append('b-1', sampleEvents(5), 'stream-exists')).rejects.toThrow(WrongExpectedRevision);
      expect(await collected(store.readStream('b-1'))).toEqual([]);
      const after = await store.append('b-1', sampleEvents(5), 'no-stream');
      expect(after.revision).toBe(4n);
    });
  });

  describe('appending several events', () => {
    it('shows all of them or none to whoever reads meanwhile', async () => {
      const { store, reopen } = current();
      const reader = await reopen();
      let writing = true;
      const writers = Array.from({ length: 4 }, async (_, w) => {
        for (let n = 0; n < 60; n++) {
          await store.append(`s-${w}`, sampleEvents(3), 'any');
          await new Promise((next) => setImmediate(next));
        }
      });
      const written = Promise.all(writers).finally(() => (writing = false));
      let looks = 0;
      do {
        looks++;
        expect((await collected(reader.readStream('s-1'))).length % 3).toBe(0);
        const ends = new Map((await collected(reader.readAll())).map(({ stream, revision }) => [stream, revision]));
        for (const revision of ends.values()) expect(revision % 3n).toBe(2n);
        await new Promise((next) => setImmediate(next));
      } while (writing);
      await written;
      expect(looks).toBeGreaterThan(1);
      expect(await collected(reader.readAll())).toHaveLength(4 * 60 * 3);
    });
  });

  describe('appending what cannot be appended', () => {
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    const notJson: readonly (readonly [string, unknown])[] = [
      ['a bigint', { n: 1n }],
      ['a circle', circular],
      ['nothing', undefined],
      ['a function', () => 1],
    ];
    it.each(notJson)('fails alone and altogether when the data is not JSON: %s', async (_, data) => {
      const { store } = current();
      const [bad, good] = await Promise.allSettled([
        store.append('a-1', [sampleEvent(), { ...sampleEvent(), data }], 'any'),
        store.append('b-1', sampleEvents(2), 'any'),
      ]);
      expect(bad).toMatchObject({ reason: { name: 'TypeError' } });
      expect(good.status).toBe('fulfilled');
      expect(await collected(store.readStream('a-1'))).toEqual([]);
      expect((await store.append('a-1', sampleEvents(1), 'no-stream')).revision).toBe(0n);
    });

    it('is refused when there are no events', async () => {
      const { store } = current();
      await expect(store.append('a-1', [], 'any')).rejects.toThrow(RangeError);
      expect(await store.head()).toBe(START);
    });
  });

  describe('appending again', () => {
    it('is recognised by the event ids, whatever was expected and whatever came after', async () => {
      const { store, reopen } = current();
      const events = sampleEvents(3);
      const first = await store.append('a-1', events, 'no-stream');
      await store.append('a-1', sampleEvents(4), 2n);
      await store.append('b-1', sampleEvents(4), 'any');
      const head = await store.head();
      for (const again of [store, await reopen()])
        for (const expected of ['no-stream', 'any', 'stream-exists', 17n] as const)
          expect(await again.append('a-1', events, expected)).toEqual({ ...first, repeated: true });
      expect(await store.head()).toBe(head);
    });

    it('at the same time writes once', async () => {
      const { store, reopen, blindTo = [] } = current();
      const stores = [store, await reopen()];
      const events = sampleEvents(3);
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, i) => stores[i % 2]!.append('a-1', events, 'no-stream')),
      );
      const wrote = results.filter(({ repeated }) => !repeated).length;
      expect(wrote).toBeGreaterThanOrEqual(1);
      expect(wrote).toBeLessThanOrEqual(blindTo.includes('twins-in-other-processes') ? stores.length : 1);
      expect(new Set(results.map(({ revision, position }) => `${revision} ${position}`)).size).toBe(1);
      expect(await collected(store.readStream('a-1'))).toHaveLength(3);
    });

    const clashes: readonly (readonly [string, string, (events: NewEvent[]) => NewEvent[]])[] = [
      ['some of the ids and new ones after them', 'a-1', (events) => [...events, sampleEvent()]],
      ['a new id between them', 'a-1', (events) => [events[0]!, sampleEvent(), events[1]!]],
      ['the ids in another order', 'a-1', (events) => events.toReversed()],
      ['the ids with one left out', 'a-1', (events) => [events[0]!, events[2]!]],
    ];
    it.each(clashes)('with %s is a conflict', async (_, stream, change) => {
      const { store } = current();
      const events = sampleEvents(3);
      await store.append('a-1', events, 'any');
      const head = await store.head();
      await expect(store.append(stream, change(events), 'any')).rejects.toBeInstanceOf(EventIdConflict);
      expect(await store.head()).toBe(head);
    });

    it('to another stream is a conflict, or for a store that cannot know another append', async () => {
      const { store, blindTo = [] } = current();
      const events = sampleEvents(3);
      await store.append('a-1', events, 'any');
      const head = await store.head();
      const appended = store.append('b-1', events, 'no-stream');
      if (blindTo.includes('ids-in-other-streams')) {
        expect(await appended).toMatchObject({ revision: 2n, repeated: false });
      } else {
        await expect(appended).rejects.toBeInstanceOf(EventIdConflict);
        expect(await store.head()).toBe(head);
      }
    });

    it('is a conflict when an id stands twice in one append', async () => {
      const { store } = current();
      const event = sampleEvent();
      await expect(store.append('a-1', [event, event], 'any')).rejects.toBeInstanceOf(EventIdConflict);
      expect(await store.head()).toBe(START);
    });

    it('is a conflict for the second of two streams that want one id at the same time', async () => {
      const { store, blindTo = [] } = current();
      if (blindTo.includes('ids-in-other-streams')) return;
      const event = sampleEvent();
      const outcomes = await Promise.allSettled([
        store.append('a-1', [event], 'any'),
        store.append('b-1', [event], 'any'),
        store.append('c-1', [sampleEvent()], 'any'),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(outcomes[1]).toMatchObject({ reason: expect.any(EventIdConflict) as unknown });
    });
  });
}
