import { FindDecisionPoint } from '@liggare/decisions';
import { FindGroup } from '@liggare/groups';
import { NO_EVENTS, Refusal, Repository, type DecisionPointRef } from '@liggare/kernel';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { indicatorAggregate } from '../domain/indicator.js';
import { initiativeAggregate } from '../domain/initiative.js';
import { problemAggregate } from '../domain/problem.js';

/**
 * That what a command refers to is in the register. An entry may prove to be a mistake afterwards; a finding says so then.
 * An absent reference passes.
 */
@Injectable()
export class ReferenceChecks {
  constructor(
    protected readonly repository: Repository,
    private readonly queries: QueryBus,
  ) {}

  /** @throws Refusal `unknown-decision-point` */
  async point(basis: DecisionPointRef | undefined): Promise<void> {
    if (basis === undefined || (await this.queries.execute(new FindDecisionPoint(basis)))) return;
    throw new Refusal('unknown-decision-point', 'there is no such decision point in the register', '/basis');
  }

  /** @throws Refusal `unknown-initiative` */
  async initiative(id: string | undefined, pointer: string): Promise<void> {
    if (id === undefined) return;
    const { state, revision } = await this.repository.load(initiativeAggregate, id);
    if (revision === NO_EVENTS || state.registeredInError) {
      throw new Refusal('unknown-initiative', 'there is no such initiative in the register', pointer);
    }
  }

  /** @throws Refusal `unknown-group` */
  async group(id: string | undefined, pointer: string): Promise<void> {
    if (id === undefined || (await this.queries.execute(new FindGroup(id)))) return;
    throw new Refusal('unknown-group', 'there is no such group in the register', pointer);
  }

  /** @throws Refusal `unknown-problem` */
  async problem(id: string | undefined, pointer: string): Promise<void> {
    if (id === undefined) return;
    const { revision } = await this.repository.load(problemAggregate, id);
    if (revision === NO_EVENTS) {
      throw new Refusal('unknown-problem', 'there is no such problem in the register', pointer);
    }
  }

  /** @throws Refusal `unknown-problem`, or `unknown-cause` for a cause that the problem never had */
  async cause(problemId: string, causeId: string | undefined): Promise<void> {
    await this.problem(problemId, '/problemId');
    if (causeId === undefined) return;
    const { state } = await this.repository.load(problemAggregate, problemId);
    if (state.causes.some((cause) => cause.causeId === causeId)) return;
    throw new Refusal('unknown-cause', 'the problem has no such cause', '/causeId');
  }

  /** @throws Refusal `unknown-indicator` */
  async indicator(id: string | undefined, pointer: string): Promise<void> {
    if (id === undefined) return;
    const { revision } = await this.repository.load(indicatorAggregate, id);
    if (revision === NO_EVENTS) {
      throw new Refusal('unknown-indicator', 'there is no such indicator in the register', pointer);
    }
  }
}
