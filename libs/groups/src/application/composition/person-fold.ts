import type { CivilDate, DomainEvent } from '@liggare/kernel';
import { isEmptyPeriod, type Period } from '../../domain/period.js';
import type { Fold } from './bitemporal-fold.js';
import type { Fact, Section } from './fact.js';
import { affiliation, personMerge } from './tables.js';

interface Affiliated extends Period {
  readonly partyId: string;
}

/** By affiliation. */
type Affiliations = Readonly<Record<string, Affiliated>>;

interface Dates {
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

interface Person {
  readonly affiliations: Affiliations;
  /** Who stands for whom; in the streams of both. */
  readonly merge?: Merge;
}

interface Merge {
  readonly mergeId: string;
  readonly mergedId: string;
  readonly survivorId: string;
}

/** The events of persons that say which party and who; their other events are none of our business. */
export const PERSON_EVENTS = [
  'AffiliationStarted',
  'AffiliationEnded',
  'AffiliationCorrected',
  'AffiliationRetracted',
  'PersonsMerged',
  'PersonMergeUndone',
] as const;

/** A person's affiliations through time, and whom the person proved to be one with, as the person's events tell it. */
export const personFold: Fold<Person> = {
  initialState: { affiliations: {} },

  evolve(state: Person, event: DomainEvent): Person {
    const { merge, ...rest } = state;
    switch (event.type) {
      case 'PersonsMerged': {
        const { mergeId, mergedId, survivorId } = event.data as Merge;
        return { ...state, merge: { mergeId, mergedId, survivorId } };
      }
      case 'PersonMergeUndone':
        return merge?.mergeId === (event.data as { corrects: string }).corrects ? rest : state;
      default:
        return { ...state, affiliations: affiliated(state.affiliations, event) };
    }
  },

  changedSections(personId: string, before: Person, after: Person): Section[] {
    const keys = Object.keys({ ...before.affiliations, ...after.affiliations }).filter(
      (key) => before.affiliations[key] !== after.affiliations[key],
    );
    const sections = keys.map((key) => ({ key, facts: factsOf(personId, key, after.affiliations[key]) }));
    if (before.merge === after.merge) return sections;
    return [...sections, { key: 'merge', facts: mergeFacts(personId, after.merge) }];
  },
};

function affiliated(state: Affiliations, event: DomainEvent): Affiliations {
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
}

/** From the merged person's own stream, so that each merge is one row. */
function mergeFacts(personId: string, merge: Merge | undefined): Fact[] {
  if (merge?.mergedId !== personId) return [];
  return [{ table: personMerge, key: '', cells: [personId, merge.survivorId], valid: {} }];
}

function factsOf(personId: string, affiliationId: string, held: Affiliated | undefined): Fact[] {
  if (!held || isEmptyPeriod(held)) return [];
  const { partyId, ...valid } = held;
  return [{ table: affiliation, key: '', cells: [personId, affiliationId, partyId], valid }];
}

function days({ from, to }: { from?: CivilDate | undefined; to?: CivilDate | undefined }): Period {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
