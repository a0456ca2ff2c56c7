import { idOf, Known } from '../../testing/known.js';

describe('persons', () => {
  const affiliation = (word: string, party: string, more: object) => ({
    affiliationId: idOf(word),
    partyId: idOf(party),
    ...more,
  });

  it('edge case 19: represents two parties at once', () => {
    const person = (...affiliations: readonly object[]) => new Known().with('person', 'p', { affiliations } as never);
    const first = affiliation('1', 'S', { from: '2022-10-17', to: '2024-06-01' });
    expect(person(first, affiliation('2', 'V', { from: '2024-06-01' })).findings()).toEqual([]);
    const known = person(first, affiliation('2', 'V', { from: '2024-05-01' }));
    expect(known.daysOf('overlapping-affiliations')).toEqual(['2024-05-01 – 2024-06-01']);
  });

  it('edge case 20: represents a party that has ceased', () => {
    const known = new Known()
      .with('person', 'p', { affiliations: [affiliation('1', 'L', { from: '2022-01-01' })] })
      .with('party', 'L', { dissolution: { dissolutionId: idOf('d'), on: '2024-12-31' } } as never);
    expect(known.daysOf('affiliated-to-dissolved-party')).toEqual(['2024-12-31 – ']);
  });
});

describe('initiatives', () => {
  const initiative = (state: object) =>
    new Known().with('initiative', 'i', {
      registeredFor: '2023-01-01',
      milestones: [{ milestoneId: idOf('m'), status: 'ongoing', on: '2024-01-01' }],
      ...state,
    } as never);
  const lead = (more: object) => ({
    ...{ responsibilityId: idOf('r'), body: { groupId: idOf('board') }, role: 'lead' },
    ...more,
  });

  it('nobody answers for it while it goes on', () => {
    expect(initiative({}).daysOf('initiative-without-responsible-body')).toEqual(['2024-01-01 – ']);
    const answered = initiative({ responsibilities: [lead({ from: '2024-02-01', to: '2024-12-01' })] });
    expect(answered.daysOf('initiative-without-responsible-body')).toEqual([
      '2024-01-01 – 2024-02-01',
      '2024-12-01 – ',
    ]);
  });

  it('edge case 40: the body that answers for it has ceased, until it is transferred', () => {
    const board = {
      type: 'GroupEstablished',
      data: { name: 'N', legalForm: 'committee', from: '2023-01-01', to: '2025-01-01' },
    };
    const known = (...more: readonly object[]) =>
      initiative({ responsibilities: [lead({ from: '2024-01-01' }), ...more] }).told('group', 'board', [board]);
    expect(known().daysOf('responsible-body-has-ceased')).toEqual(['2025-01-01 – ']);
    const next = lead({ responsibilityId: idOf('r2'), body: { groupId: idOf('next') }, from: '2025-03-01' });
    expect(known(next).daysOf('responsible-body-has-ceased')).toEqual(['2025-01-01 – 2025-03-01']);
  });

  it('goes on though nothing was decided', () => {
    expect(initiative({}).daysOf('initiative-without-decision')).toEqual(['2024-01-01 – ']);
    const basis = { decisionId: idOf('d'), point: 1 };
    expect(
      initiative({ links: [{ linkId: idOf('l'), relation: 'decides', basis }] }).daysOf('initiative-without-decision'),
    ).toEqual([]);
  });
});
