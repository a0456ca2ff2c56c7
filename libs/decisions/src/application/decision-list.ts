import type { CivilDate, Commitment, DecisionPointRef } from '@liggare/kernel';
import { asKnown } from '@liggare/projections';
import type { Outcome } from '../domain/decision-vocabulary.js';
import { decisionsWithMeetings, keyOf } from './decision-key.js';

/** Which decisions; a period takes every decision whose date may lie in it. */
export interface DecisionFilter {
  readonly organGroupId?: string;
  /** Name of a body outside the register, or of one it may have been. */
  readonly organ?: string;
  readonly matterId?: string;
  readonly meetingId?: string;
  readonly registryNumber?: string;
  readonly outcome?: Outcome;
  readonly session?: string;
  readonly paragraph?: string;
  /** Without those that wait for the adjustment of the minutes. */
  readonly settled?: boolean;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

/** A decision with its points. Body and session are the meeting's where the entry has none of its own. */
export interface DecisionItem {
  readonly id: string;
  readonly instrument: string;
  readonly outcome: string;
  readonly decidedOn: string;
  readonly organGroupId: string | null;
  readonly organName: string | null;
  readonly organCandidates: readonly string[];
  readonly meetingId: string | null;
  readonly matterId: string | null;
  readonly session: string | null;
  readonly sequence: number | null;
  readonly paragraph: string | null;
  readonly agendaItem: string | null;
  readonly registryNumber: string | null;
  readonly confidence: string;
  readonly duplicateOf: string | null;
  readonly provisional: boolean;
  readonly points: readonly PointItem[];
  readonly statements: number;
}

export interface PointItem {
  readonly number: number;
  readonly kind: string;
  readonly text: Commitment;
  readonly from: string | null;
  readonly to: string | null;
  /** The point that took its place, when one did and it is known which. */
  readonly supersededBy: DecisionPointRef | null;
}

const key = keyOf('d', 'm');
const own = keyOf('o', 'om');

const POINTS = `(select coalesce(json_agg(json_build_object('number', p.number, 'kind', p.kind,
    'text', json_build_object('_sd', p.text_sd), 'from', lower(p.valid), 'to', upper(p.valid),
    'supersededBy', case when p.superseded_by_decision_id is not null then json_build_object(
      'decisionId', p.superseded_by_decision_id, 'point', p.superseded_by_point) end) order by p.number), '[]')
  from decisions.decision_point p where p.decision_id = d.decision_id and ${asKnown('p')})`;

export const DECISION_ITEM = `select d.decision_id as id, d.instrument, d.outcome, d.decided_on as "decidedOn",
  ${key.organGroup} as "organGroupId",
  coalesce(d.organ_name, case when d.organ_group_id is null then m.organ_name end) as "organName",
  d.organ_candidates as "organCandidates", d.meeting_id as "meetingId", d.matter_id as "matterId",
  coalesce(d.session, m.session) as session, d.sequence, d.paragraph, d.agenda_item as "agendaItem",
  d.registry_number as "registryNumber", d.confidence, d.duplicate_of as "duplicateOf", d.provisional, ${POINTS} as points,
  (select count(*)::int from decisions.statement s where s.decision_id = d.decision_id and ${asKnown('s')}) as statements`;

/** `$1` what was known, `$2` to `$12` the filter. */
export const DECISIONS = `from ${decisionsWithMeetings('d', 'm')}
  where ${asKnown('d')}
    and ($2::uuid is null or ${key.organGroup} = $2)
    and ($3::text is null or d.organ_name = $3 or d.organ_candidates ? $3
      or (coalesce(d.organ_group_id::text, d.organ_name) is null and m.organ_name = $3))
    and ($4::uuid is null or d.matter_id = $4)
    and ($5::uuid is null or d.meeting_id = $5)
    and ($6::text is null or d.registry_number = $6)
    and ($7::text is null or d.outcome = $7)
    and ($8::text is null or ${key.session} = $8)
    and ($9::text is null or d.paragraph_order = $9)
    and ($10::date is null or d.decided_before is null or d.decided_before > $10)
    and ($11::date is null or d.decided_earliest is null or d.decided_earliest < $11)
    and not ($12::boolean and d.provisional)`;

/**
 * Entries that are of the same decision as entry `$2`, or may be: marked so, or with the same key. A decision whose
 * body, day or paragraph is not known has no key.
 */
export const SAME_DECISION = `from (
    select ${own.organ} as organ, ${own.day} as day, ${own.session} as session, ${own.paragraph} as paragraph,
      o.duplicate_of
    from ${decisionsWithMeetings('o', 'om')} where o.decision_id = $2 and ${asKnown('o')}
  ) own, ${decisionsWithMeetings('d', 'm')}
  where ${asKnown('d')} and d.decision_id <> $2 and not ($3::boolean and d.provisional)
    and (d.duplicate_of = $2 or d.decision_id = own.duplicate_of
      or (${key.organ} = own.organ and ${key.day} = own.day and ${key.session} = own.session
        and ${key.paragraph} = own.paragraph))`;

/** Latest first; within a day by body, session, §, and what was recorded to settle the rest (edge case 44). */
export const LATEST_FIRST = `d.decided_earliest desc nulls last, ${key.organ}, ${key.session} collate "C" desc,
  d.paragraph_order collate "C" desc, d.sequence desc nulls last, d.decision_id`;
