import { collected, sampleEvent, sampleEvents } from '@liggare/event-store-contract';
import { ProtocolServer } from '@liggare/event-store-contract/protocol-server';
import { DemoClock, instant, START, systemClock, type Position } from '@liggare/kernel';
import type { RecordedTimeFinding } from './recorded-time-check.js';
import { OpenStores } from './testing/open-stores.js';

const NOON = instant('2026-03-01T12:00:00.000Z');
const json = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

describe('events of others', () => {
  const start = async () => new OpenStores(await ProtocolServer.start());
  const { eventId: id, metadata } = sampleEvent();

  it.each([
    ['data', { isJson: true, data: json('{"n":'), metadata: json(metadata) }],
    ['metadata', { isJson: true, data: json({}), metadata: json('{') }],
    ['metadata', { isJson: true, data: json({}), metadata: json({ other: 1 }) }],
    ['metadata', { isJson: true, data: json({}), metadata: Buffer.alloc(0) }],
    ['content type', { isJson: false, data: json({}), metadata: json(metadata) }],
  ])('in our streams with malformed %s are errors that name the place and nothing else', async (part, content) => {
    await using stores = await start();
    const store = stores.open();
    stores.server.log.append('a-1', 'any', [{ id, type: 'Secret', ...content }]);
    const position = await store.head();
    const { signal } = new AbortController();
    for (const asked of [store.readAll(), store.readStream('a-1'), store.subscribe({ signal })])
      await expect(collected(asked)).rejects.toThrow(`the event at position ${position} has malformed ${part}`);
  });

  it('in other streams, and the server’s own, are not seen', async () => {
    await using stores = await start();
    const { log } = stores.server;
    const store = stores.open({ ownStreams: ['group-', 'person-'] });
    const foreign = { isJson: false, data: Buffer.from('?'), metadata: Buffer.alloc(0) };
    const place = (stream: string, type: string) =>
      log.append(stream, 'any', [{ id: crypto.randomUUID(), type, ...foreign }]);
    place('$stats-1', '$statsCollected');
    place('invoice-1', 'InvoiceSent');
    place('group-1', '$>');
    expect(await store.head()).toBe(START);
    await store.append('group-1', sampleEvents(2), 'any');
    place('invoice-1', 'InvoiceSent');
    await store.append('person-1', sampleEvents(1), 'any');
    place('$stats-1', '$statsCollected');
    const streams = async (filter = {}) => (await collected(store.readAll({ filter }))).map(({ stream }) => stream);
    expect(await streams()).toEqual(['group-1', 'group-1', 'person-1']);
    expect(await streams({ streamPrefixes: ['p', 'invoice-'] })).toEqual(['person-1']);
    expect(await streams({ streamPrefixes: ['invoice-'] })).toEqual([]);
    const [last] = await collected(store.readAll({ direction: 'backwards', limit: 1 }));
    expect(await store.head()).toBe(last?.position);
  });
});

describe('the server’s time of an event', () => {
  it('is a finding when it is too far from when the event says it was recorded, once of each event', async () => {
    const clock = new DemoClock(NOON);
    await using stores = new OpenStores(await ProtocolServer.start({ clock }));
    const found: RecordedTimeFinding[] = [];
    const store = stores.open({ toleranceMs: 2_000, onFinding: (finding) => found.push(finding) });
    const appended = [];
    for (const seconds of ['00', '01', '02', '03', '59']) {
      clock.set(instant(`2026-03-01T12:00:${seconds}.000Z`));
      appended.push(await store.append('a-1', [sampleEvent({}, 'Happened', NOON)], 'any'));
    }
    await collected(store.readStream('a-1'));
    await collected(store.readAll());
    expect(found).toEqual([
      { position: appended[3]!.position, differenceMs: 3_000 },
      { position: appended[4]!.position, differenceMs: 59_000 },
    ]);
  });

  it('is none while the clocks agree', async () => {
    await using stores = new OpenStores(await ProtocolServer.start());
    const found: RecordedTimeFinding[] = [];
    const store = stores.open({ onFinding: (finding) => found.push(finding) });
    await store.append('a-1', [sampleEvent({}, 'Happened', systemClock.now())], 'any');
    await collected(store.readAll());
    expect(found).toEqual([]);
  });
});

describe('a moment', () => {
  it('is found again without reading the log again', async () => {
    await using stores = new OpenStores(await ProtocolServer.start());
    const store = stores.open();
    const at = (minute: number) =>
      instant(`2026-03-01T${String(10 + Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}:00.000Z`);
    const ends: Position[] = [];
    for (let minute = 0; minute < 120; minute++) {
      const events = Array.from({ length: 50 }, () => sampleEvent({}, 'Happened', at(minute)));
      ends.push((await store.append(`s-${minute % 7}`, events, 'any')).position);
    }
    const { traffic } = stores.server;
    const readFor = async (minute: number) => {
      const before = traffic.answers('read');
      expect(await store.positionAt(at(minute))).toBe(ends[Math.min(minute, 119)]);
      return traffic.answers('read') - before;
    };
    expect(await readFor(500)).toBeGreaterThanOrEqual(6_000);
    for (const minute of [119, 60, 3, 500, 77]) expect(await readFor(minute)).toBeLessThan(2_000);
    ends[119] = (await store.append('s-1', [sampleEvent({}, 'Happened', at(119))], 'any')).position;
    expect(await readFor(119)).toBeLessThan(2_000);
  });
});
