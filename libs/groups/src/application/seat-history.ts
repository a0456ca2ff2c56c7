import type { Queryable } from '@liggare/database';
import type { CivilDate, DecisionPointRef } from '@liggare/kernel';
import { knownAtParameter } from '@liggare/projections';
import type { View } from '../domain/views.js';
import type { EndCause, SeatKind } from '../domain/vocabulary.js';
import { pointOf, present } from './row-fields.js';
import { DEFAULT_VIEW, seen, type Seen } from './seen.js';

/** Who held the seat for a while; without a holder, that it stood empty between two. */
export interface SeatPeriod {
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly holder?: SeatHolder;
}

export interface SeatHolder {
  readonly appointmentId: string;
  readonly personId: string;
  readonly nominatingPartyId?: string;
  readonly endCause?: EndCause;
  readonly basis?: DecisionPointRef;
  readonly endBasis?: DecisionPointRef;
  /** The event that made the register know it so, and that event's position in the log. */
  readonly eventId: string;
  readonly recordedAt: string;
}

/** What the register believed of the seat, and from which position of the log to which. */
export interface SeatBelief extends SeatPeriod {
  readonly holder: SeatHolder;
  readonly recordedFrom: string;
  readonly recordedTo?: string;
  /** Present when it was believed in one view only. */
  readonly view?: View;
}

export interface SeatHistory {
  readonly groupId: string;
  readonly kind: SeatKind;
  readonly seat: number;
  /** The seat through time, as known: holders and the gaps between them. */
  readonly periods: readonly SeatPeriod[];
  /** Everything ever believed of it up to then, in the order it was recorded. */
  readonly beliefs: readonly SeatBelief[];
}

interface Row {
  readonly appointment_id: string;
  readonly person_id: string;
  readonly nominating_party_id: string | null;
  readonly end_cause: EndCause | null;
  readonly basis_decision_id: string | null;
  readonly basis_point: number | null;
  readonly end_decision_id: string | null;
  readonly end_point: number | null;
  readonly event_id: string;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly recorded_from: string;
  readonly recorded_to: string | null;
  readonly view: View | null;
  readonly believed: boolean;
}

/** Who held one seat, through time and through what was known of it. */
export async function seatHistory(
  db: Queryable,
  groupId: string,
  kind: SeatKind,
  seat: number,
  moment: Pick<Seen, 'knownAt' | 'view'> = {},
): Promise<SeatHistory> {
  const { rows } = await db.query<Row>(
    `select m.appointment_id, m.person_id, m.nominating_party_id, m.end_cause, m.basis_decision_id, m.basis_point,
       m.end_decision_id, m.end_point, m.event_id, lower(m.valid)::text as "from", upper(m.valid)::text as "to",
       m.recorded_from::text, m.recorded_to::text, m.view, ${seen('m', '$4', '$5')} as believed
     from composition.membership m
     where m.group_id = $1 and m.kind = $2 and m.seat = $3 and m.recorded_from <= $4::numeric
     order by m.recorded_from, m.ordinal`,
    [groupId, kind, seat, knownAtParameter(moment), moment.view ?? DEFAULT_VIEW],
  );
  const beliefs = rows.map((row) => ({
    ...present({ from: row.from, to: row.to }),
    holder: holderOf(row),
    recordedFrom: row.recorded_from,
    ...(row.recorded_to === null ? {} : { recordedTo: row.recorded_to }),
    ...(row.view === null ? {} : { view: row.view }),
  }));
  return { groupId, kind, seat, periods: withGaps(rows.filter((row) => row.believed)), beliefs };
}

function withGaps(rows: readonly Row[]): SeatPeriod[] {
  const periods: SeatPeriod[] = [];
  for (const row of [...rows].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))) {
    const before = periods.at(-1)?.to;
    if (before !== undefined && row.from !== null && before < row.from) periods.push({ from: before, to: row.from });
    periods.push({ ...present({ from: row.from, to: row.to }), holder: holderOf(row) });
  }
  const last = periods.at(-1)?.to;
  return last === undefined ? periods : [...periods, { from: last }];
}

function holderOf(row: Row): SeatHolder {
  const { basis: endBasis } = pointOf(row.end_decision_id, row.end_point);
  return {
    appointmentId: row.appointment_id,
    personId: row.person_id,
    ...present({ nominatingPartyId: row.nominating_party_id, endCause: row.end_cause }),
    ...pointOf(row.basis_decision_id, row.basis_point),
    ...(endBasis ? { endBasis } : {}),
    eventId: row.event_id,
    recordedAt: row.recorded_from,
  };
}
