import type { Aggregate, CivilDate, PartialDate } from '@liggare/kernel';
import type { DatedName } from './name-periods.js';
import type { PartyCommand } from './party-commands.js';
import { decideParty } from './party-decide.js';
import { partyEvents, type PartyEvent, type SuccessionKind } from './party-events.js';

export interface PartyName extends DatedName {
  readonly name: string;
  readonly abbreviation?: string;
}

export interface Succession {
  readonly successionId: string;
  readonly successorId: string;
  readonly kind: SuccessionKind;
  readonly from?: CivilDate;
}

export interface Dissolution {
  readonly dissolutionId: string;
  readonly on: PartialDate;
}

export interface PartyState {
  /** Empty until the party is registered. */
  readonly id: string;
  /** In the order they were registered. */
  readonly names: readonly PartyName[];
  readonly dissolution?: Dissolution;
  readonly successions: readonly Succession[];
  /** The entry was a mistake. Nothing else is left of it then. */
  readonly registeredInError?: true;
}

const unregistered: PartyState = { id: '', names: [], successions: [] };

function evolve(state: PartyState, event: PartyEvent): PartyState {
  switch (event.type) {
    case 'PartyRegistered': {
      const { partyId, ...name } = event.data;
      return { ...state, id: partyId, names: [name] };
    }
    case 'PartyRenamed': {
      const { partyId: _, ...name } = event.data;
      return { ...state, names: [...state.names, name] };
    }
    case 'PartyNameCorrected': {
      const { partyId: _, reason: _why, corrects, ...rest } = event.data;
      const corrected = { nameId: corrects, ...rest };
      return { ...state, names: state.names.map((name) => (name.nameId === corrects ? corrected : name)) };
    }
    case 'PartyDissolved':
      return { ...state, dissolution: { dissolutionId: event.data.dissolutionId, on: event.data.on } };
    case 'PartyDissolutionCorrected':
      return { ...state, dissolution: { dissolutionId: event.data.corrects, on: event.data.on } };
    case 'PartyDissolutionRetracted': {
      const { dissolution: _, ...existing } = state;
      return existing;
    }
    case 'PartySuccessorLinked': {
      const { partyId: _, ...succession } = event.data;
      return { ...state, successions: [...state.successions, succession] };
    }
    case 'PartySuccessorRetracted': {
      const { corrects } = event.data;
      return { ...state, successions: state.successions.filter((s) => s.successionId !== corrects) };
    }
    case 'PartyRegisteredInError':
      return { ...unregistered, id: state.id, registeredInError: true };
    default:
      return state;
  }
}

/** One party: its names over time, its end, and which parties came after it. */
export const partyAggregate: Aggregate<PartyState, PartyCommand, PartyEvent> = {
  category: 'party',
  catalogue: partyEvents,
  initialState: unregistered,
  decide: decideParty,
  evolve,
};
