import { FindDecisionPoint } from '@liggare/decisions';
import { FindGroup } from '@liggare/groups';
import { FindInitiative, FindProblem } from '@liggare/initiatives';
import { NO_EVENTS, Refusal, Repository, type DecisionPointRef } from '@liggare/kernel';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { situationReportAggregate } from '../domain/situation-report.js';

/**
 * That what a command refers to is in the register. What is in the log stays in the log, so that no later event can
 * make these checks wrong. An absent reference passes.
 */
@Injectable()
export class PlanReferences {
  constructor(
    private readonly repository: Repository,
    private readonly queries: QueryBus,
  ) {}

  /** @throws Refusal `unknown-decision-point` */
  async point(basis: DecisionPointRef | undefined): Promise<void> {
    if (basis === undefined || (await this.queries.execute(new FindDecisionPoint(basis)))) return;
    throw new Refusal('unknown-decision-point', 'there is no such decision point in the register', '/basis');
  }

  /** @throws Refusal `unknown-group` */
  async group(id: string | undefined, pointer: string): Promise<void> {
    if (id === undefined || (await this.queries.execute(new FindGroup(id)))) return;
    throw new Refusal('unknown-group', 'there is no such group in the register', pointer);
  }

  /** @throws Refusal `unknown-initiative` */
  async initiative(id: string | undefined, pointer: string): Promise<void> {
    if (id === undefined || (await this.queries.execute(new FindInitiative(id)))) return;
    throw new Refusal('unknown-initiative', 'there is no such initiative in the register', pointer);
  }

  /** @throws Refusal `unknown-problem` */
  async problem(id: string, pointer: string): Promise<void> {
    if (await this.queries.execute(new FindProblem(id))) return;
    throw new Refusal('unknown-problem', 'there is no such problem in the register', pointer);
  }

  /** @throws Refusal `unknown-situation-report` there is no such report, or no such version of it */
  async reportVersion(restsOn: { situationReportId: string; version: number } | undefined): Promise<void> {
    if (!restsOn) return;
    const { state, revision } = await this.repository.load(situationReportAggregate, restsOn.situationReportId);
    if (revision !== NO_EVENTS && state.versions.some(({ version }) => version === restsOn.version)) return;
    throw new Refusal('unknown-situation-report', 'there is no such version of a situation report', '/restsOn');
  }
}
