import { connect, createTestDatabase, type Database } from '@liggare/database';
import { collected, sampleEvent, sampleEvents } from '@liggare/event-store-contract';
import { ProtocolServer } from '@liggare/event-store-contract/protocol-server';
import { START, type EventStore, type LogOrigin, type RecordedEvent } from '@liggare/kernel';
import { compareLogs } from './compare-logs.js';
import { copyLog, type CopyProgress } from './copy-log.js';
import { eventStoreDbLog } from './eventstoredb-log.js';
import type { OpenedLog } from './opened-log.js';
import { openPostgresLog } from './postgres-log.js';

const ORIGIN: LogOrigin = { name: 'log.example/copied', clock: 'demo' };

describe('copying a log', () => {
  const endings: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const end of endings.splice(0).reverse()) await end();
  });

  async function postgres(): Promise<OpenedLog & { readonly database: Database }> {
    const { url, drop } = await createTestDatabase();
    const log = await openPostgresLog(url);
    const database = connect(url, { max: 1 });
    endings.push(
      drop,
      () => database.end(),
      () => log.close(),
    );
    return { ...log, database };
  }

  async function eventStoreDb(): Promise<OpenedLog> {
    const server = await ProtocolServer.start();
    const log = eventStoreDbLog(server.connectionString);
    endings.push(
      () => server.stop(),
      () => log.close(),
    );
    return log;
  }

  /** Streams that come and go, appends of one and of many, and what JSON can hold. */
  async function write(log: OpenedLog, rounds = 120): Promise<void> {
    await log.openOrigin(ORIGIN);
    for (let n = 0; n < rounds; n++) {
      const stream = `stream-${n % 7}`;
      await log.store.append(stream, sampleEvents(1 + (n % 5), n), 'any');
      if (n % 10 === 0) await log.store.append('often-x', [sampleEvent({ 'å ä': [n, 0.1, 'ö\u2028', null] })], 'any');
      if (n % 50 === 0) await log.store.append('odd-x', [sampleEvent({ b: 2 ** 60, a: `\ud800 ${n}` })], 'any');
    }
  }

  const content = async (store: EventStore) =>
    (await collected(store.readAll())).map(({ position: _position, ...event }) => event);

  it.each([
    ['PostgreSQL to PostgreSQL', postgres, postgres],
    ['PostgreSQL to EventStoreDB', postgres, eventStoreDb],
    ['EventStoreDB to PostgreSQL', eventStoreDb, postgres],
    ['EventStoreDB to EventStoreDB', eventStoreDb, eventStoreDb],
  ])('from %s leaves every event as it was, in order', async (_name, makeFrom, makeTo) => {
    const [from, to] = [await makeFrom(), await makeTo()];
    await write(from);
    const seen: CopyProgress[] = [];
    const copied = await copyLog(from, to, (progress) => seen.push(progress));
    const original = await content(from.store);
    expect(await content(to.store)).toEqual(original);
    expect(copied).toMatchObject({ origin: ORIGIN, events: original.length, copied: original.length });
    expect(copied.hash).toMatch(/^[0-9a-f]{64}$/);
    const [there, here] = [await to.readOrigin(), await from.readOrigin()];
    expect(there).toMatchObject(ORIGIN);
    expect(there?.id).not.toBe(here?.id);
    expect(seen.every(({ part }) => part >= 0 && part <= 1)).toBe(true);
    // The copy is a log like any other: what is appended goes on after it.
    await to.store.append('often-x', sampleEvents(1), 'stream-exists');
    expect((await content(to.store)).slice(0, -1)).toEqual(original);
  });

  it('there and back gives the same hash', async () => {
    const [from, over, back] = [await postgres(), await eventStoreDb(), await postgres()];
    await write(from);
    const there = await copyLog(from, over);
    expect((await copyLog(over, back)).hash).toBe(there.hash);
    expect((await compareLogs(from.store, back.store)).hex).toBe(there.hash);
  });

  it.each([
    ['PostgreSQL', postgres],
    ['EventStoreDB', eventStoreDb],
  ])('to %s is cut off at any event and goes on after it', async (_name, makeTo) => {
    const [from, to] = [await postgres(), await makeTo()];
    await write(from);
    const all = await content(from.store);
    let missing = all.length;
    for (const allowed of [0, 1, 37, 150]) {
      let left = allowed;
      const dying: OpenedLog = {
        ...to,
        async writeCopied(after, events) {
          const written = events.slice(0, left);
          left -= written.length;
          const last = written.length > 0 ? await to.writeCopied(after, written) : after;
          if (written.length < events.length) throw new Error('killed');
          return last;
        },
      };
      await expect(copyLog(from, dying)).rejects.toThrow('killed');
      missing -= allowed;
      expect(await content(to.store)).toEqual(all.slice(0, all.length - missing));
    }
    expect(await copyLog(from, to)).toMatchObject({ events: all.length, copied: missing });
    expect(await copyLog(from, to)).toMatchObject({ events: all.length, copied: 0 });
  });

  it('takes up what was appended since', async () => {
    const [from, to] = [await postgres(), await eventStoreDb()];
    await write(from, 20);
    await copyLog(from, to);
    await from.store.append('late-x', sampleEvents(3), 'no-stream');
    expect(await copyLog(from, to)).toMatchObject({ copied: 3 });
    expect(await content(to.store)).toEqual(await content(from.store));
  });

  it.each([
    ['PostgreSQL', postgres],
    ['EventStoreDB', eventStoreDb],
  ])('to %s refuses what holds something else, and leaves it as it was', async (_name, makeTo) => {
    const from = await postgres();
    await write(from, 20);
    const foreign = await makeTo();
    await foreign.store.append('foreign-x', sampleEvents(2), 'no-stream');
    const before = await content(foreign.store);
    await expect(copyLog(from, foreign)).rejects.toMatchObject({ rule: 'logs-differ' });
    expect(await content(foreign.store)).toEqual(before);
    expect(await foreign.readOrigin()).toBeUndefined();

    const named = await makeTo();
    await named.openOrigin({ ...ORIGIN, name: 'log.example/other' });
    await expect(copyLog(from, named)).rejects.toMatchObject({ name: 'OtherOrigin' });

    const longer = await makeTo();
    await copyLog(from, longer);
    await longer.store.append('more-x', sampleEvents(1), 'no-stream');
    await expect(copyLog(from, longer)).rejects.toMatchObject({ rule: 'log-has-more' });
  });

  it('refuses a log that nobody has opened, and the log itself', async () => {
    const [from, to] = [await postgres(), await postgres()];
    await expect(copyLog(from, to)).rejects.toMatchObject({ name: 'NotFound' });
    await write(from, 1);
    await expect(copyLog(from, from)).rejects.toMatchObject({ rule: 'same-log' });
  });

  it('refuses to write into a log to which somebody else writes', async () => {
    const [from, to] = [await postgres(), await postgres()];
    await write(from, 20);
    const disturbed: OpenedLog = {
      ...to,
      async writeCopied(after, events) {
        await to.store.append('foreign-x', sampleEvents(1), 'any');
        return to.writeCopied(after, events);
      },
    };
    await expect(copyLog(from, disturbed)).rejects.toMatchObject({ name: 'LogHasGoneOn' });
    expect(await content(to.store)).toHaveLength(1);
  });

  it.each([
    [
      'a flipped bit where there is no canonical form',
      `update event_store.event set data = replace(data::text, 'ud800', 'ud801')::json`,
    ],
    ['a flipped bit', `update event_store.event set data = replace(data::text, '{"n":40', '{"n":41')::json`],
    [
      'other metadata',
      `update event_store.event set metadata = replace(metadata::text, 'registrar', 'registrär')::json`,
    ],
    ['another id', 'update event_store.event set event_id = gen_random_uuid() where position = 50'],
    ['another type', `update event_store.event set type = 'Other' where position = 50`],
    [
      'two events that have changed places',
      `update event_store.event set position = -position where position in (50, 60);
       update event_store.event set position = case position when -50 then 60 else 50 end where position < 0`,
    ],
    [
      'an event that is gone',
      `delete from event_store.event where position = (select max(position) from event_store.event)`,
    ],
  ])('is found not to be a copy any more: %s', async (_what, statement) => {
    const [from, to] = [await postgres(), await postgres()];
    await write(from);
    await copyLog(from, to);
    await to.database.query(`alter table event_store.event disable trigger all; ${statement}`);
    await expect(compareLogs(from.store, to.store)).rejects.toMatchObject({
      rule: expect.stringMatching(/^logs-differ$|^log-has-less$/) as string,
    });
  });

  it('keeps the recorded times that moments are found by', async () => {
    const [from, over, to] = [await postgres(), await eventStoreDb(), await postgres()];
    await from.openOrigin(ORIGIN);
    const at = (minute: number) => `2026-03-01T12:0${minute}:00.000Z` as RecordedEvent['recordedAt'];
    for (const minute of [1, 3, 2, 5]) await from.store.append('a-1', [sampleEvent({}, 'Happened', at(minute))], 'any');
    await copyLog(from, over);
    await copyLog(over, to);
    for (const { store } of [from, over, to]) {
      const known = await Promise.all([0, 1, 2, 3, 4, 5].map((minute) => store.positionAt(at(minute))));
      const places = [START, ...(await collected(store.readAll())).map(({ position }) => position)];
      expect(known.map((position) => places.indexOf(position))).toEqual([0, 1, 1, 3, 3, 4]);
    }
  });
});
