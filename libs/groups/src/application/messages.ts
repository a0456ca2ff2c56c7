import type { CommandContext, ExecuteOptions, Executed } from '@liggare/kernel';
import { Command, Query } from '@nestjs/cqrs';
import type { GroupCommand } from '../domain/commands.js';
import type { MoveAppointment } from '../domain/correction-commands.js';
import type { GroupState } from '../domain/state.js';

export class ChangeGroup extends Command<Executed<GroupState>> {
  constructor(
    readonly id: string,
    readonly change: GroupCommand | MoveAppointment,
    readonly context: CommandContext,
    readonly options: ExecuteOptions = {},
  ) {
    super();
  }
}

/** The group with this id, from the log; undefined when there is none, or only by mistake. For other slices' reference checks. */
export class FindGroup extends Query<GroupState | undefined> {
  constructor(readonly id: string) {
    super();
  }
}
