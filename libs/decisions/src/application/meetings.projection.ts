import { bounds } from '@liggare/kernel';
import { foldingProjection } from '@liggare/projections';
import type { MeetingEvent } from '../domain/meeting-events.js';
import { meetingAggregate, type MeetingState } from '../domain/meeting.js';
import { naturalOrder } from '../domain/natural-order.js';

/** Meetings by body and day. */
export const meetingsProjection = foldingProjection<MeetingState, MeetingEvent>({
  name: 'meetings',
  version: 3,
  aggregate: meetingAggregate,
  schema: `
    create table meeting (
      meeting_id      uuid not null,
      organ_group_id  uuid,
      organ_name      text,
      organ_candidates jsonb not null,
      date            text not null,
      date_earliest   date,
      date_before     date,
      session         text,
      session_order   text not null,
      kind            text,
      cancelled       boolean not null,
      recorded_from   numeric not null,
      recorded_to     numeric,
      primary key (meeting_id, recorded_from),
      exclude using gist (meeting_id with =, numrange(recorded_from, recorded_to) with &&)
    );
    comment on column meeting.date is 'Partial date (EDTF); date_earliest and date_before are its bounds';
    comment on column meeting.session_order is 'The session in a form that compares and sorts; empty if not known';
    comment on column meeting.organ_candidates is 'Names of bodies it may have been, when the source does not say';
    create index on meeting (organ_group_id, date_earliest);
  `,
  tables: [
    {
      table: 'meeting',
      key: 'meeting_id',
      columns: {
        meeting_id: 'uuid',
        organ_group_id: 'uuid',
        organ_name: 'text',
        organ_candidates: 'jsonb',
        date: 'text',
        date_earliest: 'date',
        date_before: 'date',
        session: 'text',
        session_order: 'text',
        kind: 'text',
        cancelled: 'boolean',
      },
      rows: meetingRows,
    },
  ],
});

function meetingRows(meeting: MeetingState) {
  if (meeting.id === '' || meeting.date === undefined) return [];
  const { earliest, before } = bounds(meeting.date);
  const { groupId, name, candidates = [] } = meeting.organ ?? {};
  return [
    {
      meeting_id: meeting.id,
      organ_group_id: groupId ?? null,
      organ_name: name ?? null,
      organ_candidates: JSON.stringify(candidates),
      date: meeting.date,
      date_earliest: earliest ?? null,
      date_before: before ?? null,
      session: meeting.session ?? null,
      session_order: naturalOrder(meeting.session),
      kind: meeting.kind ?? null,
      cancelled: String(meeting.cancelled),
    },
  ];
}
