import type { Database } from '@liggare/database';
import type { CivilDate, Commitment, Position } from '@liggare/kernel';
import { READ_DATABASE } from '@liggare/platform';
import { asKnown, knownAtParameter } from '@liggare/projections';
import { Inject, Injectable } from '@nestjs/common';

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

export interface Listed<Row> {
  readonly items: readonly Row[];
  /** How many there are in all, beyond the page. */
  readonly total: number;
}

/** Which decisions; a period takes every decision whose date may lie in it. */
export interface DecisionFilter {
  readonly organGroupId?: string;
  readonly matterId?: string;
  readonly meetingId?: string;
  readonly registryNumber?: string;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

export interface DecisionItem {
  readonly id: string;
  readonly instrument: string;
  readonly outcome: string;
  readonly decidedOn: string;
  readonly organGroupId: string | null;
  readonly organName: string | null;
  readonly meetingId: string | null;
  readonly matterId: string | null;
  readonly paragraph: string | null;
  readonly agendaItem: string | null;
  readonly registryNumber: string | null;
  readonly confidence: string;
  readonly duplicateOf: string | null;
  readonly points: readonly {
    number: number;
    kind: string;
    text: Commitment;
    from: string | null;
    to: string | null;
  }[];
  readonly statements: number;
}

export interface MatterItem {
  readonly id: string;
  readonly registryNumber: string | null;
  readonly title: Commitment;
  readonly openedOn: string;
  readonly closedOn: string | null;
}

export interface MeetingItem {
  readonly id: string;
  readonly organGroupId: string | null;
  readonly organName: string | null;
  readonly date: string;
  readonly session: string | null;
  readonly cancelled: boolean;
}

/** One thing that rests on a decision point. */
export interface DependentItem {
  readonly position: string;
  readonly point: number;
  readonly entityType: string;
  readonly entityId: string;
  readonly eventType: string;
  readonly eventId: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

interface Known {
  readonly knownAt?: Position;
}

const DECISIONS = `from decisions.decision d
  where ${asKnown('d')}
    and ($2::uuid is null or d.organ_group_id = $2)
    and ($3::uuid is null or d.matter_id = $3)
    and ($4::uuid is null or d.meeting_id = $4)
    and ($5::text is null or d.registry_number = $5)
    and ($6::date is null or d.decided_before is null or d.decided_before > $6)
    and ($7::date is null or d.decided_earliest is null or d.decided_earliest < $7)`;

const POINTS = `(select coalesce(json_agg(json_build_object('number', p.number, 'kind', p.kind,
    'text', json_build_object('_sd', p.text_sd), 'from', lower(p.valid), 'to', upper(p.valid)) order by p.number), '[]')
  from decisions.decision_point p where p.decision_id = d.decision_id and ${asKnown('p')})`;

/** Lists of matters, meetings and decisions, and what rests on decisions. */
@Injectable()
export class DecisionRegister {
  constructor(@Inject(READ_DATABASE) private readonly database: Database) {}

  /** Latest first; those without a known day last. */
  decisions(known: Known, filter: DecisionFilter, page: Page): Promise<Listed<DecisionItem>> {
    const { organGroupId, matterId, meetingId, registryNumber, from, to } = filter;
    const values = [organGroupId, matterId, meetingId, registryNumber, from, to].map((value) => value ?? null);
    return this.list(
      `select d.decision_id as id, d.instrument, d.outcome, d.decided_on as "decidedOn",
         d.organ_group_id as "organGroupId", d.organ_name as "organName", d.meeting_id as "meetingId",
         d.matter_id as "matterId", d.paragraph, d.agenda_item as "agendaItem",
         d.registry_number as "registryNumber", d.confidence, d.duplicate_of as "duplicateOf", ${POINTS} as points,
         (select count(*)::int from decisions.statement s
          where s.decision_id = d.decision_id and ${asKnown('s')}) as statements`,
      DECISIONS,
      'd.decided_earliest desc nulls last, d.decision_id',
      [knownAtParameter(known), ...values],
      page,
    );
  }

  matters(known: Known, registryNumber: string | undefined, page: Page): Promise<Listed<MatterItem>> {
    return this.list(
      `select m.matter_id as id, m.registry_number as "registryNumber",
         json_build_object('_sd', m.title_sd) as title, m.opened_on as "openedOn", m.closed_on as "closedOn"`,
      `from matters.matter m where ${asKnown('m')} and ($2::text is null or m.registry_number = $2)`,
      'm.registry_number nulls last, m.matter_id',
      [knownAtParameter(known), registryNumber ?? null],
      page,
    );
  }

  meetings(known: Known, organGroupId: string | undefined, page: Page): Promise<Listed<MeetingItem>> {
    return this.list(
      `select m.meeting_id as id, m.organ_group_id as "organGroupId", m.organ_name as "organName", m.date, m.session,
         m.cancelled`,
      `from meetings.meeting m where ${asKnown('m')} and ($2::uuid is null or m.organ_group_id = $2)`,
      'm.date_earliest desc nulls last, m.meeting_id',
      [knownAtParameter(known), organGroupId ?? null],
      page,
    );
  }

  /** In log order. */
  dependents(known: Known, decisionId: string, point: number | undefined, page: Page): Promise<Listed<DependentItem>> {
    return this.list(
      `select r.position::text, r.point, r.entity_type as "entityType", r.entity_id as "entityId",
         r.event_type as "eventType", r.event_id as "eventId", r.valid_from::text as "validFrom",
         r.valid_to::text as "validTo"`,
      `from dependents.dependent r
       where r.position <= $1::numeric and r.decision_id = $2 and ($3::int is null or r.point = $3)`,
      'r.position',
      [knownAtParameter(known), decisionId, point ?? null],
      page,
    );
  }

  private async list<Row extends object>(
    select: string,
    from: string,
    order: string,
    values: readonly unknown[],
    { limit, offset }: Page,
  ): Promise<Listed<Row>> {
    const counted = await this.database.query<{ total: number }>(`select count(*)::int as total ${from}`, [...values]);
    const paging = `order by ${order} limit $${values.length + 1} offset $${values.length + 2}`;
    const { rows } = await this.database.query<Row>(`${select} ${from} ${paging}`, [...values, limit, offset]);
    return { items: rows, total: counted.rows[0]!.total };
  }
}
