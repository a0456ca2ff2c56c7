import { Repository, type CivilDate, type Position } from '@liggare/kernel';
import { Injectable } from '@nestjs/common';
import { presentPerson, type PersonView } from '../domain/person-view.js';
import { personAggregate, type Merge } from '../domain/person.js';

/** A person that another stands for: what is recorded about it stays its own, and is shown with the survivor. */
export type MergedPerson = Merge & Pick<PersonView, 'givenName' | 'familyName' | 'affiliations' | 'death' | 'history'>;

/** What is recorded about the persons that a person stands for, and about those that they stand for in turn. */
@Injectable()
export class MergedPersons {
  constructor(private readonly repository: Repository) {}

  async of(merges: readonly Merge[], validAt: CivilDate, knownAt?: Position): Promise<readonly MergedPerson[]> {
    const found: MergedPerson[] = [];
    const ahead = [...merges];
    for (let next = ahead.shift(); next; next = ahead.shift()) {
      const { state } = await this.repository.load(personAggregate, next.personId, knownAt);
      const { givenName, familyName, affiliations, death, history } = presentPerson(state, validAt);
      const names = givenName && familyName ? { givenName, familyName } : {};
      found.push({ ...next, ...names, affiliations, ...(death ? { death } : {}), history });
      ahead.push(...state.standsFor);
    }
    return found;
  }
}
