import fc from 'fast-check';
import { naturalOrder } from './natural-order.js';

describe('numbers as papers have them', () => {
  it('are equal however they are written', () => {
    for (const written of ['18', '§ 18', '§18', ' 018 ', '§\u00a018']) {
      expect(naturalOrder(written)).toBe(naturalOrder('18'));
    }
    expect(naturalOrder('Extra 2')).toBe(naturalOrder('extra 2'));
    expect(naturalOrder('18')).not.toBe(naturalOrder('18 a'));
  });

  it('follow one another as numbers do', () => {
    const written = ['§ 101', '9', '§ 10 b', '10', '10 a', '2'];
    const sorted = [...written].sort((a, b) => (naturalOrder(a) < naturalOrder(b) ? -1 : 1));
    expect(sorted).toEqual(['2', '9', '10', '10 a', '§ 10 b', '§ 101']);
  });

  it('compare as their values, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), fc.nat(9_999_999), (a, b) => {
        const [first, second] = [naturalOrder(`§ ${a}`), naturalOrder(String(b))];
        expect(Math.sign(Number(first > second) - Number(first < second))).toBe(Math.sign(a - b));
      }),
    );
  });

  it('are empty when not known', () => {
    expect(naturalOrder(undefined)).toBe('');
  });
});
