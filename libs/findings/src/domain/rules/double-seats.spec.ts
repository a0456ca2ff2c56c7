import { appointed, group, instruction } from '../../testing/group-events.js';
import { idOf, type Known } from '../../testing/known.js';

/** Two entries of one human being, and the merge that says so. */
function merged(known: Known, mergedWord: string, survivorWord: string, undone = false): Known {
  const [mergedId, survivorId, mergeId] = [idOf(mergedWord), idOf(survivorWord), idOf('merge')];
  const merge = { type: 'PersonsMerged', data: { mergeId, survivorId, mergedId } };
  const undo = { type: 'PersonMergeUndone', data: { corrects: mergeId, survivorId, mergedId } };
  for (const word of [mergedWord, survivorWord]) {
    known.with('person', word, {}).told('person', word, undone ? [merge, undo] : [merge]);
  }
  return known;
}

describe('one human being in two seats', () => {
  it('edge case 27: one person is member and substitute at once', () => {
    const both = { personId: idOf('same') };
    const known = group(
      instruction('2023-01-01', 1, 1),
      appointed('a', 1, both),
      appointed('b', 1, { ...both, from: '2023-06-01', to: '2023-07-01' }, 'SubstituteAppointed'),
    );
    expect(known.daysOf('member-and-substitute-at-once')).toEqual(['2023-06-01 – 2023-07-01']);
  });

  it('edge case 55: also when two entries are found to be one, until that is undone', () => {
    const entries = () =>
      group(
        instruction('2023-01-01', 2, 1),
        appointed('a', 1, { personId: idOf('amanda') }),
        appointed('b', 2, { personId: idOf('amanda too'), from: '2023-03-01' }),
        appointed(
          'c',
          1,
          { personId: idOf('amanda too'), from: '2023-06-01', to: '2023-07-01' },
          'SubstituteAppointed',
        ),
      );
    const apart = entries();
    expect(apart.daysOf('two-seats-of-a-kind-at-once')).toEqual([]);
    // Member and substitute under one entry, already.
    expect(apart.daysOf('member-and-substitute-at-once')).toEqual(['2023-06-01 – 2023-07-01']);
    const one = merged(entries(), 'amanda too', 'amanda');
    expect(one.daysOf('two-seats-of-a-kind-at-once')).toEqual(['2023-03-01 – ']);
    expect(one.daysOf('member-and-substitute-at-once')).toEqual(['2023-06-01 – 2023-07-01', '2023-06-01 – 2023-07-01']);
    const again = merged(entries(), 'amanda too', 'amanda', true);
    expect(again.daysOf('two-seats-of-a-kind-at-once')).toEqual([]);
  });

  it('edge case 55: two entries that were both merged into a third are one', () => {
    const known = group(
      instruction('2023-01-01', 2),
      appointed('a', 1, { personId: idOf('first') }),
      appointed('b', 2, { personId: idOf('second') }),
    );
    for (const word of ['first', 'second']) {
      const data = { mergeId: idOf(`merge ${word}`), survivorId: idOf('third'), mergedId: idOf(word) };
      known.with('person', word, {}).told('person', word, [{ type: 'PersonsMerged', data }]);
    }
    expect(known.daysOf('two-seats-of-a-kind-at-once')).toEqual(['2023-01-01 – ']);
  });
});
