import { Repository, type Executed } from '@liggare/kernel';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { findingAggregate, type AcknowledgedFinding } from '../domain/acknowledgement.js';
import { ChangeFinding } from './messages.js';

@CommandHandler(ChangeFinding)
export class ChangeFindingHandler implements ICommandHandler<ChangeFinding> {
  constructor(private readonly repository: Repository) {}

  /** @throws Refusal as the acknowledgement's own rules say */
  execute({ id, change, context, options }: ChangeFinding): Promise<Executed<AcknowledgedFinding>> {
    return this.repository.execute(findingAggregate, id, change, context, options);
  }
}
