import type { CommandContext, ExecuteOptions, Executed } from '@liggare/kernel';
import { Command } from '@nestjs/cqrs';
import type { AcknowledgedFinding, FindingCommand } from '../domain/acknowledgement.js';

/** Says something of one finding. */
export class ChangeFinding extends Command<Executed<AcknowledgedFinding>> {
  constructor(
    readonly id: string,
    readonly change: FindingCommand,
    readonly context: CommandContext,
    readonly options: ExecuteOptions = {},
  ) {
    super();
  }
}
