import type { CivilDate, DomainEvent } from '@liggare/kernel';
import { isEmptyPeriod, type Period } from '../../domain/period.js';
import type { Fold } from './bitemporal-fold.js';
import type { Fact, Section } from './fact.js';
import { affiliation } from './tables.js';

interface Affiliated extends Period {
  readonly partyId: string;
}

/** By affiliation. */
type Affiliations = Readonly<Record<string, Affiliated>>;

interface Dates {
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

/** The events of persons that say which party someone represents; their other events are none of our business. */
export const AFFILIATION_EVENTS = [
  'AffiliationStarted',
  'AffiliationEnded',
  'AffiliationCorrected',
  'AffiliationRetracted',
] as const;

/** A person's affiliations through time, as the person's events tell them. */
export const affiliationFold: Fold<Affiliations> = {
  initialState: {},

  evolve(state: Affiliations, event: DomainEvent): Affiliations {
    switch (event.type) {
      case 'AffiliationStarted': {
        const { affiliationId, partyId, from } = event.data as { affiliationId: string; partyId: string } & Dates;
        return { ...state, [affiliationId]: { partyId, ...days({ from }) } };
      }
      case 'AffiliationEnded': {
        const { affiliationId, to } = event.data as { affiliationId: string; to: CivilDate };
        const known = state[affiliationId];
        return known ? { ...state, [affiliationId]: { ...known, to } } : state;
      }
      case 'AffiliationCorrected': {
        const { corrects, partyId, from, to } = event.data as { corrects: string; partyId: string } & Dates;
        return { ...state, [corrects]: { partyId, ...days({ from, to }) } };
      }
      case 'AffiliationRetracted': {
        const { [(event.data as { corrects: string }).corrects]: _retracted, ...left } = state;
        return left;
      }
      default:
        return state;
    }
  },

  changedSections(personId: string, before: Affiliations, after: Affiliations): Section[] {
    const keys = Object.keys({ ...before, ...after }).filter((key) => before[key] !== after[key]);
    return keys.map((key) => ({ key, facts: factsOf(personId, key, after[key]) }));
  },
};

function factsOf(personId: string, affiliationId: string, held: Affiliated | undefined): Fact[] {
  if (!held || isEmptyPeriod(held)) return [];
  const { partyId, ...valid } = held;
  return [{ table: affiliation, key: '', cells: [personId, affiliationId, partyId], valid }];
}

function days({ from, to }: { from?: CivilDate | undefined; to?: CivilDate | undefined }): Period {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
