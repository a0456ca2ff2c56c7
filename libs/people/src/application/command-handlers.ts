import { NO_EVENTS, Refusal, Repository, type Executed } from '@liggare/kernel';
import { CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { partyAggregate, type PartyState } from '../domain/party.js';
import { personAggregate, type PersonState } from '../domain/person.js';
import { ChangeParty, ChangePerson } from './commands.js';
import { FindGroupsNaming } from './queries.js';
import { mergeInBoth, undoInBoth } from './merge-persons.js';

@CommandHandler(ChangePerson)
export class ChangePersonHandler implements ICommandHandler<ChangePerson> {
  constructor(
    private readonly repository: Repository,
    private readonly queries: QueryBus,
  ) {}

  /** @throws Refusal `unknown-party`, `unknown-person`, `named-in-groups`, and what the person's own rules say */
  async execute({ id, change, context, options }: ChangePerson): Promise<Executed<PersonState>> {
    if (change.type === 'StartAffiliation' || change.type === 'CorrectAffiliation') {
      await checkParty(this.repository, change.partyId, '/partyId');
    }
    if (change.type === 'MergePersons') return mergeInBoth(this.repository, change, context, options);
    if (change.type === 'UndoMerge') return undoInBoth(this.repository, id, change, context, options);
    if (change.type === 'DiscardPerson') await checkUnnamed(this.queries, 'person', id);
    return this.repository.execute(personAggregate, id, change, context, options);
  }
}

@CommandHandler(ChangeParty)
export class ChangePartyHandler implements ICommandHandler<ChangeParty> {
  constructor(
    private readonly repository: Repository,
    private readonly queries: QueryBus,
  ) {}

  /** @throws Refusal `unknown-party` for a successor, `named-in-groups`, and what the party's own rules say */
  async execute({ id, change, context, options }: ChangeParty): Promise<Executed<PartyState>> {
    if (change.type === 'LinkSuccessor') await checkParty(this.repository, change.successorId, '/successorId');
    if (change.type === 'DiscardParty') await checkUnnamed(this.queries, 'party', id);
    return this.repository.execute(partyAggregate, id, change, context, options);
  }
}

async function checkParty(repository: Repository, partyId: string, field: string): Promise<void> {
  const { state, revision } = await repository.load(partyAggregate, partyId);
  if (revision === NO_EVENTS || state.registeredInError)
    throw new Refusal('unknown-party', 'there is no such party in the register', field);
}

/**
 * Seats held by nobody would be the only trace of a mistake, so those are corrected first. An appointment made at the very
 * same time may slip through.
 */
async function checkUnnamed(queries: QueryBus, kind: 'person' | 'party', id: string): Promise<void> {
  const groups = await queries.execute(new FindGroupsNaming(kind, id));
  if (groups.length > 0) {
    throw new Refusal('named-in-groups', `appointments in groups name the ${kind}: correct those first`);
  }
}
