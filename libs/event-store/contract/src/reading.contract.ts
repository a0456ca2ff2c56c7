import { instant, START, type Instant, type RecordedEvent } from '@liggare/kernel';
import { collected, places } from './collected.js';
import { NOON, sampleEvent, sampleEvents } from './sample-events.js';
import type { Current } from './store-under-test.js';

const LONG = 10_000;

export function readingContract(current: Current): void {
  describe('reading', () => {
    it('finds nothing in an empty log', async () => {
      const { store } = current();
      expect(await store.head()).toBe(START);
      expect(await store.positionAt(NOON)).toBe(START);
      for (const direction of ['forwards', 'backwards'] as const) {
        expect(await collected(store.readAll({ direction }))).toEqual([]);
        expect(await collected(store.readStream('no-such', { direction }))).toEqual([]);
        expect(await collected(store.readStream('no-such', { direction, from: 5n }))).toEqual([]);
      }
    });

    it('reads a long stream in both directions, from any place, up to any number', async () => {
      const { store } = current();
      for (let n = 0; n < LONG; n += 500) {
        await store.append('long-1', sampleEvents(500, n), 'any');
        await store.append('other-1', sampleEvents(1), 'any');
      }
      const read = async (options: Parameters<typeof store.readStream>[1]) =>
        (await collected(store.readStream('long-1', options))).map(({ revision, data }) => {
          expect(data).toEqual({ n: Number(revision) });
          return Number(revision);
        });
      const all = Array.from({ length: LONG }, (_, n) => n);
      const back = all.toReversed();
      expect(await read({})).toEqual(all);
      expect(await read({ direction: 'backwards' })).toEqual(back);
      expect(await read({ from: 9_990n })).toEqual(all.slice(9_990));
      expect(await read({ from: 10_000n })).toEqual([]);
      expect(await read({ from: 3_000n, limit: 2_500 })).toEqual(all.slice(3_000, 5_500));
      expect(await read({ from: 2_500n, direction: 'backwards' })).toEqual(all.slice(0, 2_501).toReversed());
      expect(await read({ from: 0n, direction: 'backwards' })).toEqual([0]);
      expect(await read({ from: 20_000n, direction: 'backwards', limit: 1 })).toEqual([9_999]);
      expect(await read({ direction: 'backwards', limit: 1_001 })).toEqual(back.slice(0, 1_001));
      expect(await read({ limit: 1_000 })).toEqual(all.slice(0, 1_000));
      expect(await read({ limit: 0 })).toEqual([]);
    });

    it('reads the whole log in both directions, after any position', async () => {
      const { store } = current();
      for (let n = 0; n < 12; n++) await store.append(`s-${n % 4}`, sampleEvents(3), 'any');
      const all = await collected(store.readAll());
      expect(all).toHaveLength(36);
      expect(await collected(store.readAll({ direction: 'backwards' }))).toEqual(all.toReversed());
      for (const at of [0, 17, 35]) {
        const after = all[at]!.position;
        expect(await collected(store.readAll({ after }))).toEqual(all.slice(at + 1));
        expect(await collected(store.readAll({ after, limit: 5 }))).toEqual(all.slice(at + 1, at + 6));
        const before = await collected(store.readAll({ after, direction: 'backwards' }));
        expect(before).toEqual(all.slice(0, at).toReversed());
      }
      expect(await collected(store.readAll({ limit: 0 }))).toEqual([]);
      expect(await collected(store.readStream('s-1'))).toEqual(all.filter(({ stream }) => stream === 's-1'));
    });

    it('filters by type and by the beginning of the stream name', async () => {
      const { store } = current();
      for (const stream of ['group-1', 'groups-1', 'person-1', 'pers%n-1', 'pers_n-2'])
        for (const type of ['A', 'B', 'AB']) await store.append(stream, sampleEvents(2, 0, type), 'any');
      const all = await collected(store.readAll());
      const expectFiltered = async (
        filter: { types?: string[]; streamPrefixes?: string[] },
        passes: (event: RecordedEvent) => boolean,
      ) => {
        const wanted = all.filter(passes);
        expect(await collected(store.readAll({ filter }))).toEqual(wanted);
        expect(await collected(store.readAll({ filter, direction: 'backwards' }))).toEqual(wanted.toReversed());
        expect(await collected(store.readAll({ filter, limit: 3 }))).toEqual(wanted.slice(0, 3));
      };
      await expectFiltered({}, () => true);
      await expectFiltered({ types: ['A'] }, ({ type }) => type === 'A');
      await expectFiltered({ types: ['A', 'B'] }, ({ type }) => type !== 'AB');
      await expectFiltered({ types: [] }, () => false);
      await expectFiltered({ streamPrefixes: ['group-'] }, ({ stream }) => stream === 'group-1');
      await expectFiltered({ streamPrefixes: ['pers_n', 'groups'] }, ({ stream }) =>
        ['pers_n-2', 'groups-1'].includes(stream),
      );
      await expectFiltered({ streamPrefixes: ['pers%'], types: ['B'] }, (event) =>
        places([event]).every((place) => place.startsWith('pers%n-1') && event.type === 'B'),
      );
    });

    it('may be left before its end', async () => {
      const { store } = current();
      await store.append('a-1', sampleEvents(50), 'any');
      for (let times = 0; times < 30; times++)
        for await (const event of store.readAll()) if (event.revision === 3n) break;
      expect(await collected(store.readAll())).toHaveLength(50);
    });

    it('says what was known at a moment, also when recorded times go back', async () => {
      const { store } = current();
      const at = (minute: number): Instant => instant(`2026-03-01T12:${String(minute).padStart(2, '0')}:00.000Z`);
      const positions = [START];
      // The clock was set back after the third event: what was recorded later is not known before the third.
      for (const minute of [10, 10, 30, 20, 25, 40, 40])
        positions.push((await store.append('a-1', [sampleEvent({}, 'Happened', at(minute))], 'any')).position);
      const known = async (minute: number) => positions.indexOf(await store.positionAt(at(minute)));
      expect(await Promise.all([0, 10, 15, 20, 29, 30, 39, 40, 59].map(known))).toEqual([0, 2, 2, 2, 2, 5, 5, 7, 7]);
      expect(await store.positionAt(instant('2026-03-01T12:09:59.999Z'))).toBe(START);
    });
  });
}
