import { Refusal, withoutUndefined, type DecideContext } from '@liggare/kernel';
import type { PartyCommand, PartyNaming } from './party-commands.js';
import type { PartyEvent } from './party-events.js';
import type { PartyState } from './party.js';
import { registeredInError } from './registered-in-error.js';
import { sealedReason } from './sealed-text.js';

/** @throws Refusal an unknown name, dissolution or succession; a second dissolution; a party that succeeds itself */
export function decideParty(state: PartyState, command: PartyCommand, context: DecideContext): readonly PartyEvent[] {
  if (command.type === 'RegisterParty') {
    if (state.id !== '') throw new Refusal('already-exists', 'the party is already registered');
    const { partyId, from } = command;
    const name = { nameId: context.id(0), ...naming(command), ...withoutUndefined({ from }) };
    return [{ type: 'PartyRegistered', data: { partyId, ...name } }];
  }
  if (state.id === '') throw new Refusal('not-registered', 'the party is not registered');
  const partyId = state.id;
  if (command.type === 'DiscardParty') {
    const reason = sealedReason(partyId, command.reason);
    return state.registeredInError ? [] : [{ type: 'PartyRegisteredInError', data: { partyId, ...reason } }];
  }
  if (state.registeredInError) throw registeredInError('party');
  switch (command.type) {
    case 'RenameParty': {
      const { from } = command;
      return [{ type: 'PartyRenamed', data: { partyId, nameId: context.id(0), ...naming(command), from } }];
    }
    case 'CorrectPartyName': {
      const { nameId: corrects, from, reason } = command;
      if (!state.names.some((name) => name.nameId === corrects)) {
        throw new Refusal('unknown-name', 'the party has no such name', '/nameId');
      }
      // A reason may name people; it is sealed under a key of the party's own, and can be forgotten with that.
      const rest = { ...withoutUndefined({ from }), ...sealedReason(partyId, reason) };
      return [{ type: 'PartyNameCorrected', data: { partyId, corrects, ...naming(command), ...rest } }];
    }
    case 'DissolveParty': {
      const { on } = command;
      if (state.dissolution?.on === on) return [];
      if (state.dissolution) throw new Refusal('already-dissolved', 'a dissolution is recorded; correct that instead');
      return [{ type: 'PartyDissolved', data: { partyId, dissolutionId: context.id(0), on } }];
    }
    case 'CorrectDissolution': {
      const { dissolutionId: corrects, on, reason } = command;
      checkDissolution(state, corrects);
      if (state.dissolution?.on === on) return [];
      return [{ type: 'PartyDissolutionCorrected', data: { partyId, corrects, on, ...sealedReason(partyId, reason) } }];
    }
    case 'RetractDissolution': {
      const { dissolutionId: corrects, reason } = command;
      checkDissolution(state, corrects);
      return [{ type: 'PartyDissolutionRetracted', data: { partyId, corrects, ...sealedReason(partyId, reason) } }];
    }
    case 'LinkSuccessor': {
      const { successorId, kind, from } = command;
      if (successorId === partyId)
        throw new Refusal('succeeds-itself', 'a party cannot succeed itself', '/successorId');
      const succession = { successionId: context.id(0), successorId, kind, ...withoutUndefined({ from }) };
      return [{ type: 'PartySuccessorLinked', data: { partyId, ...succession } }];
    }
    case 'RetractSuccessor': {
      const { successionId: corrects, reason } = command;
      if (!state.successions.some((succession) => succession.successionId === corrects)) {
        throw new Refusal('unknown-succession', 'the party has no such successor link', '/successionId');
      }
      return [{ type: 'PartySuccessorRetracted', data: { partyId, corrects, ...sealedReason(partyId, reason) } }];
    }
  }
}

function checkDissolution(state: PartyState, dissolutionId: string): void {
  if (state.dissolution?.dissolutionId !== dissolutionId) {
    throw new Refusal('unknown-dissolution', 'no such dissolution is recorded', '/dissolutionId');
  }
}

function naming({ name, abbreviation }: PartyNaming): PartyNaming {
  const text = (value: string) => value.normalize('NFC').trim();
  return { name: text(name), ...(abbreviation === undefined ? {} : { abbreviation: text(abbreviation) }) };
}
