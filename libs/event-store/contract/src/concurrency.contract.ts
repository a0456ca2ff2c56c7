import {
  isCaughtUp,
  START,
  type CaughtUp,
  type EventStore,
  type NewEvent,
  type Position,
  type RecordedEvent,
} from '@liggare/kernel';
import { collected, delivered, isIncreasing } from './collected.js';
import { sampleEvent } from './sample-events.js';
import type { Current } from './store-under-test.js';

const WRITERS = 32;
const APPENDS = 1_000;
const STREAMS = 100;
const LAST = { last: true };

export function concurrencyContract(current: Current): void {
  describe('many writers at once', () => {
    it('leave streams without gaps, and readers saw every event once and in order', async () => {
      const { store, reopen } = current();
      const [second, third] = [await reopen(), await reopen()];
      const written = new Map<string, string>();
      const writers = Array.from({ length: WRITERS }, (_, w) => write(w % 2 ? store : second, w, written));
      let writing = true;
      const allWritten = Promise.all(writers).finally(() => (writing = false));

      const total = WRITERS * APPENDS;
      const fromTheStart = delivered(third, {}, (_, events) => events.length === total);
      const tailed = tail(third, () => writing);
      const filter = { types: ['Even'], streamPrefixes: ['s-1'] };
      const filtered = delivered(second, { filter }, isLast);
      const middle = await positionPast(third, total / 3);
      const joined = delivered(store, { after: middle }, isLast);
      await allWritten;
      // A last event that passes every filter, so that all three have something to wait for.
      await store.append('s-1', [sampleEvent(LAST, 'Even')], 'any');

      const log = await collected(store.readAll());
      expect(log).toHaveLength(total + 1);
      expect(isIncreasing(log.map(({ position }) => position))).toBe(true);
      expectWithoutGaps(log);
      const inLog = new Map(log.map(({ eventId, stream }) => [eventId, stream]));
      expect(inLog.size).toBe(log.length);
      expect([...written].filter(([eventId, stream]) => inLog.get(eventId) !== stream)).toEqual([]);
      const keys = (events: readonly RecordedEvent[]) =>
        events.map(({ position, eventId }) => `${position} ${eventId}`);
      expect(keys(await fromTheStart)).toEqual(keys(log.slice(0, total)));
      expect(keys(await joined)).toEqual(keys(log.filter(({ position }) => position > middle)));
      const passing = log.filter(({ type, stream }) => type === 'Even' && stream.startsWith('s-1'));
      expect(keys(await filtered)).toEqual(keys(passing));
      const seen = await tailed;
      expect(keys(seen)).toEqual(keys(log.slice(0, seen.length)));
      expect(seen.length).toBeGreaterThanOrEqual(total);
    }, 300_000);
  });
}

function isLast(message: RecordedEvent | CaughtUp): boolean {
  return !isCaughtUp(message) && JSON.stringify(message.data) === JSON.stringify(LAST);
}

async function write(store: EventStore, writer: number, written: Map<string, string>): Promise<void> {
  for (let n = 0; n < APPENDS; n++) {
    const stream = `s-${(writer * 7 + n * 13) % STREAMS}`;
    const event: NewEvent = sampleEvent({ writer, n }, n % 2 ? 'Odd' : 'Even');
    await store.append(stream, [event], 'any');
    // A writer that did not hear the answer sends it again.
    if (n % 50 === 0) await store.append(stream, [event], 'any');
    written.set(event.eventId, stream);
  }
}

/** Reads what is new again and again: what comes up later under a smaller position would be missing here. */
async function tail(store: EventStore, writing: () => boolean): Promise<RecordedEvent[]> {
  const seen: RecordedEvent[] = [];
  for (let done = false; !done;) {
    done = !writing();
    const after = seen.at(-1)?.position ?? START;
    for await (const event of store.readAll({ after })) seen.push(event);
    await new Promise((next) => setTimeout(next, 5));
  }
  return seen;
}

async function positionPast(store: EventStore, count: number): Promise<Position> {
  const events = await delivered(store, {}, (_, soFar) => soFar.length >= count);
  return events.at(-1)!.position;
}

function expectWithoutGaps(log: readonly RecordedEvent[]): void {
  const next = new Map<string, bigint>();
  for (const { stream, revision } of log) {
    if (revision !== (next.get(stream) ?? 0n)) throw new Error(`${stream} goes on with revision ${revision}`);
    next.set(stream, revision + 1n);
  }
  expect(next.size).toBe(STREAMS);
}
