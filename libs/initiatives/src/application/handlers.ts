import { FindDecisionPoint } from '@liggare/decisions';
import { FindGroup } from '@liggare/groups';
import { NO_EVENTS, Refusal, Repository, type DecisionPointRef, type Executed } from '@liggare/kernel';
import { CommandHandler, QueryBus, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { InitiativeCommand } from '../domain/initiative-commands.js';
import { initiativeAggregate, type InitiativeState } from '../domain/initiative.js';
import { ChangeInitiative, FindInitiative } from './messages.js';

@CommandHandler(ChangeInitiative)
export class ChangeInitiativeHandler implements ICommandHandler<ChangeInitiative> {
  constructor(
    private readonly repository: Repository,
    private readonly queries: QueryBus,
  ) {}

  /** @throws Refusal `unknown-…` for a reference to nothing, and what the initiative's own rules say */
  async execute({ id, change, context, options }: ChangeInitiative): Promise<Executed<InitiativeState>> {
    await this.checkReferences(change);
    return this.repository.execute(initiativeAggregate, id, change, context, options);
  }

  /** What is in the log stays in the log, so that no later event can make these checks wrong. */
  private async checkReferences(change: InitiativeCommand): Promise<void> {
    if ('basis' in change) await this.point(change.basis);
    if (change.type === 'AssignResponsibility') await this.group(change.body.groupId);
    if (change.type === 'SucceedInitiative') await this.successor(change.successorId);
  }

  private async point(basis: DecisionPointRef | undefined): Promise<void> {
    if (basis === undefined || (await this.queries.execute(new FindDecisionPoint(basis)))) return;
    throw new Refusal('unknown-decision-point', 'there is no such decision point in the register', '/basis');
  }

  private async group(groupId: string | undefined): Promise<void> {
    if (groupId === undefined || (await this.queries.execute(new FindGroup(groupId)))) return;
    throw new Refusal('unknown-group', 'there is no such group in the register', '/body/groupId');
  }

  private async successor(id: string): Promise<void> {
    const { revision } = await this.repository.load(initiativeAggregate, id);
    if (revision !== NO_EVENTS) return;
    throw new Refusal('unknown-initiative', 'there is no such initiative in the register', '/successorId');
  }
}

@QueryHandler(FindInitiative)
export class FindInitiativeHandler implements IQueryHandler<FindInitiative> {
  constructor(private readonly repository: Repository) {}

  async execute({ id }: FindInitiative): Promise<InitiativeState | undefined> {
    const { state, revision } = await this.repository.load(initiativeAggregate, id);
    return revision === NO_EVENTS ? undefined : state;
  }
}
