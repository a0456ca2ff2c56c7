import { randomInt } from 'node:crypto';
import { collected, sampleEvent } from '@liggare/event-store-contract';
import { ProtocolServer } from '@liggare/event-store-contract/protocol-server';
import { isCaughtUp, type EventStore, type RecordedEvent } from '@liggare/kernel';
import { OpenStores } from './testing/open-stores.js';

const CUTS = 50;
const WRITERS = 16;
const APPENDS = 1_250;
const STREAMS = 40;

/** An append that was acknowledged. */
interface Acknowledged {
  readonly eventId: string;
  readonly place: string;
}

describe('cutting every connection again and again', () => {
  it('loses no acknowledged event, doubles none, and a subscriber sees each once and in order', async () => {
    await using stores = new OpenStores(await ProtocolServer.start());
    const { server } = stores;
    const writers = [stores.open(), stores.open()];
    const acknowledged: Acknowledged[] = [];
    const total = WRITERS * APPENDS;
    const cutAt = new Set<number>();
    while (cutAt.size < CUTS) cutAt.add(randomInt(1, total - 1));
    let cuts = 0;
    const acknowledge = (made: Acknowledged) => {
      if (cutAt.has(acknowledged.push(made))) {
        cuts++;
        server.misbehave.dropNow();
      }
    };

    const subscribed = seenBy(stores.open(), total);
    await Promise.all(Array.from({ length: WRITERS }, (_, w) => write(writers[w % 2]!, w, acknowledge)));
    const seen = await subscribed;

    expect(cuts).toBe(CUTS);
    const log = await collected(stores.open().readAll());
    expect(log).toHaveLength(total);
    const places = new Map(log.map((event) => [event.eventId, placeOf(event)]));
    expect(places.size).toBe(total);
    expect(acknowledged.filter(({ eventId, place }) => places.get(eventId) !== place)).toEqual([]);
    expect(seen.map(({ position }) => position)).toEqual(log.map(({ position }) => position));
    expect(seen.map(({ eventId }) => eventId)).toEqual(log.map(({ eventId }) => eventId));
  }, 120_000);
});

async function write(store: EventStore, writer: number, acknowledge: (made: Acknowledged) => void): Promise<void> {
  for (let n = 0; n < APPENDS; n++) {
    const stream = `s-${(writer * 7 + n * 13) % STREAMS}`;
    const event = sampleEvent({ writer, n });
    const { revision, position } = await store.append(stream, [event], 'any');
    acknowledge({ eventId: event.eventId, place: `${stream}@${revision} ${position}` });
  }
}

async function seenBy(store: EventStore, enough: number): Promise<RecordedEvent[]> {
  const seen: RecordedEvent[] = [];
  const controller = new AbortController();
  for await (const message of store.subscribe({ signal: controller.signal })) {
    if (!isCaughtUp(message)) seen.push(message);
    // Having seen that many, it waits until it is told that there is nothing more.
    else if (seen.length >= enough) controller.abort();
  }
  return seen;
}

function placeOf({ stream, revision, position }: RecordedEvent): string {
  return `${stream}@${revision} ${position}`;
}
