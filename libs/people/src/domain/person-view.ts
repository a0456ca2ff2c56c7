import { bounds, type CivilDate, type Personal } from '@liggare/kernel';
import { nameOn } from './name-periods.js';
import type { Affiliation, ContactDetails, Death, Merge, PersonName, PersonState } from './person.js';

/** A person on a day. Names and contact details are commitments; the edge of the system reveals them. */
export interface PersonView {
  readonly id: string;
  /** The entry was a mistake: nobody is behind it, and nothing else is left of it. */
  readonly registeredInError?: true;
  /** Names and contact details are withheld, whatever the day; which protection it is stays in the log. */
  readonly protected?: true;
  /** The name on that day: what a protocol of that day says (edge case 54). */
  readonly givenName?: Personal;
  readonly familyName?: Personal;
  readonly contact: ContactDetails;
  /** The affiliations that hold on that day. */
  readonly affiliations: readonly Affiliation[];
  /** Given when the person may have been dead by that day. */
  readonly death?: Death;
  /** Who stands for this person since the two were found to be one. */
  readonly mergedInto?: Merge;
  /** Whom this person stands for. */
  readonly standsFor: readonly Merge[];
  /** All names and affiliations in the register, whatever the day, so that each can be corrected. */
  readonly history: {
    readonly names: readonly PersonName[];
    readonly affiliations: readonly Affiliation[];
  };
}

/** Pure: the person as the events say it was on a day. Contact details have no dates of their own. */
export function presentPerson(state: PersonState, validAt: CivilDate): PersonView {
  const name = nameOn(state.names, validAt);
  return {
    id: state.id,
    ...(state.registeredInError ? { registeredInError: true } : {}),
    ...(state.protection ? { protected: true } : {}),
    ...(name ? { givenName: name.givenName, familyName: name.familyName } : {}),
    contact: state.contact,
    affiliations: affiliationsOn(state, validAt),
    ...(state.death && mayBeDeadBy(state.death, validAt) ? { death: state.death } : {}),
    ...(state.mergedInto ? { mergedInto: state.mergedInto } : {}),
    standsFor: state.standsFor,
    history: { names: state.names, affiliations: state.affiliations },
  };
}

export function affiliationsOn(state: PersonState, day: CivilDate): readonly Affiliation[] {
  return state.affiliations.filter(
    ({ from, to }) => (from === undefined || from <= day) && (to === undefined || day < to),
  );
}

function mayBeDeadBy(death: Death, day: CivilDate): boolean {
  const { earliest } = bounds(death.on);
  return earliest === undefined || earliest <= day;
}
