import { NO_EVENTS, Repository } from '@liggare/kernel';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Listed } from '@liggare/projections';
import { partyAggregate, type PartyState } from '../domain/party.js';
import { personAggregate, type PersonState } from '../domain/person.js';
import { PartyList, type PartyRow } from './party-list.js';
import { PersonDirectory, type PersonRow } from './person-directory.js';
import { NameLookup, type Names } from './names.js';
import { FindNames, FindParty, FindPerson, ListParties, ListPersons } from './queries.js';

@QueryHandler(FindPerson)
export class FindPersonHandler implements IQueryHandler<FindPerson> {
  constructor(private readonly repository: Repository) {}

  async execute({ id }: FindPerson): Promise<PersonState | undefined> {
    const { state, revision } = await this.repository.load(personAggregate, id);
    return revision === NO_EVENTS || state.registeredInError ? undefined : state;
  }
}

@QueryHandler(FindParty)
export class FindPartyHandler implements IQueryHandler<FindParty> {
  constructor(private readonly repository: Repository) {}

  async execute({ id }: FindParty): Promise<PartyState | undefined> {
    const { state, revision } = await this.repository.load(partyAggregate, id);
    return revision === NO_EVENTS || state.registeredInError ? undefined : state;
  }
}

@QueryHandler(ListPersons)
export class ListPersonsHandler implements IQueryHandler<ListPersons> {
  constructor(private readonly directory: PersonDirectory) {}

  execute({ moment, page, filter }: ListPersons): Promise<Listed<PersonRow>> {
    return this.directory.list(moment, page, filter);
  }
}

@QueryHandler(ListParties)
export class ListPartiesHandler implements IQueryHandler<ListParties> {
  constructor(private readonly parties: PartyList) {}

  execute({ moment, page }: ListParties): Promise<Listed<PartyRow>> {
    return this.parties.list(moment, page);
  }
}

@QueryHandler(FindNames)
export class FindNamesHandler implements IQueryHandler<FindNames> {
  constructor(private readonly names: NameLookup) {}

  execute({ moment, personIds, partyIds }: FindNames): Promise<Names> {
    return this.names.find(moment, personIds, partyIds);
  }
}
