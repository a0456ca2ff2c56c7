import { idOf, Known } from '../../testing/known.js';
import { appointed, chair, ended, established, group, instruction } from '../../testing/group-events.js';

describe('seats and holders', () => {
  it('edge case 13: more holders than seats from the day the instruction cuts them until somebody leaves', () => {
    const cut = { type: 'SeatsChanged', data: { kind: 'member', seats: 1, from: '2024-05-01' } };
    const known = group(
      instruction('2023-01-01', 2),
      appointed('a', 1),
      appointed('b', 2),
      cut,
      ended('b', '2024-06-01'),
    );
    expect(known.daysOf('more-holders-than-seats')).toEqual(['2024-05-01 – 2024-06-01']);
  });

  it('edge case 18: a seat that nobody fills is found after ninety days, and no longer when it is filled', () => {
    const events = [instruction('2023-01-01', 1), appointed('a', 1), ended('a', '2023-03-01')];
    expect(group(...events).daysOf('seat-long-vacant')).toEqual(['2023-05-30 – ']);
    const filled = appointed('b', 1, { from: '2023-09-01' });
    expect(group(...events, filled).daysOf('seat-long-vacant')).toEqual(['2023-05-30 – 2023-09-01']);
    const soon = appointed('b', 1, { from: '2023-05-30' });
    expect(group(...events, soon).daysOf('seat-long-vacant')).toEqual([]);
  });

  it('edge case 74: a vacancy with an explanation is not one to look for', () => {
    const explained = {
      type: 'VacancyExplained',
      data: { kind: 'member', seat: 1, reason: 'declined', from: '2023-01-01' },
    };
    expect(group(instruction('2023-01-01', 1)).daysOf('seat-long-vacant')).toEqual(['2023-04-01 – ']);
    expect(group(instruction('2023-01-01', 1), explained).daysOf('seat-long-vacant')).toEqual([]);
  });

  it('a group with members has one chair', () => {
    const members = [instruction('2023-01-01', 2), appointed('a', 1), appointed('b', 2)];
    expect(group(...members).daysOf('group-without-chair')).toEqual(['2023-01-01 – ']);
    const chaired = group(...members, chair('a', { from: '2023-02-01', to: '2023-03-01' }));
    expect(chaired.daysOf('group-without-chair')).toEqual(['2023-01-01 – 2023-02-01', '2023-03-01 – ']);
    const two = group(...members, chair('a'), chair('b', { from: '2023-05-01' }));
    expect(two.daysOf('group-without-chair')).toEqual([]);
    expect(two.daysOf('two-chairs-at-once')).toEqual(['2023-05-01 – ']);
  });

  it('edge case 43: no instruction says how many seats there are', () => {
    expect(group().daysOf('group-without-instruction')).toEqual(['2023-01-01 – ']);
    const known = group(instruction('2023-04-01', 3));
    expect(known.daysOf('group-without-instruction')).toEqual(['2023-01-01 – 2023-04-01']);
  });

  it('edge case 42: a mandate that runs out, and one that has', () => {
    const known = new Known().told('group', 'group', [established({ to: '2027-01-01' })]);
    expect(known.daysOf('mandate-ends-without-successor')).toEqual(['2026-11-02 – 2027-01-01']);
    expect(known.daysOf('mandate-expired-without-successor')).toEqual(['2027-01-01 – ']);
    known.told('group', 'group', [{ type: 'SuccessorNamed', data: { successorId: idOf('next') } }]);
    expect(known.daysOf('mandate-ends-without-successor')).toEqual([]);
    expect(known.daysOf('mandate-expired-without-successor')).toEqual([]);
  });

  it('finds nothing in a group that is as it should be, nor in one that was never established', () => {
    const known = group(
      instruction('2023-01-01', 1, 1),
      appointed('a', 1, { basis: { decisionId: idOf('d'), point: 1 } }),
      appointed('b', 1, { basis: { decisionId: idOf('d'), point: 1 } }, 'SubstituteAppointed'),
      chair('a'),
    );
    expect(known.findings()).toEqual([]);
    expect(new Known().with('group', 'none', {}).findings()).toEqual([]);
  });
});
