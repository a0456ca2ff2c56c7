import { personal, specificationId, specificationOf } from '@liggare/kernel';
import { presentParty } from './party-view.js';
import type { PartyEvent } from './party-events.js';
import { partyAggregate } from './party.js';
import type { PersonEvent } from './person-events.js';
import { presentPerson } from './person-view.js';
import { personAggregate } from './person.js';

const [personId, otherId, partyId] = [1, 2, 3].map(specificationId) as [string, string, string];
const nameId = specificationId(4);
const registered: PersonEvent = {
  type: 'PersonRegistered',
  data: { personId, nameId, givenName: personal(personId, 'Amanda'), familyName: personal(personId, 'Exempelsson') },
};
const discarded: PersonEvent = { type: 'PersonRegisteredInError', data: { personId } };

describe('a person entered by mistake', () => {
  const given = specificationOf(personAggregate);

  it('is discarded, with a sealed reason', () => {
    given(registered)
      .when({ type: 'DiscardPerson', reason: ' Amanda finns inte ' })
      .then({ type: 'PersonRegisteredInError', data: { personId, reason: personal(personId, 'Amanda finns inte') } });
  });

  it('is discarded once, and nothing more is recorded of it', () => {
    given(registered, discarded).when({ type: 'DiscardPerson' }).thenNothing();
    given(registered, discarded)
      .when({ type: 'RecordDeath', on: '2024' as never })
      .thenRefused('registered-in-error');
  });

  it('leaves nothing but its id', () => {
    const { state } = given(registered, discarded);
    expect(presentPerson(state, '2024-01-01' as never)).toMatchObject({ id: personId, registeredInError: true });
    expect(state.names).toEqual([]);
  });

  it('is not discarded while it is merged', () => {
    const merged: PersonEvent = {
      type: 'PersonsMerged',
      data: { mergeId: specificationId(5), survivorId: otherId, mergedId: personId },
    };
    given(registered, merged).when({ type: 'DiscardPerson' }).thenRefused('is-merged');
  });

  it('cannot be discarded before it is there', () => {
    given().when({ type: 'DiscardPerson' }).thenRefused('not-registered');
  });
});

describe('a party entered by mistake', () => {
  const given = specificationOf(partyAggregate);
  const named: PartyEvent = { type: 'PartyRegistered', data: { partyId, nameId, name: 'Fiktionspartiet' } };
  const gone: PartyEvent = { type: 'PartyRegisteredInError', data: { partyId } };

  it('is discarded once, and nothing more is recorded of it', () => {
    given(named).when({ type: 'DiscardParty' }).then(gone);
    given(named, gone).when({ type: 'DiscardParty' }).thenNothing();
    given(named, gone)
      .when({ type: 'DissolveParty', on: '2024' as never })
      .thenRefused('registered-in-error');
    expect(presentParty(given(named, gone).state, '2024-01-01' as never)).toMatchObject({ registeredInError: true });
  });
});
