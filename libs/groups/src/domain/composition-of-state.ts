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
import { includes, type Period } from './period.js';
import {
  functionTimeline,
  nameTimeline,
  sameCount,
  seatTimeline,
  termTimeline,
  vacancyTimelines,
  type Timed,
} from './periods-of-facts.js';
import { rolesIn, sittingsIn, type HeldRole, type Sitting } from './sittings.js';
import type { GroupState } from './state.js';
import { seenIn, type View } from './views.js';
import type { SeatKind } from './vocabulary.js';

/** A person's party on a day: in people's events, not in the group's. */
export type AffiliationOn = (personId: string, nominatingPartyId: string | undefined) => Affiliation;

const assumed: AffiliationOn = (_, nominated) => ({ partyId: nominated ?? null, assumed: true });

/**
 * Who sits in the group on `day`, told by the fold of its events alone; undefined when it was never established, or de
 * jure never founded.
 */
export function compositionOf(
  groupId: string,
  state: GroupState,
  day: CivilDate,
  affiliation: AffiliationOn = assumed,
  view: View = 'dejure',
): Composition | undefined {
  const terms = seenIn(state, view, termTimeline, () => true);
  const term = nearest(terms, day);
  if (!term) return undefined;
  const sittings = sittingsIn(state, view);
  const roles = rolesIn(state, view);
  return composeGroup(
    {
      groupId,
      name: nearest(
        seenIn(state, view, nameTimeline, (a, b) => a === b),
        day,
      )!.value.name,
      legalForm: term.value.legalForm,
      term: {
        ...term.period,
        ...(term.value.successorId === undefined ? {} : { successorId: term.value.successorId }),
        dissolved: term.value.dissolution !== undefined,
      },
      seatCounts: { member: counts(state, view, 'member'), substitute: counts(state, view, 'substitute') },
      holders: sittings
        .filter(({ period }) => includes(period, day))
        .map((sitting) => holderOf(sitting, roles, day, affiliation)),
      former: formerHolders(sittings, day),
      explanations: explanationsOn(state, view, day),
      functionSeats: functionsOn(state, view, day),
    },
    day,
  );
}

/** What holds on the day, or else the latest. */
function nearest<T>(timeline: readonly Timed<T>[], day: CivilDate): Timed<T> | undefined {
  return timeline.find(({ period }) => includes(period, day)) ?? timeline.at(-1);
}

function counts(state: GroupState, view: View, kind: SeatKind): readonly Timed<number>[] {
  return seenIn(state, view, (seen) => seatTimeline(seen, kind), sameCount).map(({ period, value }) => ({
    period,
    value: value.seats,
  }));
}

function holderOf(
  { period, value: { appointment, seat } }: Timed<Sitting>,
  roles: readonly Timed<HeldRole>[],
  day: CivilDate,
  affiliation: AffiliationOn,
): Holder & { readonly kind: SeatKind } {
  const { appointmentId, kind, personId, nominatingPartyId, basis } = appointment;
  return {
    appointmentId,
    kind,
    ...(seat === undefined ? {} : { seat }),
    personId,
    ...(nominatingPartyId === undefined ? {} : { nominatingPartyId }),
    affiliation: affiliation(personId, nominatingPartyId),
    roles: roles
      .filter((held) => held.value.appointment.appointmentId === appointmentId && includes(held.period, day))
      .map((held) => ({ role: held.value.role.role, from: held.period.from!, ...untilOf(held.period) }))
      .sort((x, y) => (x.role < y.role ? -1 : 1)),
    ...period,
    ...(basis ? { basis } : {}),
  };
}

function formerHolders(sittings: readonly Timed<Sitting>[], day: CivilDate): FormerHolder[] {
  const last = new Map<string, FormerHolder>();
  for (const { period, value } of sittings) {
    const { to } = period;
    const { seat, ending, appointment } = value;
    const { kind, personId, nominatingPartyId } = appointment;
    const key = `${kind} ${seat}`;
    if (seat === undefined || to === undefined || to > day || (last.get(key)?.to ?? '') > to) continue;
    const party = nominatingPartyId === undefined ? {} : { nominatingPartyId };
    last.set(key, { kind, seat, personId, ...party, to, ...(ending ? { cause: ending.cause } : {}) });
  }
  return [...last.values()];
}

function explanationsOn(state: GroupState, view: View, day: CivilDate): Explanation[] {
  return seenIn(state, view, vacancyTimelines, (a, b) => a === b)
    .filter(({ period }) => includes(period, day))
    .map(({ value: { kind, seat, reason, partyId, from } }) => ({
      kind,
      seat,
      reason,
      from,
      ...(partyId === undefined ? {} : { partyId }),
    }));
}

function functionsOn(state: GroupState, view: View, day: CivilDate): FunctionHolder[] {
  return seenIn(state, view, functionTimeline, (a, b) => a === b)
    .filter(({ period }) => includes(period, day))
    .map(({ value: { to: _, ...seat }, period }) => ({ ...seat, ...period }));
}

function untilOf({ to }: Period): { to?: CivilDate } {
  return to === undefined ? {} : { to };
}
