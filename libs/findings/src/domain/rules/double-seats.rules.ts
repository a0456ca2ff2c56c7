import { sittingsIn, type GroupState } from '@liggare/groups';
import { holds, lasts, periodsWhere } from '../days.js';
import { humansAmong } from '../humans.js';
import { rule } from '../rule.js';
import type { Surroundings } from '../surroundings.js';

const memberAndSubstitute = rule({
  id: 'member-and-substitute-at-once',
  about: 'group',
  severity: 'warning',
  source: 'KL 6:16; instruktionen · the instruction (edge case 27)',
  title: { sv: 'Ledamot och ersättare samtidigt', en: 'Member and substitute at once' },
  text: {
    sv: 'Samma person är ledamot på plats {memberSeat} och ersättare på plats {substituteSeat}.',
    en: 'The same person is a member in seat {memberSeat} and a substitute in seat {substituteSeat}.',
  },
  *examine(group, others) {
    for (const { one, other, both } of heldByOne(group, others)) {
      if (one.kind !== 'member' || other.kind !== 'substitute') continue;
      const facts = { memberSeat: one.seat, substituteSeat: other.seat };
      yield { part: `${one.appointmentId} ${other.appointmentId}`, ...both, facts };
    }
  },
});

const twoSeatsOfAKind = rule({
  id: 'two-seats-of-a-kind-at-once',
  about: 'group',
  severity: 'warning',
  source: 'KL 6:16; instruktionen · the instruction (edge cases 27, 55)',
  title: { sv: 'Två platser samtidigt', en: 'Two seats at once' },
  text: {
    sv: 'Samma människa, under två poster som är sammanslagna, har plats {seat} och plats {otherSeat} av samma slag.',
    en: 'The same human being, under two entries that are merged, has seat {seat} and seat {otherSeat} of one kind.',
  },
  *examine(group, others) {
    for (const { one, other, both } of heldByOne(group, others)) {
      if (one.kind !== other.kind || one.appointmentId > other.appointmentId) continue;
      const facts = { seat: one.seat, otherSeat: other.seat };
      yield { part: `${one.appointmentId} ${other.appointmentId}`, ...both, facts };
    }
  },
});

/** Seats that one human being holds on the same days, every two of them in both orders. */
function* heldByOne(group: GroupState, others: Surroundings) {
  const sittings = sittingsIn(group, 'dejure');
  const human = humansAmong(
    sittings.map(({ value }) => value.appointment.personId),
    others,
  );
  const byHuman = new Map<string, typeof sittings>();
  for (const sitting of sittings) {
    const who = human(sitting.value.appointment.personId);
    byHuman.set(who, [...(byHuman.get(who) ?? []), sitting]);
  }
  for (const held of byHuman.values()) {
    for (const a of held) {
      for (const b of held) {
        const [one, other] = [a.value.appointment, b.value.appointment];
        if (one.appointmentId === other.appointmentId) continue;
        const [period] = periodsWhere(a.period, [b.period.from, b.period.to], (day) => holds(b.period, day));
        if (period) yield { one, other, both: lasts(period.from, period.to) };
      }
    }
  }
}

export const doubleSeatRules = [memberAndSubstitute, twoSeatsOfAKind];
