import type { CivilDate } from '@liggare/kernel';
import {
  composeGroup,
  type Affiliation,
  type Composition,
  type Explanation,
  type FormerHolder,
  type FunctionHolder,
  type Holder,
} from './composition.js';
import { includes, isEmptyPeriod, type Period } from './period.js';
import {
  appointmentPeriod,
  endingOf,
  functionPeriod,
  nameTimeline,
  rolePeriod,
  seatTimeline,
  termPeriod,
  vacancyTimelines,
  type Timed,
} from './periods-of-facts.js';
import type { Appointment, GroupState } from './state.js';
import type { SeatKind } from './vocabulary.js';

/** A person's party on a day: in people's events, not in the group's. */
export type AffiliationOn = (personId: string, nominatingPartyId: string | undefined) => Affiliation;

const assumed: AffiliationOn = (_, nominated) => ({ partyId: nominated ?? null, assumed: true });

/** Who sits in the group on `day`, told by the fold of its events alone; undefined when it was never established. */
export function compositionOf(
  groupId: string,
  state: GroupState,
  day: CivilDate,
  affiliation: AffiliationOn = assumed,
): Composition | undefined {
  const { term } = state;
  if (!term) return undefined;
  const names = nameTimeline(state);
  const appointments = state.appointments.map((a) => ({ a, period: appointmentPeriod(a, term) }));
  return composeGroup(
    {
      groupId,
      name: (names.find(({ period }) => includes(period, day)) ?? names.at(-1))!.value.name,
      legalForm: term.legalForm,
      term: {
        ...termPeriod(term),
        ...(term.successorId === undefined ? {} : { successorId: term.successorId }),
        dissolved: term.dissolution !== undefined,
      },
      seatCounts: { member: counts(state, 'member'), substitute: counts(state, 'substitute') },
      holders: appointments
        .filter(({ period }) => !isEmptyPeriod(period) && includes(period, day))
        .map(({ a, period }) => ({ ...holderOf(a, period, day, affiliation), kind: a.kind })),
      former: formerHolders(appointments, state, day),
      explanations: explanationsOn(state, day),
      functionSeats: functionsOn(state, day),
    },
    day,
  );
}

function counts(state: GroupState, kind: SeatKind): readonly Timed<number>[] {
  return seatTimeline(state, kind).map(({ period, value }) => ({ period, value: value.seats }));
}

function holderOf(a: Appointment, period: Period, day: CivilDate, affiliation: AffiliationOn): Holder {
  const { appointmentId, seat, personId, nominatingPartyId, basis } = a;
  return {
    appointmentId,
    seat,
    personId,
    ...(nominatingPartyId === undefined ? {} : { nominatingPartyId }),
    affiliation: affiliation(personId, nominatingPartyId),
    roles: a.roles
      .map((role) => ({ role: role.role, period: rolePeriod(role, period) }))
      .filter((role) => !isEmptyPeriod(role.period) && includes(role.period, day))
      .map((role) => ({ role: role.role, from: role.period.from!, ...untilOf(role.period) }))
      .sort((x, y) => (x.role < y.role ? -1 : 1)),
    ...period,
    ...(basis ? { basis } : {}),
  };
}

function formerHolders(
  appointments: readonly { a: Appointment; period: Period }[],
  { term }: GroupState,
  day: CivilDate,
): FormerHolder[] {
  const last = new Map<string, FormerHolder>();
  for (const { a, period } of appointments) {
    const { kind, seat, personId, nominatingPartyId } = a;
    const { to } = period;
    const key = `${kind} ${seat}`;
    if (isEmptyPeriod(period) || to === undefined || to > day || (last.get(key)?.to ?? '') > to) continue;
    const cause = endingOf(a, term)!.cause;
    const party = nominatingPartyId === undefined ? {} : { nominatingPartyId };
    last.set(key, { kind, seat, personId, ...party, to, cause });
  }
  return [...last.values()];
}

function explanationsOn(state: GroupState, day: CivilDate): Explanation[] {
  return vacancyTimelines(state)
    .filter(({ period }) => includes(period, day))
    .map(({ value: { kind, seat, reason, partyId, from } }) => ({
      kind,
      seat,
      reason,
      from,
      ...(partyId === undefined ? {} : { partyId }),
    }));
}

function functionsOn(state: GroupState, day: CivilDate): FunctionHolder[] {
  return state.functionSeats
    .map((seat) => ({ seat, period: functionPeriod(seat, state.term) }))
    .filter(({ period }) => !isEmptyPeriod(period) && includes(period, day))
    .map(({ seat: { to: _, ...seat }, period }) => ({ ...seat, ...period }));
}

function untilOf({ to }: Period): { to?: CivilDate } {
  return to === undefined ? {} : { to };
}
