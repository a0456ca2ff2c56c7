import type { Database } from '@liggare/database';
import type { CivilDate, Commitment } from '@liggare/kernel';
import { READ_DATABASE } from '@liggare/platform';
import { asKnown, knownAtParameter, type Known, type Listed, type Page } from '@liggare/projections';
import { Inject, Injectable } from '@nestjs/common';
import { naturalOrder } from '../domain/natural-order.js';
import {
  DECISION_ITEM,
  DECISIONS,
  LATEST_FIRST,
  SAME_DECISION,
  type DecisionFilter,
  type DecisionItem,
} from './decision-list.js';
import { listRows } from './list-rows.js';

export interface MatterItem {
  readonly id: string;
  readonly registryNumber: string | null;
  readonly title: Commitment;
  readonly openedOn: string;
  readonly closedOn: string | null;
}

/** Which meetings; a period takes every meeting whose date may lie in it. */
export interface MeetingFilter {
  readonly organGroupId?: string;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

export interface MeetingItem {
  readonly id: string;
  readonly organGroupId: string | null;
  readonly organName: string | null;
  readonly organCandidates: readonly string[];
  readonly date: string;
  readonly session: string | null;
  readonly kind: string | null;
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

/** A later decision, and which earlier one it is about. */
export interface FollowOn {
  readonly decisionId: string;
  readonly about: { readonly decisionId: string; readonly point?: number };
}

/** Lists of matters, meetings and decisions, and what rests on decisions. */
@Injectable()
export class DecisionRegister {
  constructor(@Inject(READ_DATABASE) private readonly database: Database) {}

  /** Latest first; those without a known day last. */
  decisions(known: Known, filter: DecisionFilter, page: Page): Promise<Listed<DecisionItem>> {
    const { organGroupId, organ, matterId, meetingId, registryNumber, outcome, session, paragraph, from, to } = filter;
    const [sessionOrder, paragraphOrder] = [session, paragraph].map((each) => each && naturalOrder(each));
    const identity = [organGroupId, organ, matterId, meetingId, registryNumber];
    const named = [...identity, outcome, sessionOrder, paragraphOrder, from, to].map((value) => value ?? null);
    const values = [...named, filter.settled ?? false];
    return this.list(DECISION_ITEM, DECISIONS, LATEST_FIRST, [knownAtParameter(known), ...values], page);
  }

  /** Other entries of the same decision: marked as duplicates of each other, or with the same body, day, session and §. */
  sameDecision(known: Known, decisionId: string, page: Page, settled = false): Promise<Listed<DecisionItem>> {
    return this.list(DECISION_ITEM, SAME_DECISION, LATEST_FIRST, [knownAtParameter(known), decisionId, settled], page);
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

  /** Latest first; of one day, the later session first. */
  meetings(known: Known, { organGroupId, from, to }: MeetingFilter, page: Page): Promise<Listed<MeetingItem>> {
    return this.list(
      `select m.meeting_id as id, m.organ_group_id as "organGroupId", m.organ_name as "organName",
         m.organ_candidates as "organCandidates", m.date, m.session, m.kind, m.cancelled`,
      `from meetings.meeting m where ${asKnown('m')} and ($2::uuid is null or m.organ_group_id = $2)
         and ($3::date is null or m.date_before is null or m.date_before > $3)
         and ($4::date is null or m.date_earliest is null or m.date_earliest < $4)`,
      'm.date_earliest desc nulls last, m.session_order collate "C" desc, m.meeting_id',
      [knownAtParameter(known), organGroupId ?? null, from ?? null, to ?? null],
      page,
    );
  }

  /** Later decisions that are about this one, or about this point of it; one that names no point is about all. */
  async followOn(known: Known, decisionId: string, point?: number): Promise<readonly FollowOn[]> {
    const { rows } = await this.database.query<{ id: string; to_point: number | null }>(
      `select r.decision_id as id, r.to_point from decisions.reference r
       where ${asKnown('r')} and r.to_decision_id = $2 and ($3::int is null or r.to_point is null or r.to_point = $3)
       order by r.recorded_from, r.decision_id, r.to_point nulls first`,
      [knownAtParameter(known), decisionId, point ?? null],
    );
    return rows.map(({ id, to_point }) => ({
      decisionId: id,
      about: { decisionId, ...(to_point === null ? {} : { point: to_point }) },
    }));
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

  private list<Row extends object>(
    select: string,
    from: string,
    order: string,
    values: readonly unknown[],
    page: Page,
  ): Promise<Listed<Row>> {
    return listRows(this.database, { select, from, order }, values, page);
  }
}
