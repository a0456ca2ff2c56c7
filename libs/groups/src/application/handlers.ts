import { FindDecisionPoint } from '@liggare/decisions';
import { NO_EVENTS, Refusal, Repository, type Executed } from '@liggare/kernel';
import { FindParty, FindPerson } from '@liggare/people';
import { CommandHandler, QueryBus, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { GroupCommand } from '../domain/commands.js';
import { groupAggregate } from '../domain/group.js';
import type { GroupState } from '../domain/state.js';
import { ChangeGroup, FindGroup } from './messages.js';
import { moveAppointment } from './move-appointment.js';

/** Fields that refer to other streams. What is in the log stays there, so no later event can make a check wrong. */
const GROUP_FIELDS = ['appointingBodyId', 'predecessorId', 'successorId', 'otherId', 'underlyingId'] as const;
const PARTY_FIELDS = ['nominatingPartyId', 'partyId'] as const;

@CommandHandler(ChangeGroup)
export class ChangeGroupHandler implements ICommandHandler<ChangeGroup> {
  constructor(
    private readonly repository: Repository,
    private readonly queries: QueryBus,
  ) {}

  /** @throws Refusal `unknown-…` for a reference to nothing, and what the group's own rules say */
  async execute({ id, change, context, options }: ChangeGroup): Promise<Executed<GroupState>> {
    if (change.type === 'MoveAppointment') return moveAppointment(this.repository, id, change, context, options);
    if (change.type === 'RequireUnderlyingSeat' && change.underlyingId === id) {
      throw new Refusal('same-group', 'a seat cannot need itself', '/underlyingId');
    }
    await this.checkReferences(change);
    return this.repository.execute(groupAggregate, id, change, context, options);
  }

  private async checkReferences(change: GroupCommand): Promise<void> {
    const fields = change as unknown as Readonly<Record<string, string | undefined>>;
    const { personId } = fields;
    if (personId !== undefined && !(await this.queries.execute(new FindPerson(personId)))) {
      throw unknown('person', '/personId');
    }
    for (const field of PARTY_FIELDS) {
      const party = fields[field];
      if (party !== undefined && !(await this.queries.execute(new FindParty(party))))
        throw unknown('party', `/${field}`);
    }
    for (const field of GROUP_FIELDS) {
      const group = fields[field];
      if (group !== undefined && !(await this.queries.execute(new FindGroup(group))))
        throw unknown('group', `/${field}`);
    }
    if ('basis' in change && change.basis && !(await this.queries.execute(new FindDecisionPoint(change.basis)))) {
      throw unknown('decision-point', '/basis');
    }
  }
}

function unknown(what: string, field: string): Refusal {
  return new Refusal(`unknown-${what}`, `there is no such ${what.replace('-', ' ')} in the register`, field);
}

@QueryHandler(FindGroup)
export class FindGroupHandler implements IQueryHandler<FindGroup> {
  constructor(private readonly repository: Repository) {}

  async execute({ id }: FindGroup): Promise<GroupState | undefined> {
    const { state, revision } = await this.repository.load(groupAggregate, id);
    return revision === NO_EVENTS || state.registeredInError ? undefined : state;
  }
}
