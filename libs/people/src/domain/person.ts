import type { Aggregate, CivilDate, PartialDate, Personal } from '@liggare/kernel';
import type { DatedName } from './name-periods.js';
import type { PersonCommand } from './person-commands.js';
import { decidePerson } from './person-decide.js';
import { personEvents, type PersonEvent } from './person-events.js';
import type { Protection } from './protection.js';

/** Names are commitments here: state never holds the text. */
export interface PersonName extends DatedName {
  readonly givenName: Personal;
  readonly familyName: Personal;
}

export interface ContactDetails {
  readonly email?: Personal;
  readonly phone?: Personal;
  readonly postalAddress?: Personal;
}

/** Representing a party, `[from, to)`. Two may overlap: the register records it, and a finding will say so. */
export interface Affiliation {
  readonly affiliationId: string;
  readonly partyId: string;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

export interface Death {
  readonly deathId: string;
  readonly on: PartialDate;
}

/** The same human being, entered in the register a second time. */
export interface Merge {
  readonly mergeId: string;
  /** The other one. */
  readonly personId: string;
}

export interface PersonState {
  /** Empty until the person is registered. */
  readonly id: string;
  /** In the order they were registered. */
  readonly names: readonly PersonName[];
  readonly contact: ContactDetails;
  /** In the order they were registered. */
  readonly affiliations: readonly Affiliation[];
  readonly death?: Death;
  /** Who stands for this person since they were found to be one. */
  readonly mergedInto?: Merge;
  /** Whom this person stands for; in the order they were merged. */
  readonly standsFor: readonly Merge[];
  /** Personal data is withheld in every answer. */
  readonly protection?: Protection;
  /** The entry was a mistake. Nothing else is left of it then, but protection. */
  readonly registeredInError?: true;
}

const unregistered: PersonState = { id: '', names: [], contact: {}, affiliations: [], standsFor: [] };

function evolve(state: PersonState, event: PersonEvent): PersonState {
  switch (event.type) {
    case 'PersonRegistered': {
      const { personId, nameId, givenName, familyName } = event.data;
      return { ...state, id: personId, names: [{ nameId, givenName, familyName }] };
    }
    case 'NameChanged': {
      const { nameId, givenName, familyName, from } = event.data;
      return { ...state, names: [...state.names, { nameId, givenName, familyName, from }] };
    }
    case 'NameCorrected': {
      const { corrects, givenName, familyName, from } = event.data;
      const corrected = { nameId: corrects, givenName, familyName, ...(from === undefined ? {} : { from }) };
      return { ...state, names: state.names.map((name) => (name.nameId === corrects ? corrected : name)) };
    }
    case 'ContactDetailsChanged': {
      const { personId: _, ...contact } = event.data;
      return { ...state, contact };
    }
    case 'AffiliationStarted': {
      const { personId: _, ...affiliation } = event.data;
      return { ...state, affiliations: [...state.affiliations, affiliation] };
    }
    case 'AffiliationEnded': {
      const { affiliationId, to } = event.data;
      return withAffiliation(state, affiliationId, (affiliation) => ({ ...affiliation, to }));
    }
    case 'AffiliationCorrected': {
      const { corrects, partyId, from, to } = event.data;
      const dates = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
      return withAffiliation(state, corrects, () => ({ affiliationId: corrects, partyId, ...dates }));
    }
    case 'AffiliationRetracted': {
      const { corrects } = event.data;
      return { ...state, affiliations: state.affiliations.filter((a) => a.affiliationId !== corrects) };
    }
    case 'PersonDied':
      return { ...state, death: { deathId: event.data.deathId, on: event.data.on } };
    case 'DeathCorrected':
      return { ...state, death: { deathId: event.data.corrects, on: event.data.on } };
    case 'DeathRetracted': {
      const { death: _, ...alive } = state;
      return alive;
    }
    case 'PersonsMerged':
      return merged(state, event.data);
    case 'PersonMergeUndone':
      return apart(state, event.data.corrects);
    case 'PersonRegisteredInError':
      return {
        ...{ ...unregistered, id: state.id, registeredInError: true },
        ...(state.protection ? { protection: state.protection } : {}),
      };
    case 'IdentityProtected': {
      const { personId: _, ...protection } = event.data;
      return { ...state, protection };
    }
    case 'IdentityProtectionLifted': {
      const { protection: _, ...open } = state;
      return open;
    }
    default:
      return state;
  }
}

function merged(state: PersonState, data: { mergeId: string; survivorId: string; mergedId: string }): PersonState {
  const { mergeId, survivorId, mergedId } = data;
  if (state.id === mergedId) return { ...state, mergedInto: { mergeId, personId: survivorId } };
  return { ...state, standsFor: [...state.standsFor, { mergeId, personId: mergedId }] };
}

function apart({ mergedInto, ...state }: PersonState, mergeId: string): PersonState {
  const standsFor = state.standsFor.filter((merge) => merge.mergeId !== mergeId);
  return { ...state, standsFor, ...(mergedInto && mergedInto.mergeId !== mergeId ? { mergedInto } : {}) };
}

function withAffiliation(state: PersonState, id: string, change: (before: Affiliation) => Affiliation): PersonState {
  return { ...state, affiliations: state.affiliations.map((a) => (a.affiliationId === id ? change(a) : a)) };
}

/** One person: names, contact details, affiliations, death. Everything personal is sealed under the person's key. */
export const personAggregate: Aggregate<PersonState, PersonCommand, PersonEvent> = {
  category: 'person',
  catalogue: personEvents,
  initialState: unregistered,
  decide: decidePerson,
  evolve,
};
