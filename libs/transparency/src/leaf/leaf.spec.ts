import { canonicalBytes, Malformed } from '@liggare/evidence';
import { MemoryEventStore, type RecordedEvent } from '@liggare/kernel';
import { anEvent } from '../testing/test-log.js';
import { hashOf, leafEntry, leafOf } from './leaf.js';
import { parseLeaf } from './parse-leaf.js';

describe('a leaf', () => {
  let event: RecordedEvent;

  beforeAll(async () => {
    const store = new MemoryEventStore();
    await store.append('thing-1', [anEvent(1)], 'no-stream');
    for await (const one of store.readAll()) event = one;
  });

  const leaf = () => leafOf(event, 'log.example/x');

  it('is read as it was written', () => {
    expect(parseLeaf(leafEntry(leaf()))).toEqual(leaf());
  });

  it('binds data and metadata, and not what is sealed beside them', () => {
    expect(leaf().dataHash).toBe(hashOf(event.data));
    const changed = { ...event, metadata: { ...event.metadata, classification: 'internal' as const } };
    expect(leafOf(changed, 'log.example/x').metaHash).not.toBe(leaf().metaHash);
    const sealed = { '/name': { alg: 'A256GCM' as const, kid: 'k', n: 'n', ct: 'c' } };
    const scrubbed = { ...event, metadata: { ...event.metadata, sealed } };
    expect(leafOf(scrubbed, 'log.example/x')).toEqual(leaf());
    expect(leafOf(event, 'log.example/y')).not.toEqual(leaf());
  });

  it.each<[string, (fields: Record<string, unknown>) => unknown]>([
    ['an unknown field', (fields) => ({ ...fields, note: 'x' })],
    ['a missing field', ({ id: _, ...fields }) => fields],
    ['another version', (fields) => ({ ...fields, v: 2 })],
    ['a negative revision', (fields) => ({ ...fields, rev: -1 })],
    ['a time in another form', (fields) => ({ ...fields, recordedAt: '2026-11-24T08:00:00Z' })],
    ['a hash that is none', (fields) => ({ ...fields, dataHash: 'x' })],
    ['an empty text', (fields) => ({ ...fields, stream: '' })],
    ['a list', (fields) => [fields]],
  ])('with %s is refused', (_, change) => {
    const entry = canonicalBytes(change({ ...leaf() }));
    expect(() => parseLeaf(entry)).toThrow(Malformed);
  });

  it('in another order, or with a space, is refused', () => {
    expect(() => parseLeaf(Buffer.from(JSON.stringify(leaf())))).toThrow(Malformed);
    expect(() => parseLeaf(Buffer.concat([leafEntry(leaf()), Buffer.from(' ')]))).toThrow(Malformed);
    expect(() => parseLeaf(Uint8Array.of(0xff, 0xfe))).toThrow(Malformed);
  });
});
