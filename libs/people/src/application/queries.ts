import type { CivilDate } from '@liggare/kernel';
import type { Listed, Moment, Page } from '@liggare/projections';
import { Query } from '@nestjs/cqrs';
import type { PartyState } from '../domain/party.js';
import type { PersonState } from '../domain/person.js';
import type { Names } from './names.js';
import type { PartyRow } from './party-list.js';
import type { PersonRow } from './person-directory.js';

/** The person with this id, from the log; undefined when there is none. For other slices' reference checks. */
export class FindPerson extends Query<PersonState | undefined> {
  constructor(readonly id: string) {
    super();
  }
}

/** The party with this id, from the log; undefined when there is none. For other slices' reference checks. */
export class FindParty extends Query<PartyState | undefined> {
  constructor(readonly id: string) {
    super();
  }
}

export interface PersonFilter {
  /** Words that must all be part of one of the person's names. */
  readonly q?: string;
  /** Only those who represent this party on the day. */
  readonly partyId?: string;
}

export class ListPersons extends Query<Listed<PersonRow>> {
  constructor(
    readonly moment: Moment,
    readonly page: Page,
    readonly filter: PersonFilter = {},
  ) {
    super();
  }
}

export class ListParties extends Query<Listed<PartyRow>> {
  constructor(
    readonly moment: Moment,
    readonly page: Page,
  ) {
    super();
  }
}

/** What these ids are called on a day, as known then. Ids that are unknown are not in the answer. */
export class FindNames extends Query<Names> {
  constructor(
    readonly moment: Moment,
    readonly personIds: readonly string[],
    readonly partyIds: readonly string[],
  ) {
    super();
  }
}

/**
 * Ids of the groups in which a person or party is named by an appointment, as the read models know now. Answered by the
 * slice of groups, which people know nothing of.
 */
export class FindGroupsNaming extends Query<readonly string[]> {
  constructor(
    readonly kind: 'person' | 'party',
    readonly id: string,
  ) {
    super();
  }
}

/**
 * When the last assignment of each of these persons ended (the first day without it), or `ongoing`. Persons who never
 * had one are not in the answer. Answered by the slice of groups, as the read models know now, de facto.
 */
export class FindLastAssignments extends Query<ReadonlyMap<string, CivilDate | 'ongoing'>> {
  constructor(readonly personIds: readonly string[]) {
    super();
  }
}
