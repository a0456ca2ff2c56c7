import { NO_EVENTS, Repository, type Executed } from '@liggare/kernel';
import { CommandHandler, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { InitiativeCommand } from '../domain/initiative-commands.js';
import { initiativeAggregate, type InitiativeState } from '../domain/initiative.js';
import { ChangeInitiative, FindInitiative } from './messages.js';
import { ReferenceChecks } from './reference-checks.js';

@CommandHandler(ChangeInitiative)
export class ChangeInitiativeHandler implements ICommandHandler<ChangeInitiative> {
  constructor(
    private readonly repository: Repository,
    private readonly references: ReferenceChecks,
  ) {}

  /** @throws Refusal `unknown-…` for a reference to nothing, and what the initiative's own rules say */
  async execute({ id, change, context, options }: ChangeInitiative): Promise<Executed<InitiativeState>> {
    await this.checkReferences(change);
    return this.repository.execute(initiativeAggregate, id, change, context, options);
  }

  private async checkReferences(change: InitiativeCommand): Promise<void> {
    if ('basis' in change) await this.references.point(change.basis);
    if (change.type === 'AssignResponsibility') await this.references.group(change.body.groupId, '/body/groupId');
    if (change.type === 'AddressProblem') await this.references.cause(change.problemId, change.causeId);
    if (change.type === 'SucceedInitiative') {
      await this.references.initiative(change.successorId, '/successorId');
      for (const [n, id] of (change.indicatorIds ?? []).entries()) {
        await this.references.indicator(id, `/indicatorIds/${n}`);
      }
    }
  }
}

@QueryHandler(FindInitiative)
export class FindInitiativeHandler implements IQueryHandler<FindInitiative> {
  constructor(private readonly repository: Repository) {}

  async execute({ id }: FindInitiative): Promise<InitiativeState | undefined> {
    const { state, revision } = await this.repository.load(initiativeAggregate, id);
    return revision === NO_EVENTS || state.registeredInError ? undefined : state;
  }
}
