import { NO_EVENTS, Refusal, Repository, type Executed } from '@liggare/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { partyAggregate, type PartyState } from '../domain/party.js';
import { personAggregate, type PersonState } from '../domain/person.js';
import { ChangeParty, ChangePerson } from './commands.js';
import { mergeInBoth, undoInBoth } from './merge-persons.js';

@CommandHandler(ChangePerson)
export class ChangePersonHandler implements ICommandHandler<ChangePerson> {
  constructor(private readonly repository: Repository) {}

  /** @throws Refusal `unknown-party`, `unknown-person`, and what the person's own rules say */
  async execute({ id, change, context, options }: ChangePerson): Promise<Executed<PersonState>> {
    if (change.type === 'StartAffiliation' || change.type === 'CorrectAffiliation') {
      await checkParty(this.repository, change.partyId, '/partyId');
    }
    if (change.type === 'MergePersons') return mergeInBoth(this.repository, change, context, options);
    if (change.type === 'UndoMerge') return undoInBoth(this.repository, id, change, context, options);
    return this.repository.execute(personAggregate, id, change, context, options);
  }
}

@CommandHandler(ChangeParty)
export class ChangePartyHandler implements ICommandHandler<ChangeParty> {
  constructor(private readonly repository: Repository) {}

  /** @throws Refusal `unknown-party` for a successor, and what the party's own rules say */
  async execute({ id, change, context, options }: ChangeParty): Promise<Executed<PartyState>> {
    if (change.type === 'LinkSuccessor') await checkParty(this.repository, change.successorId, '/successorId');
    return this.repository.execute(partyAggregate, id, change, context, options);
  }
}

/** A party that is registered stays registered, so no later event can make this check wrong. */
async function checkParty(repository: Repository, partyId: string, field: string): Promise<void> {
  const { revision } = await repository.load(partyAggregate, partyId);
  if (revision === NO_EVENTS) throw new Refusal('unknown-party', 'there is no such party in the register', field);
}
