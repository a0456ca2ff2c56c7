import type { CivilDate, DecisionPointRef, PartialDate } from '@liggare/kernel';
import { earliestDay, endedAt, isEmptyPeriod, latestEnd, possiblePeriod, type Period } from './period.js';
import type {
  Appointment,
  FunctionSeat,
  GroupName,
  GroupState,
  RoleAssignment,
  Term,
  Underlying,
  VacancyExplanation,
} from './state.js';
import type { EndCause, SeatKind } from './vocabulary.js';

/** The day the group ends: what its term says, or its dissolution if that is earlier. */
export function endOfGroup(term: Term | undefined): CivilDate | undefined {
  const limit = term?.to === undefined ? undefined : latestEnd(term.to);
  const dissolved = term?.dissolution?.on;
  if (limit === undefined || dissolved === undefined) return limit ?? dissolved;
  return limit < dissolved ? limit : dissolved;
}

export function termPeriod(term: Term): Period {
  return endedAt(possiblePeriod(term.from, term.to), term.dissolution?.on);
}

export interface Ending {
  readonly on: CivilDate;
  readonly cause: EndCause;
  /** The end as it was registered for this appointment; absent when the group's end is what counts. */
  readonly stated?: PartialDate;
  readonly basis?: DecisionPointRef;
}

/** The end that counts among all that limit the appointment, its own and the group's: the earliest. */
export function endingOf(appointment: Appointment, term: Term | undefined): Ending | undefined {
  let first = ownEndingOf(appointment);
  const limit = term?.to === undefined ? undefined : latestEnd(term.to);
  if (limit !== undefined && (!first || limit < first.on)) first = { on: limit, cause: 'term-expired' };
  const dissolution = term?.dissolution;
  if (dissolution && (!first || dissolution.on < first.on)) {
    first = { on: dissolution.on, cause: 'group-dissolved', ...basisOf(dissolution.basis) };
  }
  return first;
}

/** As {@link endingOf}, without what befalls the group. */
export function ownEndingOf(appointment: Appointment): Ending | undefined {
  let first: Ending | undefined;
  for (const { on, cause, basis } of appointment.ends) {
    const day = latestEnd(on);
    if (day !== undefined && (!first || day < first.on)) first = { on: day, cause, stated: on, ...basisOf(basis) };
  }
  const limit = appointment.to === undefined ? undefined : latestEnd(appointment.to);
  if (limit === undefined || (first && first.on <= limit)) return first;
  return { on: limit, cause: 'term-expired', stated: appointment.to! };
}

/** The days an appointment covers (edge case 42: never longer than the group lasts). */
export function appointmentPeriod(appointment: Appointment, term: Term | undefined): Period {
  return endedAt(possiblePeriod(appointment.from), endingOf(appointment, term)?.on);
}

/** The days an appointment covers by itself: what seats and roles are checked against. */
export function ownPeriod(appointment: Appointment): Period {
  return endedAt(possiblePeriod(appointment.from), ownEndingOf(appointment)?.on);
}

/** A role lies inside its appointment and ends with it at the latest (edge case 29). */
export function rolePeriod(role: RoleAssignment, appointment: Period): Period {
  const from = appointment.from !== undefined && appointment.from > role.from ? appointment.from : role.from;
  return endedAt(endedAt({ from }, role.to), appointment.to);
}

export interface Timed<T> {
  readonly period: Period;
  readonly value: T;
}

export interface SeatCount {
  readonly seats: number;
  /** Which instruction version or which change said so. */
  readonly source: { readonly version?: number; readonly sequence: number };
  readonly basis?: DecisionPointRef;
}

/** Did the same instruction or change set this number? */
export function sameCount(a: SeatCount, b: SeatCount): boolean {
  return a.source.sequence === b.source.sequence && a.seats === b.seats;
}

/** The number of seats of a kind through time: at each day the latest that had taken effect (edge case 13). */
export function seatTimeline(state: GroupState, kind: SeatKind): readonly Timed<SeatCount>[] {
  const sources: { from: CivilDate | undefined; value: SeatCount }[] = [];
  for (const { sequence, version, effectiveFrom, memberSeats, substituteSeats, basis } of state.instructions) {
    const seats = kind === 'member' ? memberSeats : substituteSeats;
    const from = earliestDay(effectiveFrom);
    sources.push({ from, value: { seats, source: { version, sequence }, ...basisOf(basis) } });
  }
  for (const change of state.seatChanges) {
    if (change.kind !== kind) continue;
    const { seats, sequence, from, basis } = change;
    sources.push({ from, value: { seats, source: { sequence }, ...basisOf(basis) } });
  }
  sources.sort((a, b) => compareDays(a.from, b.from) || a.value.source.sequence - b.value.source.sequence);
  return successive(sources, endOfGroup(state.term));
}

/** The names through time; the first has no beginning of its own. */
export function nameTimeline(state: GroupState): readonly Timed<GroupName>[] {
  const sources = state.names.map((value, index) => ({ from: value.from, value, index }));
  sources.sort((a, b) => compareDays(a.from, b.from) || a.index - b.index);
  return successive(sources, undefined);
}

/** The explanations of every seat through time: a later one of a seat takes the place of an earlier. */
export function vacancyTimelines({ vacancies, term }: GroupState): readonly Timed<VacancyExplanation>[] {
  const bySeat = new Map<string, VacancyExplanation[]>();
  for (const explanation of vacancies) {
    const key = `${explanation.kind} ${explanation.seat}`;
    bySeat.set(key, [...(bySeat.get(key) ?? []), explanation]);
  }
  return [...bySeat.values()].flatMap((explanations) => {
    const sources = explanations.map((value, index) => ({ from: value.from, value, index }));
    sources.sort((a, b) => compareDays(a.from, b.from) || a.index - b.index);
    return successive(sources, endOfGroup(term))
      .map(({ period, value }) => ({ period: endedAt(period, value.to), value }))
      .filter(({ period }) => !isEmptyPeriod(period));
  });
}

/** The group's term, when it has one; a group that was registered by mistake never had. */
export function termTimeline({ term, registeredInError }: GroupState): readonly Timed<Term>[] {
  return term && !registeredInError ? lasting([{ period: termPeriod(term), value: term }]) : [];
}

/** When a seat in another group is needed. */
export function underlyingTimeline({ underlying }: GroupState): readonly Timed<Underlying>[] {
  return underlying ? lasting([{ period: possiblePeriod(underlying.from, underlying.to), value: underlying }]) : [];
}

/** The functions in their seats. */
export function functionTimeline({ functionSeats, term }: GroupState): readonly Timed<FunctionSeat>[] {
  return lasting(functionSeats.map((value) => ({ period: functionPeriod(value, term), value })));
}

function lasting<T>(timed: readonly Timed<T>[]): readonly Timed<T>[] {
  return timed.filter(({ period }) => !isEmptyPeriod(period));
}

/** The days a function holds its seat: never longer than the group lasts. */
export function functionPeriod({ from, to }: FunctionSeat, term: Term | undefined): Period {
  return endedAt(possiblePeriod(from, to), endOfGroup(term));
}

/** Each holds until the next begins. */
function successive<T>(
  sources: readonly { readonly from: CivilDate | undefined; readonly value: T }[],
  end: CivilDate | undefined,
): Timed<T>[] {
  return sources
    .map(({ from, value }, index): Timed<T> => {
      const next = sources[index + 1];
      // A second fact without a beginning replaces the first altogether.
      const until = next === undefined ? undefined : (next.from ?? BEGINNING);
      return { value, period: endedAt(endedAt(from === undefined ? {} : { from }, until), end) };
    })
    .filter(({ period }) => !isEmptyPeriod(period) && period.to !== BEGINNING);
}

const BEGINNING = '0001-01-01' as CivilDate;

function compareDays(a: CivilDate | undefined, b: CivilDate | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? -1 : 1;
  return a < b ? -1 : 1;
}

function basisOf(basis: DecisionPointRef | undefined): { basis?: DecisionPointRef } {
  return basis ? { basis } : {};
}
