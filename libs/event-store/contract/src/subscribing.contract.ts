import { getEventListeners } from 'node:events';
import { isCaughtUp, START, type CaughtUp, type Position, type RecordedEvent } from '@liggare/kernel';
import { collected, delivered, places } from './collected.js';
import { sampleEvents } from './sample-events.js';
import type { Current } from './store-under-test.js';

export function subscribingContract(current: Current): void {
  describe('subscribing', () => {
    it('delivers what is there, says so, and delivers what comes', async () => {
      const { store, reopen } = current();
      await store.append('a-1', sampleEvents(3), 'any');
      const messages: (RecordedEvent | CaughtUp)[] = [];
      const controller = new AbortController();
      const writer = await reopen();
      for await (const message of store.subscribe({ signal: controller.signal })) {
        messages.push(message);
        if (isCaughtUp(message) && messages.length === 4) await writer.append('b-1', sampleEvents(2), 'any');
        if (isCaughtUp(message) && message.position === (await store.head()) && messages.length > 4) controller.abort();
      }
      const events = messages.filter((message) => !isCaughtUp(message));
      expect(places(events)).toEqual(['a-1@0', 'a-1@1', 'a-1@2', 'b-1@0', 'b-1@1']);
      expect(messages[3]).toEqual({ caughtUp: true, position: messages[2]!.position });
      expect(messages.at(-1)).toEqual({ caughtUp: true, position: events.at(-1)!.position });
    });

    it('says of an empty log that it has caught up with it', async () => {
      const { store } = current();
      const controller = new AbortController();
      for await (const message of store.subscribe({ signal: controller.signal })) {
        expect(message).toEqual({ caughtUp: true, position: START });
        controller.abort();
      }
      expect(controller.signal.aborted).toBe(true);
    });

    it('resumes after any position in another instance', async () => {
      const { store, reopen } = current();
      for (let n = 0; n < 10; n++) await store.append(`s-${n % 3}`, sampleEvents(2), 'any');
      const all = await collected(store.readAll());
      for (const at of [0, 9, 19]) {
        const rest = await delivered(await reopen(), { after: all[at]!.position }, isCaughtUp);
        expect(rest).toEqual(all.slice(at + 1));
      }
    });

    it('delivers only what passes its filter', async () => {
      const { store } = current();
      for (let n = 0; n < 8; n++) await store.append(`s${n % 2}-1`, sampleEvents(2, n, n < 4 ? 'A' : 'B'), 'any');
      const filter = { types: ['B'], streamPrefixes: ['s1-'] };
      expect(await delivered(store, { filter }, isCaughtUp)).toEqual(await collected(store.readAll({ filter })));
      expect(await collected(store.readAll({ filter }))).toHaveLength(4);
    });

    it('moves on while only events come that its filter holds back', async () => {
      const { store } = current();
      const filter = { streamPrefixes: ['mine-'] };
      const caughtUp: Position[] = [];
      const events = await delivered(store, { filter }, (message) => {
        if (!isCaughtUp(message)) return false;
        caughtUp.push(message.position);
        if (caughtUp.length === 4) return true;
        void store.append('foreign-1', sampleEvents(2), 'any');
        return false;
      });
      expect(events).toEqual([]);
      expect(caughtUp).toEqual(caughtUp.toSorted((a, b) => (a < b ? -1 : 1)));
      expect(new Set(caughtUp).size).toBe(4);
    });

    it('ends without an error when it is aborted while it waits', async () => {
      const { store } = current();
      const controller = new AbortController();
      const messages: unknown[] = [];
      const ended = (async () => {
        for await (const message of store.subscribe({ signal: controller.signal })) messages.push(message);
      })();
      await untilTrue(() => messages.length === 1);
      await new Promise((next) => setTimeout(next, 50));
      controller.abort();
      await ended;
      expect(messages).toEqual([{ caughtUp: true, position: START }]);
    });

    it('ends without another event when it is aborted while it reads', async () => {
      const { store } = current();
      await store.append('a-1', sampleEvents(500), 'any');
      const events = await delivered(store, {}, (_, soFar) => soFar.length === 7);
      expect(events).toHaveLength(7);
    });

    it('delivers nothing when it was aborted before', async () => {
      const { store } = current();
      await store.append('a-1', sampleEvents(5), 'any');
      expect(await collected(store.subscribe({ signal: AbortSignal.abort() }))).toEqual([]);
    });

    it('holds on to nothing of its signal', async () => {
      const { store } = current();
      const controller = new AbortController();
      const waiting = () => getEventListeners(controller.signal, 'abort').length;
      const before = waiting();
      for await (const message of store.subscribe({ signal: controller.signal })) {
        if (isCaughtUp(message)) {
          expect(waiting()).toBeLessThan(10);
          void store.append('a-1', sampleEvents(1), 'any');
        } else if (message.revision === 40n) controller.abort();
      }
      expect(waiting()).toBe(before);
    });

    it('serves many at once', async () => {
      const { store, reopen } = current();
      const reader = await reopen();
      const enough = (_: unknown, events: readonly RecordedEvent[]) => events.length === 60;
      const subscribed = Array.from({ length: 50 }, () => delivered(reader, {}, enough));
      for (let n = 0; n < 30; n++) await store.append(`s-${n % 4}`, sampleEvents(2), 'any');
      const all = places(await collected(store.readAll()));
      for (const events of await Promise.all(subscribed)) expect(places(events)).toEqual(all);
    });

    it('may be left before its end, and others go on', async () => {
      const { store } = current();
      await store.append('a-1', sampleEvents(5), 'any');
      const { signal } = new AbortController();
      for await (const message of store.subscribe({ signal }))
        if (!isCaughtUp(message) && message.revision === 2n) break;
      expect(await delivered(store, {}, isCaughtUp)).toHaveLength(5);
    });
  });
}

async function untilTrue(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((next) => setTimeout(next, 5));
}
