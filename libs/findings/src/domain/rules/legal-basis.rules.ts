import { appealPeriods, legalForceOf, type DecisionState } from '@liggare/decisions';
import { appointmentPeriod, type Appointment, type GroupState } from '@liggare/groups';
import type { DecisionPointRef } from '@liggare/kernel';
import { common, dayOf, END, lasts } from '../days.js';
import { rule } from '../rule.js';
import type { Surroundings } from '../surroundings.js';
import { endsOf } from './ends-of.js';

export const beforeLegalForce = rule({
  id: 'appointment-before-legal-force',
  about: 'group',
  severity: 'note',
  source: 'KL 13:14; JO 1170-2009 (edge case 5)',
  title: { sv: 'Verkställt före laga kraft', en: 'In effect before legal force' },
  text: {
    sv: 'Uppdraget gäller, men punkt {point} i beslutet får laga kraft först {gainedOn}.',
    en: 'The appointment is in effect, but point {point} of the decision gains legal force on {gainedOn} only.',
  },
  *examine(group, others) {
    for (const { appointment, basis, decision } of based(group, others)) {
      const gainedOn = legalForceOf(decision, basis.point, END).gainedOn;
      if (gainedOn === undefined) continue;
      const period = common(appointmentPeriod(appointment, group.term), { to: gainedOn });
      if (!period) continue;
      const facts = { point: basis.point, gainedOn };
      yield { part: appointment.appointmentId, ...lasts(period.from, period.to), facts };
    }
  },
});

export const underAppeal = rule({
  id: 'appointment-under-appeal',
  about: 'group',
  severity: 'warning',
  source: 'KL 13:1–8, 13:14 (edge case 5)',
  title: { sv: 'Uppdraget vilar på ett överklagat beslut', en: 'The appointment rests on a decision under appeal' },
  text: {
    sv: 'Punkt {point} i beslutet som uppdraget vilar på är överklagad sedan {filedOn}.',
    en: 'Point {point} of the decision that the appointment rests on is under appeal since {filedOn}.',
  },
  *examine(group, others) {
    for (const { appointment, basis, decision } of based(group, others)) {
      for (const appeal of appealPeriods(decision, basis.point)) {
        const period = common(appointmentPeriod(appointment, group.term), appeal);
        if (!period) continue;
        const facts = { point: basis.point, filedOn: appeal.from };
        yield { part: `${appointment.appointmentId} ${appeal.from}`, ...lasts(period.from, period.to), facts };
      }
    }
  },
});

export const executedThenAnnulled = rule({
  id: 'executed-then-annulled',
  about: 'group',
  severity: 'breach',
  source: 'KL 13:8, 13:15 (edge case 3)',
  title: { sv: 'Upphävt efter verkställighet: ska rättas', en: 'Annulled after execution: to be put right' },
  text: {
    sv: 'Punkt {point} upphävdes slutligt {finalOn}. Den som valts hade tjänstgjort; organet ska se till att verkställigheten rättas så långt möjligt.',
    en: 'Point {point} was annulled for good on {finalOn}. Whoever was elected had served; the body must see that the execution is put right as far as possible.',
  },
  *examine(group, others) {
    for (const { appointment, basis, decision } of based(group, others)) {
      const annulled = decision.annulments.find((a) => a.finalOn !== undefined && a.points.includes(basis.point));
      const served = annulled && common(appointmentPeriod(appointment, group.term), { to: annulled.finalOn! });
      if (!served) continue;
      const facts = { point: basis.point, finalOn: annulled.finalOn! };
      yield { part: appointment.appointmentId, raisedOn: annulled.finalOn!, facts };
    }
  },
});

export const retroactiveAgainstHolder = rule({
  id: 'ended-before-it-was-decided',
  about: 'group',
  severity: 'breach',
  source: 'KL 2:4 (edge case 1)',
  title: {
    sv: 'Upphört före beslutet, mot innehavarens intresse',
    en: 'Ended before it was decided, against the holder',
  },
  text: {
    sv: 'Uppdraget upphörde {on} enligt ett beslut som fattades först {decidedOn}, och innehavaren hade inte avsagt sig det.',
    en: 'The appointment ended on {on} by a decision made only on {decidedOn}, and the holder had not resigned.',
  },
  *examine(group, others) {
    for (const { appointment, end } of endsOf(group)) {
      if (!end.basis || end.resignationId !== undefined || ['died', 'superseded'].includes(end.cause)) continue;
      const decidedOn = dayOf(others.get('decision', end.basis.decisionId)?.decidedOn);
      const on = dayOf(end.on);
      if (decidedOn === undefined || on === undefined || on >= decidedOn) continue;
      yield { part: `${appointment.appointmentId} ${end.endId}`, raisedOn: decidedOn, facts: { on, decidedOn } };
    }
  },
});

export const appointedBackwards = rule({
  id: 'appointed-from-before-the-decision',
  about: 'group',
  severity: 'note',
  source: 'KL 2:4 (edge case 1)',
  title: { sv: 'Uppdrag från en dag före beslutet', en: 'Appointed from a day before the decision' },
  text: {
    sv: 'Uppdraget gäller från {from}, men valet gjordes först {decidedOn}.',
    en: 'The appointment is from {from}, but the election was made only on {decidedOn}.',
  },
  *examine(group, others) {
    for (const { appointment, decision } of based(group, others)) {
      const [from, decidedOn] = [dayOf(appointment.from), dayOf(decision.decidedOn)];
      if (from === undefined || decidedOn === undefined || from >= decidedOn) continue;
      yield { part: appointment.appointmentId, raisedOn: decidedOn, facts: { from, decidedOn } };
    }
  },
});

interface Based {
  readonly appointment: Appointment;
  readonly basis: DecisionPointRef;
  readonly decision: DecisionState;
}

function* based({ appointments }: GroupState, others: Surroundings): Iterable<Based> {
  for (const appointment of appointments) {
    const { basis } = appointment;
    const decision = basis && others.get('decision', basis.decisionId);
    if (decision) yield { appointment, basis, decision };
  }
}

/** Rules about what an appointment rests on. */
export const legalBasisRules = [
  beforeLegalForce,
  underAppeal,
  executedThenAnnulled,
  retroactiveAgainstHolder,
  appointedBackwards,
];
