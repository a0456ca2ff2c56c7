import { derivedId } from '@liggare/kernel';
import { digest, foldingProjection, type Row } from '@liggare/projections';
import { PARTICIPATION_OF } from '../domain/attendance-standing.js';
import type { MeetingEvent } from '../domain/meeting-events.js';
import { meetingAggregate, type MeetingState } from '../domain/meeting.js';
import { naturalOrder } from '../domain/natural-order.js';

/** Who attended which meetings, a row per line of the minutes and span of paragraphs. */
export const attendanceProjection = foldingProjection<MeetingState, MeetingEvent>({
  name: 'attendance',
  version: 1,
  aggregate: meetingAggregate,
  schema: `
    create table attendance (
      row_id          uuid not null,
      meeting_id      uuid not null,
      entry_id        uuid not null,
      person_id       uuid,
      name_sd         text,
      role            text not null,
      participation   text not null,
      serves_for_person_id uuid,
      serves_for_name_sd   text,
      whole_meeting   boolean not null,
      from_paragraph  text,
      to_paragraph    text,
      from_order      text,
      to_order        text,
      note_sd         text,
      recorded_from   numeric not null,
      recorded_to     numeric,
      primary key (row_id, recorded_from),
      exclude using gist (row_id with =, numrange(recorded_from, recorded_to) with &&)
    );
    comment on column attendance.participation is 'What the role amounts to: served, present, absent or disqualified';
    comment on column attendance.from_order is 'The first paragraph in a form that compares, inclusive; null: no limit';
    comment on column attendance.to_order is 'The last paragraph in a form that compares, inclusive; null: no limit';
    create index on attendance (meeting_id);
    create index on attendance (person_id);
  `,
  tables: [
    {
      table: 'attendance',
      key: 'row_id',
      columns: {
        row_id: 'uuid',
        meeting_id: 'uuid',
        entry_id: 'uuid',
        person_id: 'uuid',
        name_sd: 'text',
        role: 'text',
        participation: 'text',
        serves_for_person_id: 'uuid',
        serves_for_name_sd: 'text',
        whole_meeting: 'boolean',
        from_paragraph: 'text',
        to_paragraph: 'text',
        from_order: 'text',
        to_order: 'text',
        note_sd: 'text',
      },
      rows: attendanceRows,
    },
  ],
});

function attendanceRows({ id, attendance = [] }: MeetingState): readonly Row[] {
  return attendance.flatMap((entry) =>
    (entry.spans ?? [{}]).map(({ from, to }, index) => ({
      row_id: derivedId('attendance', id, entry.entryId, index),
      meeting_id: id,
      entry_id: entry.entryId,
      person_id: entry.personId ?? null,
      name_sd: digest(entry.name),
      role: entry.role,
      participation: PARTICIPATION_OF[entry.role],
      serves_for_person_id: entry.servesFor?.personId ?? null,
      serves_for_name_sd: digest(entry.servesFor?.name),
      whole_meeting: String(entry.spans === undefined),
      from_paragraph: from ?? null,
      to_paragraph: to ?? null,
      from_order: from === undefined ? null : naturalOrder(from),
      to_order: to === undefined ? null : naturalOrder(to),
      note_sd: digest(entry.note),
    })),
  );
}
