import type { CivilDate } from '@liggare/kernel';
import { asKnown } from '@liggare/projections';
import type { AttendanceRole } from '../domain/attendance-events.js';
import { HEAVIEST_ROLE_FIRST, type Participation } from '../domain/attendance-standing.js';
import type { Vote } from '../domain/ballot-vocabulary.js';
import { keyOf } from './decision-key.js';

/** Whose, and which; a period takes every decision whose date may lie in it. */
export interface ParticipationFilter {
  readonly personId: string;
  readonly participation?: Participation;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

/** A decision, and what the person had to do with it. */
export interface ParticipationItem {
  readonly decisionId: string;
  readonly meetingId: string | null;
  readonly organGroupId: string | null;
  readonly decidedOn: string;
  readonly paragraph: string | null;
  readonly outcome: string;
  readonly participation: Participation;
  readonly role: AttendanceRole | null;
  readonly servesForPersonId: string | null;
  readonly votes: readonly { readonly ballotId: string; readonly vote: Vote }[];
}

const key = keyOf('d', 'm');

/** As `participationIn` weighs them. */
const HEAVIEST_FIRST = `(a.participation <> 'disqualified' and a.whole_meeting),
  array_position(array[${HEAVIEST_ROLE_FIRST.map((role) => `'${role}'`).join(', ')}], a.role), a.entry_id`;

const COVERS = `(a.whole_meeting or (d.paragraph is not null
    and coalesce(a.from_order collate "C" <= d.paragraph_order, true)
    and coalesce(d.paragraph_order <= a.to_order collate "C", true)))`;

/** Decisions of the meetings whose attendance has the person, and those they voted on. */
const TOUCHED = `select t.decision_id from attendance.attendance a join decisions.decision t on t.meeting_id = a.meeting_id
      where a.person_id = $2 and ${asKnown('a')} and ${asKnown('t')}
    union select v.decision_id from ballots.vote v where v.person_id = $2 and ${asKnown('v')}`;

/** `$1` what was known, `$2` the person, `$3` to `$5` the filter. Entries marked as duplicates are left out. */
export const PARTICIPATIONS_OF = `from (
    select d.decision_id, d.meeting_id, ${key.organGroup} as organ_group_id, d.decided_on, d.decided_earliest,
      d.paragraph, d.outcome, ${key.organ} as organ, ${key.session} as session, d.paragraph_order, d.sequence,
      case when own.voted then 'served' when said.participation is null and own.votes is not null then 'absent'
        else coalesce(said.participation, 'not-known') end as participation,
      said.role, said.serves_for_person_id, coalesce(own.votes, '[]') as votes
    from (${TOUCHED}) touched join decisions.decision d on d.decision_id = touched.decision_id
    left join meetings.meeting m on m.meeting_id = d.meeting_id and ${asKnown('m')}
    left join lateral (
      select a.participation, a.role, a.serves_for_person_id from attendance.attendance a
      where a.meeting_id = d.meeting_id and a.person_id = $2 and ${asKnown('a')} and ${COVERS}
      order by ${HEAVIEST_FIRST} limit 1
    ) said on true
    left join lateral (
      select json_agg(json_build_object('ballotId', v.ballot_id, 'vote', v.vote) order by v.ballot_id) as votes,
        bool_or(v.vote <> 'absent') as voted
      from ballots.vote v where v.decision_id = d.decision_id and v.person_id = $2 and ${asKnown('v')}
    ) own on true
    where ${asKnown('d')} and d.duplicate_of is null
      and ($4::date is null or d.decided_before is null or d.decided_before > $4)
      and ($5::date is null or d.decided_earliest is null or d.decided_earliest < $5)
  ) p
  where $3::text is null or p.participation = $3`;

export const PARTICIPATION_ITEM = `select p.decision_id as "decisionId", p.meeting_id as "meetingId",
  p.organ_group_id as "organGroupId", p.decided_on as "decidedOn", p.paragraph, p.outcome, p.participation, p.role,
  p.serves_for_person_id as "servesForPersonId", p.votes`;

/** Latest first; within a day as decisions are listed (edge case 44). */
export const LATEST_PARTICIPATION_FIRST = `p.decided_earliest desc nulls last, p.organ, p.session collate "C" desc,
  p.paragraph_order collate "C" desc, p.sequence desc nulls last, p.decision_id`;
