import type { CommandContext, ExecuteOptions, Executed } from '@liggare/kernel';
import { Command, Query } from '@nestjs/cqrs';
import type { InitiativeCommand } from '../domain/initiative-commands.js';
import type { InitiativeState } from '../domain/initiative.js';

export class ChangeInitiative extends Command<Executed<InitiativeState>> {
  constructor(
    readonly id: string,
    readonly change: InitiativeCommand,
    readonly context: CommandContext,
    readonly options: ExecuteOptions = {},
  ) {
    super();
  }
}

/** The initiative with this id, from the log; undefined when there is none. For other slices' reference checks. */
export class FindInitiative extends Query<InitiativeState | undefined> {
  constructor(readonly id: string) {
    super();
  }
}
