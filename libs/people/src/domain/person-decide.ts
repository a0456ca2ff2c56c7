import { type CivilDate, type DecideContext, Refusal, sealedText, withoutUndefined } from '@liggare/kernel';
import { contactSubject } from './contact-subject.js';
import { mergePersons, undoMerge } from './merge-decide.js';
import type { DiscardEntry, PersonCommand, PlainContactDetails, PlainName } from './person-commands.js';
import type { PersonEvent } from './person-events.js';
import type { Affiliation, PersonState } from './person.js';
import { decideProtection } from './protection.js';
import { registeredInError } from './registered-in-error.js';
import { sealedReason } from './sealed-text.js';

/**
 * @throws Refusal an unknown name, affiliation or death; `from` after `to`; a second end or death; an entry that was
 * discarded, or is merged
 */
export function decidePerson(
  state: PersonState,
  command: PersonCommand,
  context: DecideContext,
): readonly PersonEvent[] {
  if (command.type === 'RegisterPerson') return register(state, command, context);
  if (state.id === '') throw new Refusal('not-registered', 'the person is not registered');
  const personId = state.id;
  if (command.type === 'DiscardPerson') return discard(state, command);
  if (command.type === 'ProtectIdentity' || command.type === 'LiftProtection') {
    return decideProtection(state, command, context);
  }
  if (state.registeredInError) throw registeredInError('person');
  switch (command.type) {
    case 'ChangeName': {
      const { from } = command;
      return [
        { type: 'NameChanged', data: { personId, nameId: context.id(0), ...sealedName(personId, command), from } },
      ];
    }
    case 'CorrectName': {
      const { nameId: corrects, from, reason } = command;
      if (!state.names.some((name) => name.nameId === corrects)) {
        throw new Refusal('unknown-name', 'the person has no such name', '/nameId');
      }
      const name = sealedName(personId, command);
      const rest = { ...withoutUndefined({ from }), ...sealedReason(personId, reason) };
      return [{ type: 'NameCorrected', data: { personId, corrects, ...name, ...rest } }];
    }
    case 'ChangeContactDetails':
      return [{ type: 'ContactDetailsChanged', data: { personId, ...sealedContact(personId, command) } }];
    case 'StartAffiliation': {
      const { partyId, from } = command;
      const affiliation = { affiliationId: context.id(0), partyId, ...withoutUndefined({ from }) };
      return [{ type: 'AffiliationStarted', data: { personId, ...affiliation } }];
    }
    case 'EndAffiliation':
      return endAffiliation(state, command.affiliationId, command.to);
    case 'CorrectAffiliation': {
      const { affiliationId: corrects, partyId, from, to, reason } = command;
      affiliationOf(state, corrects);
      checkOrder(from, to);
      const rest = { ...withoutUndefined({ from, to }), ...sealedReason(personId, reason) };
      return [{ type: 'AffiliationCorrected', data: { personId, corrects, partyId, ...rest } }];
    }
    case 'RetractAffiliation': {
      const { affiliationId: corrects, reason } = command;
      affiliationOf(state, corrects);
      return [{ type: 'AffiliationRetracted', data: { personId, corrects, ...sealedReason(personId, reason) } }];
    }
    case 'RecordDeath': {
      const { on } = command;
      if (state.death?.on === on) return [];
      if (state.death) throw new Refusal('death-already-recorded', 'a death is recorded; correct that one instead');
      return [{ type: 'PersonDied', data: { personId, deathId: context.id(0), on } }];
    }
    case 'CorrectDeath': {
      const { deathId: corrects, on, reason } = command;
      checkDeath(state, corrects);
      if (state.death?.on === on) return [];
      return [{ type: 'DeathCorrected', data: { personId, corrects, on, ...sealedReason(personId, reason) } }];
    }
    case 'RetractDeath': {
      const { deathId: corrects, reason } = command;
      checkDeath(state, corrects);
      return [{ type: 'DeathRetracted', data: { personId, corrects, ...sealedReason(personId, reason) } }];
    }
    case 'MergePersons':
      return mergePersons(state, command, context);
    case 'UndoMerge':
      return undoMerge(state, command);
  }
}

/** @throws Refusal `is-merged`: the merge has to be undone first */
function discard(state: PersonState, { reason }: DiscardEntry<'DiscardPerson'>): readonly PersonEvent[] {
  if (state.registeredInError) return [];
  if (state.mergedInto !== undefined || state.standsFor.length > 0) {
    throw new Refusal('is-merged', 'the person is merged with another; undo that first');
  }
  return [{ type: 'PersonRegisteredInError', data: { personId: state.id, ...sealedReason(state.id, reason) } }];
}

type Register = Extract<PersonCommand, { type: 'RegisterPerson' }>;

function register(state: PersonState, command: Register, context: DecideContext): readonly PersonEvent[] {
  if (state.id !== '') throw new Refusal('already-exists', 'the person is already registered');
  const { personId, contact } = command;
  const registered: PersonEvent = {
    type: 'PersonRegistered',
    data: { personId, nameId: context.id(0), ...sealedName(personId, command) },
  };
  // Contact details are an event of their own: they are restricted and may be disposed of, the name is not.
  const details = contact === undefined ? {} : sealedContact(personId, contact);
  if (Object.keys(details).length === 0) return [registered];
  return [registered, { type: 'ContactDetailsChanged', data: { personId, ...details } }];
}

function endAffiliation(state: PersonState, affiliationId: string, to: CivilDate): readonly PersonEvent[] {
  const affiliation = affiliationOf(state, affiliationId);
  if (affiliation.to === to) return [];
  if (affiliation.to !== undefined) {
    throw new Refusal('affiliation-already-ended', 'the affiliation has an end; correct it instead', '/affiliationId');
  }
  checkOrder(affiliation.from, to);
  return [{ type: 'AffiliationEnded', data: { personId: state.id, affiliationId, to } }];
}

function affiliationOf(state: PersonState, affiliationId: string): Affiliation {
  const found = state.affiliations.find((affiliation) => affiliation.affiliationId === affiliationId);
  if (!found) throw new Refusal('unknown-affiliation', 'the person has no such affiliation', '/affiliationId');
  return found;
}

function checkDeath(state: PersonState, deathId: string): void {
  if (state.death?.deathId !== deathId) throw new Refusal('unknown-death', 'no such death is recorded', '/deathId');
}

function checkOrder(from: CivilDate | undefined, to: CivilDate | undefined): void {
  if (from !== undefined && to !== undefined && from > to) {
    throw new Refusal('from-after-to', 'it cannot end before it begins', '/to');
  }
}

function sealedName(personId: string, { givenName, familyName }: PlainName) {
  return { givenName: sealedText(personId, givenName), familyName: sealedText(personId, familyName) };
}

function sealedContact(personId: string, { email, phone, postalAddress }: PlainContactDetails) {
  const subject = contactSubject(personId);
  const sealed = (text: string | undefined) => (text === undefined ? undefined : sealedText(subject, text));
  return withoutUndefined({ email: sealed(email), phone: sealed(phone), postalAddress: sealed(postalAddress) });
}
