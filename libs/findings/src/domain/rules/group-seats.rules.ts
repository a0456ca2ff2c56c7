import { addDays } from '@liggare/kernel';
import { rolesIn, seatTimeline, sittingsIn, termPeriod, type GroupState } from '@liggare/groups';
import { after, holds, lasts, type Period, periodsWhere } from '../days.js';
import { rule, type Occurrence } from '../rule.js';

/** A seat that has been empty longer than this ought to have been filled, or explained. */
export const VACANT_DAYS = 90;

const KINDS = ['member', 'substitute'] as const;
type Kind = (typeof KINDS)[number];

interface Seating {
  readonly term: Period;
  seatsOn(kind: Kind, day: string): number;
  sittingOn(kind: Kind, day: string): ReturnType<typeof sittingsIn>;
  readonly changes: ReadonlySet<Period['from']>;
}

/** Who sits where, de jure, and the days on which that changes; undefined before the group is established. */
function seatingOf(group: GroupState): Seating | undefined {
  if (!group.term) return undefined;
  const sittings = sittingsIn(group, 'dejure');
  const seats = { member: seatTimeline(group, 'member'), substitute: seatTimeline(group, 'substitute') };
  const periods = [...sittings, ...seats.member, ...seats.substitute].map(({ period }) => period);
  return {
    term: termPeriod(group.term),
    seatsOn: (kind, day) => seats[kind].find(({ period }) => holds(period, day))?.value.seats ?? 0,
    sittingOn: (kind, day) => sittings.filter((s) => s.value.appointment.kind === kind && holds(s.period, day)),
    changes: new Set(periods.flatMap(({ from, to }) => [from, to])),
  };
}

export const moreHoldersThanSeats = rule({
  id: 'more-holders-than-seats',
  about: 'group',
  severity: 'warning',
  source: 'KL 5:7, 6:16; instruktionen · the instruction (edge cases 13, 14)',
  title: { sv: 'Fler har uppdrag än det finns platser', en: 'More holders than seats' },
  text: {
    sv: '{holders} har uppdrag ({kind}) men det finns {seats} platser. Någon måste besluta vem som lämnar.',
    en: '{holders} hold appointments ({kind}) but there are {seats} seats. Somebody must decide who leaves.',
  },
  *examine(group) {
    const seating = seatingOf(group);
    if (!seating) return;
    for (const kind of KINDS) {
      const surplus = (day: string) => seating.sittingOn(kind, day).length - seating.seatsOn(kind, day);
      for (const { from, to } of periodsWhere(seating.term, seating.changes, (day) => surplus(day) > 0)) {
        const day = from ?? '0001-01-01';
        const facts = { kind, holders: seating.sittingOn(kind, day).length, seats: seating.seatsOn(kind, day) };
        yield { part: `${kind} ${from ?? ''}`, ...lasts(from, to), facts };
      }
    }
  },
});

export const seatLongVacant = rule({
  id: 'seat-long-vacant',
  about: 'group',
  severity: 'warning',
  source: 'KL 6:20 fyllnadsval · by-election (edge cases 18, 74)',
  title: { sv: `Plats tom i mer än ${VACANT_DAYS} dagar`, en: `Seat empty for more than ${VACANT_DAYS} days` },
  text: {
    sv: 'Plats {seat} ({kind}) är tom sedan {since} utan registrerad förklaring.',
    en: 'Seat {seat} ({kind}) has been empty since {since} and nothing is registered that explains it.',
  },
  *examine(group) {
    const seating = seatingOf(group);
    if (!seating) return;
    const explained = (kind: Kind, seat: number, day: string) =>
      group.vacancies.some((v) => v.kind === kind && v.seat === seat && holds(v, day));
    const changes = [...seating.changes, ...group.vacancies.flatMap(({ from, to }) => [from, to])];
    for (const kind of KINDS) {
      const most = Math.max(0, ...seatTimeline(group, kind).map(({ value }) => value.seats));
      for (let seat = 1; seat <= most; seat++) {
        const empty = (day: string) =>
          seating.seatsOn(kind, day) >= seat &&
          !seating.sittingOn(kind, day).some(({ value }) => value.seat === seat) &&
          !explained(kind, seat, day);
        for (const period of periodsWhere(seating.term, changes, empty)) {
          const late = after(period, VACANT_DAYS);
          if (!late) continue;
          const part = `${kind} ${seat} ${period.from}`;
          yield { part, ...lasts(late.from, late.to), facts: { kind, seat, since: period.from! } };
        }
      }
    }
  },
});

export const noChair = rule({
  id: 'group-without-chair',
  about: 'group',
  severity: 'warning',
  source: 'KL 6:21; instruktionen · the instruction',
  title: { sv: 'Ingen ordförande', en: 'No chair' },
  text: {
    sv: 'Gruppen har {holders} ledamöter men ingen ordförande.',
    en: 'The group has {holders} members but no chair.',
  },
  *examine(group) {
    yield* whereChairs(group, (chairs, members) => chairs === 0 && members > 0);
  },
});

export const twoChairs = rule({
  id: 'two-chairs-at-once',
  about: 'group',
  severity: 'warning',
  source: 'KL 6:21',
  title: { sv: 'Flera ordförande samtidigt', en: 'Several chairs at once' },
  text: {
    sv: 'Gruppen har {chairs} ordförande samtidigt.',
    en: 'The group has {chairs} chairs at once.',
  },
  *examine(group) {
    yield* whereChairs(group, (chairs) => chairs > 1);
  },
});

function* whereChairs(group: GroupState, holdsFor: (chairs: number, members: number) => boolean): Iterable<Occurrence> {
  const seating = seatingOf(group);
  if (!seating) return;
  const chairs = rolesIn(group, 'dejure').filter(({ value }) => value.role.role === 'chair');
  const count = (day: string) => ({
    chairs: chairs.filter(({ period }) => holds(period, day)).length,
    holders: seating.sittingOn('member', day).length,
  });
  const changes = [...seating.changes, ...chairs.flatMap(({ period }) => [period.from, period.to])];
  const found = periodsWhere(seating.term, changes, (day) => holdsFor(count(day).chairs, count(day).holders));
  for (const { from, to } of found) yield { part: from ?? '', ...lasts(from, to), facts: count(from ?? '0001-01-01') };
}

export const noInstruction = rule({
  id: 'group-without-instruction',
  about: 'group',
  severity: 'note',
  source: 'KL 6:41–43; god ordning · good order (edge case 43)',
  title: { sv: 'Ingen instruktion', en: 'No instruction' },
  text: {
    sv: 'Ingen instruktion eller annat beslut säger hur många platser gruppen har.',
    en: 'No instruction or other decision says how many seats the group has.',
  },
  *examine(group) {
    const seating = seatingOf(group);
    if (!seating) return;
    const known = [...seatTimeline(group, 'member'), ...seatTimeline(group, 'substitute')];
    const without = (day: string) => !known.some(({ period }) => holds(period, day));
    for (const { from, to } of periodsWhere(seating.term, seating.changes, without)) {
      yield { part: from ?? '', ...lasts(from, to) };
    }
  },
});

/** How long before the end of a group somebody ought to have thought of what comes after. */
export const MANDATE_DAYS = 60;

export const mandateEnds = rule({
  id: 'mandate-ends-without-successor',
  about: 'group',
  severity: 'note',
  source: 'KL 6:18–19 (edge cases 41, 42)',
  title: {
    sv: `Mandattiden går ut inom ${MANDATE_DAYS} dagar`,
    en: `The mandate period ends within ${MANDATE_DAYS} days`,
  },
  text: {
    sv: 'Gruppens tid går ut {end} och ingen efterföljare är registrerad.',
    en: 'The group’s time ends on {end} and no successor is registered.',
  },
  *examine(group) {
    const end = endWithoutSuccessor(group);
    if (end === undefined) return;
    const from = [addDays(end, -MANDATE_DAYS), termPeriod(group.term!).from ?? ''].sort().at(-1)!;
    if (from < end) yield { part: end, ...lasts(from as typeof end, end), facts: { end } };
  },
});

export const mandateExpired = rule({
  id: 'mandate-expired-without-successor',
  about: 'group',
  severity: 'warning',
  source: 'KL 6:18–19 (edge case 42)',
  title: { sv: 'Mandattiden har gått ut utan efterföljare', en: 'The mandate period ended without a successor' },
  text: {
    sv: 'Gruppens tid gick ut {end} och ingen efterföljare är registrerad.',
    en: 'The group’s time ended on {end} and no successor is registered.',
  },
  *examine(group) {
    const end = endWithoutSuccessor(group);
    if (end !== undefined) yield { part: end, raisedOn: end, facts: { end } };
  },
});

function endWithoutSuccessor({ term }: GroupState) {
  if (!term || term.dissolution || term.successorId !== undefined) return undefined;
  return termPeriod(term).to;
}

export const groupSeatRules = [
  moreHoldersThanSeats,
  seatLongVacant,
  noChair,
  twoChairs,
  noInstruction,
  mandateEnds,
  mandateExpired,
];
