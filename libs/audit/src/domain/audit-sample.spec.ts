import { createHash } from 'node:crypto';
import { drawSample } from './audit-sample.js';

describe('a sample', () => {
  it('is what anyone gets who sorts all places by SHA-256(root ‖ u64be(seq))', () => {
    const root = createHash('sha256').update('root').digest();
    const rank = (seq: number) => {
      const place = Buffer.from(seq.toString(16).padStart(16, '0'), 'hex');
      return createHash('sha256').update(root).update(place).digest('hex');
    };
    const all = Array.from({ length: 5_000 }, (_, seq) => seq);
    const sorted = all.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
    expect(drawSample(root, 5_000, 25)).toEqual(sorted.slice(0, 25));
    expect(drawSample(root, 10, 25)).toEqual(sorted.filter((seq) => seq < 10));
    expect(drawSample(createHash('sha256').update('other').digest(), 5_000, 25)).not.toEqual(sorted.slice(0, 25));
  });
});
