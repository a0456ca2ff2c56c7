import { appointmentPeriod, ENDS_AT_ONCE, ownPeriod, type AppointmentEnd, type GroupState } from '@liggare/groups';
import { addDays } from '@liggare/kernel';
import { common, dayOf, lasts } from '../days.js';
import { rule } from '../rule.js';
import { endsOf } from './ends-of.js';

/** How long an answer to somebody who wishes to leave may take. */
export const RESIGNATION_DAYS = 60;
/** The council meets at least this often, as a rule; what waits for its next meeting ought to have been dealt with. */
export const NEXT_MEETING_DAYS = 92;

export const recallWithoutGround = rule({
  id: 'recall-without-lawful-ground',
  about: 'group',
  severity: 'breach',
  source: 'KL 4:9–10; RÅ 2010 ref. 57 (edge cases 24, 25)',
  title: { sv: 'Återkallelse utan laglig grund', en: 'Recall without a lawful ground' },
  text: {
    sv: 'Uppdraget återkallades {on} på grunden ”{ground}”. En enskild kan återkallas bara vid vägrad ansvarsfrihet eller dom; alla i organet vid ändrad majoritet eller organisation.',
    en: 'The appointment was recalled on {on} on the ground “{ground}”. One person may be recalled only when discharge was refused or after a conviction; the whole body when the majority or the organisation changed.',
  },
  *examine(group) {
    for (const { appointment, end } of endsOf(group)) {
      if (end.cause !== 'recalled') continue;
      const ground = end.ground ?? 'other';
      if (['discharge-refused', 'convicted'].includes(ground)) continue;
      if (ground !== 'other' && everybodyRecalled(group, end)) continue;
      const on = dayOf(end.on);
      yield {
        part: `${appointment.appointmentId} ${end.endId}`,
        ...lasts(on, undefined),
        facts: { on: end.on, ground },
      };
    }
  },
});

/** KL 4:10 is about all elected members of a body at once. */
function everybodyRecalled({ appointments }: GroupState, end: AppointmentEnd): boolean {
  const day = dayOf(end.on);
  if (day === undefined) return true;
  return appointments
    .filter((a) => common(ownPeriod({ ...a, ends: [] }), { from: addDays(day, -1), to: day }) !== undefined)
    .filter((a) => !a.ends.some((other) => (dayOf(other.on) ?? day) < day))
    .every((a) => a.ends.some((other) => other.cause === 'recalled' && other.on === end.on));
}

export const notEligibleStillSitting = rule({
  id: 'not-eligible-still-sitting',
  about: 'group',
  severity: 'breach',
  source: 'KL 4:3–7, 7:3 (edge cases 22, 23)',
  title: { sv: 'Inte längre valbar men kvar', en: 'No longer eligible but still sitting' },
  text: {
    sv: 'Innehavaren är inte längre valbar ({ground}) sedan {since}, men uppdraget har inte upphört och ingen har medgett att det fortsätter.',
    en: 'The holder is no longer eligible ({ground}) since {since}, but the appointment has not ended and nobody let it go on.',
  },
  *examine(group) {
    for (const { lossId, appointmentId, ground, since, retained } of group.losses) {
      const appointment = group.appointments.find((a) => a.appointmentId === appointmentId);
      const lost = dayOf(since);
      if (!appointment || lost === undefined || !group.term || retained) continue;
      const atOnce = ENDS_AT_ONCE.includes(group.term.legalForm);
      const late = addDays(lost, atOnce ? 1 : NEXT_MEETING_DAYS);
      const period = common(appointmentPeriod(appointment, group.term), { from: late });
      if (period) yield { part: lossId, ...lasts(period.from, period.to), facts: { ground, since } };
    }
  },
});

export const resignationUndecided = rule({
  id: 'resignation-undecided',
  about: 'group',
  severity: 'warning',
  source: 'KL 4:6 (edge cases 16, 17)',
  title: { sv: 'Avsägelse väntar på beslut', en: 'Resignation waits for a decision' },
  text: {
    sv: 'Avsägelsen kom in {receivedOn}; inget beslut är registrerat efter {days} dagar.',
    en: 'The resignation came in on {receivedOn}; no decision is registered after {days} days.',
  },
  *examine(group) {
    for (const { resignationId, appointmentId, receivedOn, status } of group.resignations) {
      const appointment = group.appointments.find((a) => a.appointmentId === appointmentId);
      if (status !== 'open' || !appointment) continue;
      const late = { from: addDays(receivedOn, RESIGNATION_DAYS) };
      const period = common(appointmentPeriod(appointment, group.term), late);
      if (!period) continue;
      yield { part: resignationId, ...lasts(period.from, period.to), facts: { receivedOn, days: RESIGNATION_DAYS } };
    }
  },
});

export const withoutBasis = rule({
  id: 'appointment-without-decision',
  about: 'group',
  severity: 'note',
  source: 'KL 5:66–67: det som beslutats framgår av protokollet · what was decided is in the minutes',
  title: { sv: 'Uppdrag utan beslut', en: 'Appointment without a decision' },
  text: {
    sv: 'Inget beslut är registrerat som uppdraget på plats {seat} ({kind}) vilar på.',
    en: 'No decision is registered that the appointment to seat {seat} ({kind}) rests on.',
  },
  *examine(group) {
    for (const appointment of group.appointments) {
      const { appointmentId, basis, seat, kind } = appointment;
      const { from, to } = appointmentPeriod(appointment, group.term);
      if (!basis) yield { part: appointmentId, ...lasts(from, to), facts: { seat, kind } };
    }
  },
});

export const appointmentRules = [recallWithoutGround, notEligibleStillSitting, resignationUndecided, withoutBasis];
