import { asKnown } from '@liggare/projections';

/**
 * SQL of what identifies a decision (edge cases 61, 71, 72): body, day, session and paragraph; never the year. What the
 * entry itself leaves open is taken from its meeting.
 */
export interface DecisionKey {
  readonly organGroup: string;
  readonly organ: string;
  readonly day: string;
  readonly session: string;
  readonly paragraph: string;
}

/** The key's parts, of a decision `d` and its meeting `m`. A part that is not known is null. */
export function keyOf(d: string, m: string): DecisionKey {
  const organGroup = `coalesce(${d}.organ_group_id, case when ${d}.organ_name is null then ${m}.organ_group_id end)`;
  return {
    organGroup,
    organ: `coalesce(${organGroup}::text, ${d}.organ_name, ${m}.organ_name)`,
    day: `case when ${d}.decided_before = ${d}.decided_earliest + 1 then ${d}.decided_earliest
            when ${m}.date_before = ${m}.date_earliest + 1 then ${m}.date_earliest end`,
    session: `coalesce(nullif(${d}.session_order, ''), ${m}.session_order, '')`,
    paragraph: `nullif(${d}.paragraph_order, '')`,
  };
}

/** Decisions with their meetings, the meetings as known at `$1`. */
export function decisionsWithMeetings(d: string, m: string): string {
  return `decisions.decision ${d} left join meetings.meeting ${m} on ${m}.meeting_id = ${d}.meeting_id and ${asKnown(m)}`;
}
