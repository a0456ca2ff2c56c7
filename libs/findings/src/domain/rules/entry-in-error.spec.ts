import { idOf, Known } from '../../testing/known.js';

describe('what rests on an entry that was made by mistake', () => {
  const affiliated = { affiliations: [{ affiliationId: idOf('a'), partyId: idOf('party') }] };
  const found = (known: Known) => known.findings().filter(({ rule }) => rule.endsWith('refers-to-entry-in-error'));

  it('is found, with the entry it refers to', () => {
    const known = new Known().with('party', 'party', { registeredInError: true }).with('person', 'person', affiliated);
    expect(found(known)).toMatchObject([
      { rule: 'person-refers-to-entry-in-error', facts: { kind: 'party', otherId: idOf('party') } },
    ]);
  });

  it('is not found while the entry holds', () => {
    expect(found(new Known().with('party', 'party', {}).with('person', 'person', affiliated))).toEqual([]);
  });

  it('is found of a seat that rests on a decision', () => {
    const seat = { appointmentId: idOf('seat'), kind: 'member', personId: idOf('p'), seat: 1, ends: [], roles: [] };
    const basis = { decisionId: idOf('decision'), point: 1 };
    const known = new Known()
      .with('decision', 'decision', { registeredInError: true })
      .with('group', 'group', { appointments: [{ ...seat, from: '2024-01-01', basis }] as never });
    expect(found(known)).toMatchObject([{ rule: 'group-refers-to-entry-in-error', entityId: idOf('group') }]);
  });

  it('is found of a meeting and an initiative whose group was a mistake', () => {
    const body = { groupId: idOf('group') };
    const responsibility = { responsibilityId: idOf('r'), body, role: 'lead', from: '2024' };
    const known = new Known()
      .with('group', 'group', { registeredInError: {} })
      .with('meeting', 'meeting', { organ: { groupId: idOf('group') } })
      .with('initiative', 'initiative', { responsibilities: [responsibility] as never });
    expect(found(known).map(({ rule }) => rule)).toEqual([
      'meeting-refers-to-entry-in-error',
      'initiative-refers-to-entry-in-error',
    ]);
  });

  it('is found of an action plan whose measure was a mistake', () => {
    const version = { versionId: idOf('v'), items: [{ itemId: idOf('i'), initiativeId: idOf('initiative') }] };
    const known = new Known()
      .with('initiative', 'initiative', { registeredInError: true })
      .with('action-plan', 'plan', { versions: [version] as never });
    expect(found(known)).toMatchObject([
      { rule: 'action-plan-refers-to-entry-in-error', facts: { kind: 'initiative', otherId: idOf('initiative') } },
    ]);
  });
});
