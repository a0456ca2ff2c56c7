import type { CivilDate, DecisionPointRef } from '@liggare/kernel';
import { includes, type Period } from './period.js';
import type { Timed } from './periods-of-facts.js';
import type { EndCause, LegalForm, Role, SeatKind, VacancyReason } from './vocabulary.js';

/** Where the group is in its life on the day asked about (edge cases 40–42). */
export const TERM_STATUSES = [
  'not-started',
  'current',
  'dissolved',
  'expired',
  'expired-no-successor',
  'registered-in-error',
] as const;
export type TermStatus = (typeof TERM_STATUSES)[number];

export interface HeldRole {
  readonly role: Role;
  readonly from: string;
  readonly to?: string;
}

/** Party on the day: stated in the register, or assumed to be the nominating one because nothing else was recorded. */
export interface Affiliation {
  /** null: unaffiliated ("partilös"). */
  readonly partyId: string | null;
  readonly assumed: boolean;
}

export interface Holder {
  readonly appointmentId: string;
  /** Absent: the release was annulled after the seat had been given to another; a human resolves it. */
  readonly seat?: number;
  readonly personId: string;
  readonly nominatingPartyId?: string;
  readonly affiliation: Affiliation;
  readonly roles: readonly HeldRole[];
  readonly from?: string;
  readonly to?: string;
  readonly basis?: DecisionPointRef;
}

/** Who last left a seat, and so whose party may be asked to nominate (edge case 18). */
export interface FormerHolder {
  readonly kind: SeatKind;
  readonly seat: number;
  readonly personId: string;
  readonly nominatingPartyId?: string;
  readonly to: CivilDate;
  readonly cause?: EndCause;
}

export interface Explanation {
  readonly kind: SeatKind;
  readonly seat: number;
  readonly reason: VacancyReason;
  readonly partyId?: string;
  readonly from: CivilDate;
}

export interface Vacancy {
  readonly seat: number;
  /** First day the seat stood empty; absent when the start of the seat itself is unknown. */
  readonly since?: CivilDate;
  readonly reason?: VacancyReason;
  readonly nominatingPartyId?: string;
  readonly lastHolder?: { readonly personId: string; readonly to: CivilDate; readonly cause?: EndCause };
}

export interface Seating {
  readonly seats: number;
  readonly filled: number;
  readonly vacant: number;
  /** Holders beyond the number of seats: recorded, for a human to resolve (edge cases 13, 14). */
  readonly surplus: number;
  readonly holders: readonly Holder[];
  readonly vacancies: readonly Vacancy[];
}

export interface PartySeats {
  /** null: unaffiliated, or not nominated by a party. */
  readonly partyId: string | null;
  readonly seats: number;
}

export interface FunctionHolder {
  readonly functionSeatId: string;
  readonly seat: number;
  readonly function: string;
  readonly organisation?: string;
  readonly personId?: string;
  readonly from?: string;
  readonly to?: string;
  readonly basis?: DecisionPointRef;
}

/** Who sits in the group on one day. */
export interface Composition {
  readonly groupId: string;
  readonly name: string;
  readonly legalForm: LegalForm;
  readonly term: {
    readonly from?: string;
    readonly to?: string;
    readonly status: TermStatus;
    readonly successorId?: string;
  };
  readonly members: Seating;
  /** In the order in which they serve. */
  readonly substitutes: Seating;
  readonly functionSeats: readonly FunctionHolder[];
  /** Members only. The two differ when somebody left the party that nominated them (edge case 19). */
  readonly parties: {
    readonly byNomination: readonly PartySeats[];
    readonly byAffiliation: readonly PartySeats[];
  };
}

/** What is known about one group, narrowed to one day: from the fold of its events, or from the read model. */
export interface CompositionFacts {
  readonly groupId: string;
  readonly name: string;
  readonly legalForm: LegalForm;
  readonly term: Period & { readonly successorId?: string; readonly dissolved: boolean };
  /** The number of seats of each kind through time. */
  readonly seatCounts: Readonly<Record<SeatKind, readonly Timed<number>[]>>;
  readonly holders: readonly (Holder & { readonly kind: SeatKind })[];
  /** The last holder of every seat that somebody has left. */
  readonly former: readonly FormerHolder[];
  readonly explanations: readonly Explanation[];
  readonly functionSeats: readonly FunctionHolder[];
}

export function composeGroup(facts: CompositionFacts, day: CivilDate): Composition {
  const members = seating('member', facts, day);
  return {
    groupId: facts.groupId,
    name: facts.name,
    legalForm: facts.legalForm,
    term: termOn(facts.term, day),
    members,
    substitutes: seating('substitute', facts, day),
    functionSeats: [...facts.functionSeats].sort((a, b) => a.seat - b.seat),
    parties: {
      byNomination: distribution(members.holders.map((h) => h.nominatingPartyId ?? null)),
      byAffiliation: distribution(members.holders.map((h) => h.affiliation.partyId)),
    },
  };
}

export function statusOf(term: CompositionFacts['term'], day: CivilDate): TermStatus {
  if (term.from !== undefined && day < term.from) return 'not-started';
  if (includes(term, day)) return 'current';
  if (term.dissolved) return 'dissolved';
  return term.successorId === undefined ? 'expired-no-successor' : 'expired';
}

function termOn(term: CompositionFacts['term'], day: CivilDate): Composition['term'] {
  const { dissolved: _, ...rest } = term;
  return { ...rest, status: statusOf(term, day) };
}

function seating(kind: SeatKind, facts: CompositionFacts, day: CivilDate): Seating {
  const holders = facts.holders
    .filter((h) => h.kind === kind)
    .sort(bySeat)
    .map(({ kind: _, ...holder }): Holder => holder);
  const timeline = facts.seatCounts[kind];
  const seats = timeline.find(({ period }) => includes(period, day))?.value ?? 0;
  const vacant = Math.max(0, seats - holders.length);
  return {
    seats,
    filled: holders.length,
    vacant,
    surplus: Math.max(0, holders.length - seats),
    holders,
    vacancies: emptySeats(seats, holders)
      .slice(0, vacant)
      .map((seat) => vacancy(kind, seat, facts, day)),
  };
}

/** Those without a seat of their own last; equal ones by id, so that the order is the same everywhere. */
function bySeat(a: Holder, b: Holder): number {
  const [x, y] = [a.seat ?? Number.MAX_SAFE_INTEGER, b.seat ?? Number.MAX_SAFE_INTEGER];
  return x - y || (a.appointmentId < b.appointmentId ? -1 : 1);
}

function emptySeats(seats: number, holders: readonly Holder[]): number[] {
  const taken = new Set(holders.map((h) => h.seat));
  return Array.from({ length: seats }, (_, i) => i + 1).filter((seat) => !taken.has(seat));
}

function vacancy(kind: SeatKind, seat: number, facts: CompositionFacts, day: CivilDate): Vacancy {
  const last = facts.former.find((f) => f.kind === kind && f.seat === seat);
  const existsSince = since(facts.seatCounts[kind], seat, day);
  const empty = last && (existsSince === undefined || existsSince < last.to) ? last.to : existsSince;
  const explained = facts.explanations.find(
    (e) => e.kind === kind && e.seat === seat && (empty === undefined || e.from >= empty),
  );
  const party = explained?.partyId ?? last?.nominatingPartyId;
  return {
    seat,
    ...(empty === undefined ? {} : { since: empty }),
    ...(explained ? { reason: explained.reason } : {}),
    ...(party === undefined ? {} : { nominatingPartyId: party }),
    ...(last ? { lastHolder: lastHolder(last) } : {}),
  };
}

function lastHolder({ personId, to, cause }: FormerHolder): NonNullable<Vacancy['lastHolder']> {
  return { personId, to, ...(cause === undefined ? {} : { cause }) };
}

/** Since when there has been such a seat without a break, looking back from `day`. */
function since(timeline: readonly Timed<number>[], seat: number, day: CivilDate): CivilDate | undefined {
  let from: CivilDate | undefined;
  for (let i = timeline.findIndex(({ period }) => includes(period, day)); i >= 0; i--) {
    const { period, value } = timeline[i]!;
    if (value < seat || (from !== undefined && period.to !== from)) break;
    from = period.from;
    if (from === undefined) break;
  }
  return from;
}

/** Most seats first; equal ones by id, so that the order is the same everywhere. */
function distribution(parties: readonly (string | null)[]): PartySeats[] {
  const seats = new Map<string | null, number>();
  for (const party of parties) seats.set(party, (seats.get(party) ?? 0) + 1);
  return [...seats]
    .map(([partyId, n]) => ({ partyId, seats: n }))
    .sort((a, b) => b.seats - a.seats || ((a.partyId ?? '') < (b.partyId ?? '') ? -1 : 1));
}
