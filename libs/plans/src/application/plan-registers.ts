import type { Database } from '@liggare/database';
import { Repository, type Aggregate, type DomainEvent } from '@liggare/kernel';
import { READ_DATABASE, type Presented } from '@liggare/platform';
import { asKnown, knownAtParameter, type Known, type Listed, type Moment, type Page } from '@liggare/projections';
import { Inject, Injectable } from '@nestjs/common';
import { actionPlanAggregate } from '../domain/action-plan.js';
import { agreementAggregate } from '../domain/agreement.js';
import { compliance, type ComplianceFacts, type Requirement } from '../domain/compliance.js';
import { coordinationAggregate } from '../domain/coordination.js';
import type { Counting } from '../domain/plans-vocabulary.js';
import { situationReportAggregate } from '../domain/situation-report.js';

/** Where each kind is listed, by the category of its streams. */
const LISTED = {
  'situation-report': 'situation_reports.listed',
  'action-plan': 'action_plans.listed',
  agreement: 'agreements.listed',
  coordination: 'coordination.listed',
} as const;
type PlanKind = keyof typeof LISTED;

/** The most of one kind that a question about all of them takes in; a municipality has a handful. */
const ALL: Page = { limit: 10_000, offset: 0 };

/** Lists of a day, and the question that needs all of them. */
@Injectable()
export class PlanRegisters {
  constructor(
    private readonly repository: Repository,
    @Inject(READ_DATABASE) private readonly database: Database,
  ) {}

  /** What there is of a kind on the day, by title, each as it is presented. */
  async list<State, Command, Event extends DomainEvent, View extends object>(
    { aggregate, present }: Presented<State, Command, Event, View>,
    asOf: Moment,
    page: Page,
  ): Promise<Listed<View>> {
    const { items, total } = await this.ids(aggregate.category as PlanKind, asOf, page);
    const states = await this.load(aggregate, items, asOf);
    return { total, items: states.map((state) => present(state, asOf.validAt)) };
  }

  /** Is the municipality in line with lag (2023:196) on the day, as known then? */
  async compliance(asOf: Moment, counting: Counting): Promise<readonly Requirement[]> {
    const facts: ComplianceFacts = {
      reports: await this.all(situationReportAggregate, asOf),
      plans: await this.all(actionPlanAggregate, asOf),
      agreements: await this.all(agreementAggregate, asOf),
      coordination: await this.all(coordinationAggregate, asOf),
    };
    return compliance(facts, asOf.validAt, counting);
  }

  /** Ids by title; with a day only those about it. */
  private async ids(kind: PlanKind, asOf: Known & Partial<Moment>, page: Page): Promise<Listed<string>> {
    const { rows } = await this.database.query<{ id: string | null; total: string }>(
      `with found as (
         select id, title from ${LISTED[kind]} l
          where ${asKnown('l')} and ($2::date is null or l.valid @> $2::date)
       ), page as (select * from found order by title, id limit $3 offset $4)
       select p.id, c.total from (select count(*) as total from found) c left join page p on true order by p.title, p.id`,
      [knownAtParameter(asOf), asOf.validAt ?? null, page.limit, page.offset],
    );
    return { total: Number(rows[0]?.total ?? 0), items: rows.flatMap(({ id }) => id ?? []) };
  }

  private async load<State, Command, Event extends DomainEvent>(
    aggregate: Aggregate<State, Command, Event>,
    ids: readonly string[],
    { knownAt }: Known,
  ): Promise<readonly State[]> {
    return Promise.all(ids.map(async (id) => (await this.repository.load(aggregate, id, knownAt)).state));
  }

  private async all<State, Command, Event extends DomainEvent>(
    aggregate: Aggregate<State, Command, Event>,
    { knownAt }: Moment,
  ): Promise<readonly State[]> {
    const known = knownAt === undefined ? {} : { knownAt };
    return this.load(aggregate, (await this.ids(aggregate.category as PlanKind, known, ALL)).items, known);
  }
}
