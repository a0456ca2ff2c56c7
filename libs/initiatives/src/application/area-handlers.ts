import {
  NO_EVENTS,
  Refusal,
  Repository,
  type CommandContext,
  type Executed,
  type ExecuteOptions,
} from '@liggare/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { AreaCommand } from '../domain/area-commands.js';
import { areaAggregate, type AreaState } from '../domain/area.js';
import { ReferenceChecks } from './reference-checks.js';

export class ChangeArea extends Command<Executed<AreaState>> {
  constructor(
    readonly id: string,
    readonly change: AreaCommand,
    readonly context: CommandContext,
    readonly options: ExecuteOptions = {},
  ) {
    super();
  }
}

@CommandHandler(ChangeArea)
export class ChangeAreaHandler implements ICommandHandler<ChangeArea> {
  constructor(
    private readonly repository: Repository,
    private readonly references: ReferenceChecks,
  ) {}

  /** @throws Refusal `unknown-…` for a reference to nothing, and what the area's own rules say */
  async execute({ id, change, context, options }: ChangeArea): Promise<Executed<AreaState>> {
    if ('basis' in change) await this.references.point(change.basis);
    if (change.type === 'SucceedArea') {
      const { revision } = await this.repository.load(areaAggregate, change.successorId);
      if (revision === NO_EVENTS) {
        throw new Refusal('unknown-area', 'there is no such area in the register', '/successorId');
      }
    }
    return this.repository.execute(areaAggregate, id, change, context, options);
  }
}
