import { NO_EVENTS, Repository, type Executed } from '@liggare/kernel';
import { CommandHandler, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import { indicatorAggregate, type IndicatorState } from '../domain/indicator.js';
import { problemAggregate, type ProblemState } from '../domain/problem.js';
import { ChangeIndicator, ChangeProblem, FindIndicator, FindProblem } from './chain-messages.js';
import { ReferenceChecks } from './reference-checks.js';

@CommandHandler(ChangeProblem)
export class ChangeProblemHandler implements ICommandHandler<ChangeProblem> {
  constructor(
    private readonly repository: Repository,
    private readonly references: ReferenceChecks,
  ) {}

  /** @throws Refusal `unknown-…` for a reference to nothing, and what the problem's own rules say */
  async execute({ id, change, context, options }: ChangeProblem): Promise<Executed<ProblemState>> {
    if ('basis' in change) await this.references.point(change.basis);
    return this.repository.execute(problemAggregate, id, change, context, options);
  }
}

@CommandHandler(ChangeIndicator)
export class ChangeIndicatorHandler implements ICommandHandler<ChangeIndicator> {
  constructor(
    private readonly repository: Repository,
    private readonly references: ReferenceChecks,
  ) {}

  /** @throws Refusal `unknown-…` for a reference to nothing, and what the indicator's own rules say */
  async execute({ id, change, context, options }: ChangeIndicator): Promise<Executed<IndicatorState>> {
    if ('basis' in change) await this.references.point(change.basis);
    if (change.type === 'LinkIndicator') {
      await this.references.initiative(change.subject.initiativeId, '/subject/initiativeId');
      await this.references.problem(change.subject.problemId, '/subject/problemId');
    }
    return this.repository.execute(indicatorAggregate, id, change, context, options);
  }
}

@QueryHandler(FindProblem)
export class FindProblemHandler implements IQueryHandler<FindProblem> {
  constructor(private readonly repository: Repository) {}

  async execute({ id }: FindProblem): Promise<ProblemState | undefined> {
    const { state, revision } = await this.repository.load(problemAggregate, id);
    return revision === NO_EVENTS ? undefined : state;
  }
}

@QueryHandler(FindIndicator)
export class FindIndicatorHandler implements IQueryHandler<FindIndicator> {
  constructor(private readonly repository: Repository) {}

  async execute({ id }: FindIndicator): Promise<IndicatorState | undefined> {
    const { state, revision } = await this.repository.load(indicatorAggregate, id);
    return revision === NO_EVENTS ? undefined : state;
  }
}
