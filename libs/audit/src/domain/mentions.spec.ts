import { derivedId } from '@liggare/kernel';
import { mentionsOf } from './mentions.js';

const group = derivedId('group', 1);
const successor = derivedId('group', 2);
const person = derivedId('person', 1);
const party = derivedId('party', 1);
const decision = derivedId('decision', 1);

describe('what an event mentions', () => {
  it('is first its own entity, then what its data name, each once', () => {
    const data = {
      appointmentId: derivedId('appointment', 1),
      personId: person,
      nominatingPartyId: party,
      basis: { decisionId: decision, point: 1 },
      again: [{ personId: person }],
    };
    expect(mentionsOf(`group-${group}`, data)).toEqual([
      { entityType: 'group', entityId: group },
      { entityType: 'person', entityId: person },
      { entityType: 'party', entityId: party },
      { entityType: 'decision', entityId: decision },
    ]);
  });

  it('is its own entity also when the kind is two words', () => {
    const plan = derivedId('plan', 1);
    expect(mentionsOf(`action-plan-${plan}`, {})).toEqual([{ entityType: 'action-plan', entityId: plan }]);
  });

  it('is every entity of a list', () => {
    const other = derivedId('party', 2);
    expect(mentionsOf(`decision-${decision}`, { decisionId: decision, partyIds: [party, other] })).toEqual([
      { entityType: 'decision', entityId: decision },
      { entityType: 'party', entityId: party },
      { entityType: 'party', entityId: other },
    ]);
  });

  it('is a successor of the same kind as what it succeeds', () => {
    expect(mentionsOf(`group-${group}`, { successorId: successor })[1]).toEqual({
      entityType: 'group',
      entityId: successor,
    });
    expect(mentionsOf(`party-${party}`, { successorId: successor })[1]!.entityType).toBe('party');
  });

  it('is both persons of a merge', () => {
    const other = derivedId('person', 2);
    expect(mentionsOf(`person-${person}`, { survivorId: other, mergedId: person })).toEqual([
      { entityType: 'person', entityId: person },
      { entityType: 'person', entityId: other },
    ]);
  });

  it('is nothing that a text or a commitment happens to hold', () => {
    const data = { personId: 'okänd', note: person, title: { _sd: person, personId: person } };
    expect(mentionsOf(`group-${group}`, data)).toEqual([{ entityType: 'group', entityId: group }]);
  });

  it('is nothing of a stream that is no entity', () => {
    expect(mentionsOf('projections-admin', { personId: person })).toEqual([{ entityType: 'person', entityId: person }]);
  });
});
