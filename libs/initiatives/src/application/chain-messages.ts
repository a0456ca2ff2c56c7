import type { CommandContext, ExecuteOptions, Executed } from '@liggare/kernel';
import { Command, Query } from '@nestjs/cqrs';
import type { IndicatorCommand } from '../domain/indicator-commands.js';
import type { IndicatorState } from '../domain/indicator.js';
import type { ProblemCommand } from '../domain/problem-commands.js';
import type { ProblemState } from '../domain/problem.js';

export class ChangeProblem extends Command<Executed<ProblemState>> {
  constructor(
    readonly id: string,
    readonly change: ProblemCommand,
    readonly context: CommandContext,
    readonly options: ExecuteOptions = {},
  ) {
    super();
  }
}

export class ChangeIndicator extends Command<Executed<IndicatorState>> {
  constructor(
    readonly id: string,
    readonly change: IndicatorCommand,
    readonly context: CommandContext,
    readonly options: ExecuteOptions = {},
  ) {
    super();
  }
}

/** The problem with this id, from the log; undefined when there is none. For other slices' reference checks. */
export class FindProblem extends Query<ProblemState | undefined> {
  constructor(readonly id: string) {
    super();
  }
}

/** The indicator with this id, from the log; undefined when there is none. For other slices' reference checks. */
export class FindIndicator extends Query<IndicatorState | undefined> {
  constructor(readonly id: string) {
    super();
  }
}
