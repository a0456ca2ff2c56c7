import type { Queryable } from '@liggare/database';
import type { CivilDate, DecisionPointRef } from '@liggare/kernel';
import { knownAtParameter } from '@liggare/projections';
import type { HeldRole } from '../domain/composition.js';
import type { EndCause, LegalForm, SeatKind } from '../domain/vocabulary.js';
import { pointOf, present } from './row-fields.js';
import { samePersons } from './same-persons.js';
import { DEFAULT_VIEW, seen, type Seen } from './seen.js';

/** One seat that a person holds, held or will hold, seen from a day. */
export interface Assignment {
  readonly groupId: string;
  readonly groupName: string;
  readonly legalForm: LegalForm;
  readonly appointmentId: string;
  /** Under which id it was recorded: the person's own, or that of another entry of the same human being. */
  readonly personId: string;
  readonly kind: SeatKind;
  readonly seat?: number;
  readonly nominatingPartyId?: string;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly endCause?: EndCause;
  readonly status: 'past' | 'current' | 'future';
  /** All roles in the seat, whenever they were held. */
  readonly roles: readonly HeldRole[];
  readonly basis?: DecisionPointRef;
}

interface Row {
  readonly group_id: string;
  readonly group_name: string;
  readonly legal_form: LegalForm;
  readonly appointment_id: string;
  readonly person_id: string;
  readonly kind: SeatKind;
  readonly seat: number | null;
  readonly nominating_party_id: string | null;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly end_cause: EndCause | null;
  readonly roles: readonly HeldRole[] | null;
  readonly basis_decision_id: string | null;
  readonly basis_point: number | null;
}

/** All of a person's assignments in all groups, newest first, as known then; whichever of its ids they are recorded under. */
export async function personAssignments(db: Queryable, personId: string, moment: Seen): Promise<Assignment[]> {
  const { rows } = await db.query<Row>(
    `select m.group_id, m.appointment_id, m.person_id, m.kind, m.seat, m.nominating_party_id, m.end_cause, m.basis_decision_id,
       m.basis_point, lower(m.valid)::text as "from", upper(m.valid)::text as "to", t.legal_form,
       (select n.name from composition.group_name n
         where n.group_id = m.group_id and ${seen('n', '$3', '$4')}
         order by n.valid @> $2::date desc, lower(n.valid) desc nulls last limit 1) as group_name,
       (select json_agg(x order by x."from") from (
         select r.role, lower(r.valid) as "from", upper(r.valid) as "to" from composition.role r
         where r.group_id = m.group_id and r.appointment_id = m.appointment_id and ${seen('r', '$3', '$4')}) x) as roles
     from composition.membership m
     cross join lateral (
       select t.legal_form from composition.group_term t where t.group_id = m.group_id and ${seen('t', '$3', '$4')}
       order by t.valid && m.valid desc, lower(t.valid) desc nulls last limit 1) t
     where m.person_id = any(${samePersons('$1::uuid', '$3')}) and ${seen('m', '$3', '$4')}
     order by lower(m.valid) desc nulls last, m.appointment_id`,
    [personId, moment.validAt, knownAtParameter(moment), moment.view ?? DEFAULT_VIEW],
  );
  return rows.map((row) => ({
    groupId: row.group_id,
    groupName: row.group_name,
    legalForm: row.legal_form,
    appointmentId: row.appointment_id,
    personId: row.person_id,
    kind: row.kind,
    ...present({
      seat: row.seat,
      nominatingPartyId: row.nominating_party_id,
      from: row.from,
      to: row.to,
      endCause: row.end_cause,
    }),
    status: statusOn(moment.validAt, row),
    roles: (row.roles ?? []).map((role) => present(role)),
    ...pointOf(row.basis_decision_id, row.basis_point),
  }));
}

function statusOn(day: CivilDate, { from, to }: Row): Assignment['status'] {
  if (from !== null && day < from) return 'future';
  return to !== null && to <= day ? 'past' : 'current';
}
