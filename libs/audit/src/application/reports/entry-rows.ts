import type { ReportParameters, ReportSource, Cell } from './report.js';
import { column } from './report.js';

/** An event as the index has it. */
export interface EntryRow {
  readonly position: string;
  readonly stream: string;
  readonly revision: string;
  readonly event_type: string;
  readonly recorded_at: string;
  readonly local_day: string;
  readonly local_time: string;
  readonly actor_id: string;
  readonly actor_role: string;
  readonly valid_from: string | null;
  readonly decision_id: string | null;
  readonly point: number | null;
  readonly days: number | null;
}

const PAGE = 2_000;
const ZONE = 'Europe/Stockholm';

/** What every report of events begins with, so that each row can be looked up. */
export const ENTRY_COLUMNS = [
  column('position', 'Plats i loggen', 'Position'),
  column('recordedAt', 'Registrerad', 'Recorded'),
  column('actor', 'Av', 'By'),
  column('role', 'Roll', 'Role'),
  column('type', 'Händelse', 'Event'),
  column('stream', 'Ström', 'Stream'),
  column('decision', 'Beslut', 'Decision'),
  column('point', 'Punkt', 'Point'),
];

export function entryCells(row: EntryRow): readonly Cell[] {
  const { position, recorded_at, actor_id, actor_role, event_type, stream, decision_id, point } = row;
  return [position, recorded_at, actor_id, actor_role, event_type, stream, decision_id, point];
}

/**
 * Events of the log in order, a page at a time.
 * @param condition SQL on `e`, with `days` = days from the start of validity to the day of recording; $5 is `value`
 */
export async function* entryRows(
  { database }: ReportSource,
  { knownAt, actor, since }: ReportParameters,
  condition = 'true',
  value: unknown = null,
): AsyncGenerator<EntryRow, void> {
  let after = '0';
  for (;;) {
    const { rows } = await database.query<EntryRow>(
      `select * from (
         select e.position::text, e.stream, e.revision::text, e.event_type, e.actor_id, e.actor_role,
           to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at,
           to_char(e.recorded_at at time zone '${ZONE}', 'YYYY-MM-DD') as local_day,
           to_char(e.recorded_at at time zone '${ZONE}', 'HH24:MI') as local_time,
           e.valid_from::text, e.decision_id, e.point, e.position as place,
           (e.recorded_at at time zone '${ZONE}')::date - e.valid_from as days
         from audit_trail.entry e
         where e.position > $1::numeric and e.position <= $2::numeric and ($3::text is null or e.actor_id = $3)
           and ($4::date is null or (e.recorded_at at time zone '${ZONE}')::date >= $4)) e
       where ($5::text is null or true) and ${condition}
       order by e.place limit ${PAGE}`,
      [after, knownAt.toString(), actor ?? null, since ?? null, value],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.position;
  }
}
