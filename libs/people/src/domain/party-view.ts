import { bounds, type CivilDate } from '@liggare/kernel';
import { nameOn } from './name-periods.js';
import type { Dissolution, PartyName, PartyState, Succession } from './party.js';

/** A party on a day. */
export interface PartyView {
  readonly id: string;
  /** The entry was a mistake, and nothing else is left of it. */
  readonly registeredInError?: true;
  readonly name?: string;
  readonly abbreviation?: string;
  /** Given when the party may have ceased to exist by that day. */
  readonly dissolution?: Dissolution;
  /** The parties that came after it, as far as they had by that day. */
  readonly successors: readonly Succession[];
  /** All its names in the register, whatever the day, so that each can be corrected. */
  readonly names: readonly PartyName[];
}

/** Pure: the party as the events say it was on a day. */
export function presentParty(state: PartyState, validAt: CivilDate): PartyView {
  const current = nameOn(state.names, validAt);
  const { dissolution } = state;
  return {
    id: state.id,
    ...(state.registeredInError ? { registeredInError: true } : {}),
    ...(current ? { name: current.name } : {}),
    ...(current?.abbreviation === undefined ? {} : { abbreviation: current.abbreviation }),
    ...(dissolution && mayHaveCome(bounds(dissolution.on).earliest, validAt) ? { dissolution } : {}),
    successors: state.successions.filter(({ from }) => mayHaveCome(from, validAt)),
    names: state.names,
  };
}

function mayHaveCome(from: CivilDate | undefined, day: CivilDate): boolean {
  return from === undefined || from <= day;
}
