import { canonicalBytes } from '../canonical-json.js';
import { Malformed } from '../note/malformed.js';
import { hashOf, leafEntry, leafOf, type LeafSource } from './leaf.js';
import { parseLeaf } from './parse-leaf.js';

describe('a leaf', () => {
  const commandId = '5f0c2f0e-6a53-5c1e-9d4e-0d4f1b1f0e62';
  const metadata = {
    ...{ schemaVersion: 1, recordedAt: '2026-11-24T08:00:00.000Z', commandId, correlationId: commandId },
    ...{ actor: { id: 'user-1', role: 'registrar' }, classification: 'public', retentionClass: 'permanent' },
  };
  const event: LeafSource = {
    ...{ eventId: '7a1c2f0e-6a53-5c1e-9d4e-0d4f1b1f0e62', type: 'SomethingHappened', stream: 'thing-1', revision: 0n },
    ...{ data: { n: 1, text: 'händelse 1' }, metadata },
  };

  const leaf = () => leafOf(event, 'log.example/x');

  it('is read as it was written', () => {
    expect(parseLeaf(leafEntry(leaf()))).toEqual(leaf());
  });

  it('binds data and metadata, and not what is sealed beside them', () => {
    expect(leaf().dataHash).toBe(hashOf(event.data));
    const changed = { ...event, metadata: { ...metadata, classification: 'internal' } };
    expect(leafOf(changed, 'log.example/x').metaHash).not.toBe(leaf().metaHash);
    const sealed = { '/name': { alg: 'A256GCM', kid: 'k', n: 'n', ct: 'c' } };
    const scrubbed = { ...event, metadata: { ...metadata, sealed } };
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
