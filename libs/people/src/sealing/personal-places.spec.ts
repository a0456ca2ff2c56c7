import fc from 'fast-check';
import { personal } from '@liggare/kernel';
import { atPointer, personalPlaces, replacePersonal } from './personal-places.js';

const tree = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.integer(),
    fc.tuple(fc.uuid(), fc.string()).map(([subject, value]) => personal(subject, value)),
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: fc.constantFrom('a', '/', '~', '0', '1', 'å') }), tie('node'), { maxKeys: 4 }),
  ),
})).node;

describe('places of personal values', () => {
  it('lead back to the values, whatever the keys are called', () => {
    fc.assert(
      fc.property(tree, (data) => {
        for (const { pointer, subject, value } of personalPlaces(data)) {
          expect(atPointer(data, pointer)).toEqual(personal(subject, value));
        }
      }),
    );
  });

  it('are all replaced, and nothing else is', () => {
    fc.assert(
      fc.property(tree, (data) => {
        const before = JSON.stringify(data);
        const replaced = replacePersonal(data, (pointer) => ({ _sd: pointer }));
        expect(personalPlaces(replaced)).toEqual([]);
        for (const { pointer } of personalPlaces(data)) expect(atPointer(replaced, pointer)).toEqual({ _sd: pointer });
        expect(JSON.stringify(data)).toBe(before);
        const restored = replacePersonal(data, (_pointer, found) => found);
        expect(JSON.stringify(restored)).toBe(before);
      }),
    );
  });

  it('lead nowhere when there is nothing', () => {
    expect(atPointer({ a: [1] }, '/a/1')).toBeUndefined();
    expect(atPointer({ a: 'text' }, '/a/0')).toBeUndefined();
    expect(atPointer({}, '/__proto__')).toBeUndefined();
    expect(atPointer({ a: 1 }, '')).toEqual({ a: 1 });
  });
});
