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
});
