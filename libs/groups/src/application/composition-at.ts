import type { Queryable } from '@liggare/database';
import type { CivilDate } from '@liggare/kernel';
import { asKnown, knownAtParameter } from '@liggare/projections';
import { composeGroup, type Affiliation, type Composition, type HeldRole } from '../domain/composition.js';
import type { EndCause, LegalForm, SeatKind, VacancyReason } from '../domain/vocabulary.js';
import { pointOf, present } from './row-fields.js';
import { samePersons } from './same-persons.js';
import { DEFAULT_VIEW, seen, type Seen } from './seen.js';

/** Bounds of a `daterange`, as JSON. */
interface Bounds {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

interface Based {
  readonly basis_decision_id: string | null;
  readonly basis_point: number | null;
}

interface HolderRow extends Bounds, Based {
  readonly appointment_id: string;
  readonly kind: SeatKind;
  readonly seat: number | null;
  readonly person_id: string;
  readonly nominating_party_id: string | null;
  readonly affiliated_to: string | null;
  readonly has_left_a_party: boolean;
  readonly roles: readonly HeldRole[] | null;
}

interface Found {
  /** Does a holder have another entry in the register? */
  readonly merged: boolean;
  readonly term: Bounds & { legal_form: LegalForm; successor_id: string | null; dissolved_on: CivilDate | null };
  readonly name: string;
  readonly counts: readonly (Bounds & { kind: SeatKind; seats: number })[] | null;
  readonly holders: readonly HolderRow[] | null;
  readonly former:
    | readonly {
        kind: SeatKind;
        seat: number;
        person_id: string;
        nominating_party_id: string | null;
        to: CivilDate;
        end_cause: EndCause | null;
      }[]
    | null;
  readonly explanations:
    readonly { kind: SeatKind; seat: number; reason: VacancyReason; party_id: string | null; from: CivilDate }[] | null;
  readonly functions:
    | readonly (Bounds &
        Based & {
          function_seat_id: string;
          seat: number;
          function: string;
          organisation: string | null;
          person_id: string | null;
        })[]
    | null;
}

/**
 * Who sits in the group on a day, as known at a position of the log: one statement, so that all of it is of one moment.
 * @returns undefined when no such group was known, or de jure none was ever founded
 */
export async function compositionAt(db: Queryable, groupId: string, moment: Seen): Promise<Composition | undefined> {
  const parameters = [groupId, moment.validAt, knownAtParameter(moment), moment.view ?? DEFAULT_VIEW];
  const read = async (statement: string) => (await db.query<Found>(statement, parameters)).rows[0];
  const alone = await read(COMPOSITION);
  const found = alone?.merged ? await read(COMPOSITION_OF_MERGED) : alone;
  if (!found) return undefined;
  const { legal_form, successor_id, dissolved_on, ...term } = found.term;
  return composeGroup(
    {
      groupId,
      name: found.name,
      legalForm: legal_form,
      term: {
        ...present(term),
        ...(successor_id === null ? {} : { successorId: successor_id }),
        dissolved: dissolved_on !== null,
      },
      seatCounts: { member: countsOf(found, 'member'), substitute: countsOf(found, 'substitute') },
      holders: (found.holders ?? []).map(holderOf),
      former: (found.former ?? []).map(({ person_id, nominating_party_id, end_cause, ...rest }) => ({
        ...rest,
        personId: person_id,
        ...(nominating_party_id === null ? {} : { nominatingPartyId: nominating_party_id }),
        ...(end_cause === null ? {} : { cause: end_cause }),
      })),
      explanations: (found.explanations ?? []).map(({ party_id, ...rest }) => ({
        ...rest,
        ...(party_id === null ? {} : { partyId: party_id }),
      })),
      functionSeats: (found.functions ?? []).map(
        ({ function_seat_id, person_id, basis_decision_id, basis_point, organisation, from, to, ...rest }) => ({
          functionSeatId: function_seat_id,
          ...rest,
          ...present({ organisation, personId: person_id, from, to }),
          ...pointOf(basis_decision_id, basis_point),
        }),
      ),
    },
    moment.validAt,
  );
}

function countsOf({ counts }: Found, kind: SeatKind) {
  return (counts ?? [])
    .filter((count) => count.kind === kind)
    .map(({ from, to, seats }) => ({ period: present({ from, to }), value: seats }));
}

function holderOf(row: HolderRow) {
  return {
    appointmentId: row.appointment_id,
    kind: row.kind,
    ...(row.seat === null ? {} : { seat: row.seat }),
    personId: row.person_id,
    ...(row.nominating_party_id === null ? {} : { nominatingPartyId: row.nominating_party_id }),
    affiliation: affiliationOf(row),
    roles: (row.roles ?? []).map((role) => present(role)),
    ...present({ from: row.from, to: row.to }),
    ...pointOf(row.basis_decision_id, row.basis_point),
  };
}

/** Who was nominated by a party and never said to have left one is taken to represent the nominating party. */
function affiliationOf(row: HolderRow): Affiliation {
  if (row.affiliated_to !== null) return { partyId: row.affiliated_to, assumed: false };
  if (row.has_left_a_party) return { partyId: null, assumed: false };
  return { partyId: row.nominating_party_id, assumed: true };
}

const bounds = (alias: string) => `lower(${alias}.valid) as "from", upper(${alias}.valid) as "to"`;
const inForce = (alias: string) =>
  `${alias}.group_id = $1 and ${alias}.valid @> $2::date and ${seen(alias, '$3', '$4')}`;

/** @param same SQL: the ids, as `uuid[]`, under which the holder `m` may be recorded */
const composition = (same: string) => `
select
  (select row_to_json(x) from (
    select t.legal_form, t.successor_id, t.dissolved_on, ${bounds('t')}) x) as term,
  (select n.name from composition.group_name n
    where n.group_id = $1 and ${seen('n', '$3', '$4')}
    order by n.valid @> $2::date desc, lower(n.valid) desc nulls last limit 1) as name,
  (select json_agg(x order by x."from" nulls first) from (
    select s.kind, s.seats, ${bounds('s')} from composition.seat_count s
    where s.group_id = $1 and ${seen('s', '$3', '$4')}) x) as counts,
  (select json_agg(x order by x.seat) from (
    select m.appointment_id, m.kind, m.seat, m.person_id, m.nominating_party_id, ${bounds('m')},
      m.basis_decision_id, m.basis_point,
      (select json_agg(y order by y.role) from (
        select r.role, ${bounds('r')} from composition.role r
        where r.appointment_id = m.appointment_id and ${inForce('r')}) y) as roles,
      (select a.party_id from composition.affiliation a
        where a.person_id = any(p.same) and a.valid @> $2::date and ${seen('a', '$3', '$4')}
        order by lower(a.valid) desc nulls last, a.affiliation_id limit 1) as affiliated_to,
      exists (select from composition.affiliation a
        where a.person_id = any(p.same) and upper(a.valid) <= $2::date and ${seen('a', '$3', '$4')}) as has_left_a_party
    from composition.membership m
    cross join lateral (select ${same} as same) p
    where ${inForce('m')}) x) as holders,
  (select json_agg(x) from (
    select distinct on (m.kind, m.seat) m.kind, m.seat, m.person_id, m.nominating_party_id, upper(m.valid) as "to",
      m.end_cause
    from composition.membership m
    where m.group_id = $1 and m.seat is not null and upper(m.valid) <= $2::date and ${seen('m', '$3', '$4')}
    order by m.kind, m.seat, upper(m.valid) desc) x) as former,
  (select json_agg(x) from (
    select v.kind, v.seat, v.reason, v.party_id, lower(v.valid) as "from" from composition.vacancy_explanation v
    where ${inForce('v')}) x) as explanations,
  (select json_agg(x) from (
    select f.function_seat_id, f.seat, f.function, f.organisation, f.person_id, ${bounds('f')},
      f.basis_decision_id, f.basis_point
    from composition.function_seat f where ${inForce('f')}) x) as functions,
  exists (
    select from composition.membership m join composition.person_merge g on m.person_id in (g.person_id, g.survivor_id)
    where ${inForce('m')} and ${asKnown('g', '$3')}) as merged
from composition.group_term t
where t.group_id = $1 and ${seen('t', '$3', '$4')}
order by t.valid @> $2::date desc, lower(t.valid) desc nulls last limit 1`;

const COMPOSITION = composition('array[m.person_id]');
/** The same, looking for every holder among the persons that are one with them: twice as slow, and seldom needed. */
const COMPOSITION_OF_MERGED = composition(samePersons('m.person_id', '$3'));
