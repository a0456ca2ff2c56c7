import type { CommandContext } from './command-context.js';
import type { ExecuteOptions, Loaded } from './repository.js';

/** One of several commands to the same stream. */
export interface BatchCommand<C> extends ExecuteOptions {
  readonly command: C;
  readonly context: CommandContext;
}

export interface BatchExecuted<State> extends Loaded<State> {
  /** How many events the commands made, now or when they were carried out before. */
  readonly events: number;
}

/** One command of a batch is refused; nothing of the batch was recorded. The reason is the cause. */
export class BatchRefused extends Error {
  constructor(
    /** Which one, from 0. */
    readonly index: number,
    override readonly cause: Error,
  ) {
    super(cause.message, { cause });
    this.name = 'BatchRefused';
  }
}
