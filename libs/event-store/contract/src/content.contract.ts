import type { EventMetadata } from '@liggare/kernel';
import { collected } from './collected.js';
import { sampleEvent, sampleMetadata } from './sample-events.js';
import type { Current } from './store-under-test.js';

const NOTHING = String.fromCharCode(0);

const contents: Readonly<Record<string, unknown>> = {
  'astral characters': { text: '𝕳𝖚𝖉𝖉𝖎𝖓𝖌𝖊 👩‍👩‍👧‍👦 🏳️‍🌈' },
  'combining characters, not made into others': { composed: 'Å\u00e9', apart: 'A\u030ae\u0301' },
  'text from right to left': { text: 'שלום \u202eمرحبا\u202c' },
  'U+0000 and other controls': { text: `a${NOTHING}b\u0001\u001f\u007f\u2028\ufeff` },
  'half a surrogate pair': { text: 'a\ud800b\udc00' },
  'texts that look like escapes': { text: '\\u0000 \\ " \' {a,b} NULL', empty: '' },
  'the order of keys': { z: 1, a: 2, m: { y: 1, b: 2 }, Z: 3, å: 4 },
  'keys that objects know': JSON.parse('{"__proto__":{"a":1},"constructor":1,"toString":null}') as unknown,
  numbers: {
    all: [0, 1e21, 1.5e-7, Number.MAX_SAFE_INTEGER, Number.MIN_VALUE, Number.MAX_VALUE, 0.1, -1.0000000000000002],
  },
  'null, nesting and emptiness': { none: null, yes: true, list: [], object: {}, deep: [[[[{ a: [null] }]]]] },
  'a text alone': 'text',
  'null alone': null,
};

export function contentContract(current: Current): void {
  describe('content', () => {
    it.each(Object.keys(contents))('comes back exactly: %s', async (name) => {
      const { store, reopen } = current();
      const event = sampleEvent(contents[name]);
      await store.append('a-1', [event], 'any');
      const [found] = await collected((await reopen()).readAll());
      expect(found).toMatchObject({ eventId: event.eventId, type: event.type, stream: 'a-1', revision: 0n });
      expect(JSON.stringify(found?.data)).toBe(JSON.stringify(event.data));
      expect(JSON.stringify(found?.metadata)).toBe(JSON.stringify(event.metadata));
      expect(found?.recordedAt).toBe(event.metadata.recordedAt);
    });

    it('comes back exactly: every field of the metadata', async () => {
      const { store } = current();
      const metadata: EventMetadata = {
        ...sampleMetadata(),
        onBehalfOf: 'Kommunstyrelsen',
        validFrom: '2026-01-01',
        source: { organ: 'Kommunstyrelsen', paragraph: '§ 12', point: 2 },
        sealed: { '/name': { alg: 'A256GCM', kid: 'k', n: 'bm9uY2U', ct: 'Y2lwaGVy' } },
      };
      await store.append('a-1', [{ ...sampleEvent(), metadata }], 'any');
      const [found] = await collected(store.readStream('a-1'));
      expect(JSON.stringify(found?.metadata)).toBe(JSON.stringify(metadata));
    });

    const names: readonly (readonly [string, string])[] = [
      ['of many languages', 'grupp-åäö שלום 𝕳👩‍👩‍👧-1'],
      ['of quotation marks', `a'b\\c"d{e},f%_-1`],
      ['of 400 characters', `long-${'x'.repeat(400)}`],
    ];
    it.each(names)('may stand under a stream name and type %s', async (_, name) => {
      const { store, reopen } = current();
      await store.append(name, [sampleEvent({}, name), sampleEvent({}, name)], 'no-stream');
      await store.append(name, [sampleEvent({}, name)], 1n);
      const filter = { types: [name], streamPrefixes: [name.slice(0, -1)] };
      const expected = Array.from({ length: 3 }, () => [name, name]);
      for (const reader of [store, await reopen()])
        for (const source of [reader.readStream(name), reader.readAll({ filter })])
          expect((await collected(source)).map(({ stream, type }) => [stream, type])).toEqual(expected);
    });

    it('comes back exactly: 5 MB in one event, beside small ones', async () => {
      const { store, reopen } = current();
      const large = sampleEvent({ text: 'åäö🏳️‍🌈\\"'.repeat(300_000).slice(0, 2_600_000) });
      expect(Buffer.byteLength(JSON.stringify(large.data))).toBeGreaterThan(5_000_000);
      await Promise.all([
        store.append('a-1', [sampleEvent(), large, sampleEvent()], 'any'),
        store.append('b-1', [sampleEvent()], 'any'),
      ]);
      const events = await collected((await reopen()).readStream('a-1'));
      expect(events).toHaveLength(3);
      expect(JSON.stringify(events[1]?.data) === JSON.stringify(large.data)).toBe(true);
    });

    it('is what it was when it was appended, whatever the writer does to its objects', async () => {
      const { store } = current();
      const data = { list: [1] };
      const appended = store.append('a-1', [sampleEvent(data)], 'any');
      data.list.push(2);
      await appended;
      data.list.push(3);
      expect((await collected(store.readAll())).map((event) => event.data)).toEqual([{ list: [1] }]);
    });
  });
}
