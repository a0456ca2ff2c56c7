import { legalForceOf, type DecisionState } from '@liggare/decisions';
import { addDays } from '@liggare/kernel';
import { dayOf, END, lasts } from '../days.js';
import { paragraphKey } from '../references.js';
import { rule } from '../rule.js';

/** KL 5:69. */
export const ADJUSTMENT_DAYS = 14;
/** KL 6:40, 7:8: at the next meeting; this long is longer than between any two. */
export const REPORT_DAYS = 92;

/** Is there a paragraph of minutes that somebody adjusts? */
function isInMinutes({ instrument, paragraph, meetingId }: DecisionState): boolean {
  return instrument === 'meeting' && (paragraph !== undefined || meetingId !== undefined);
}

export const notAdjusted = rule({
  id: 'minutes-not-adjusted',
  about: 'decision',
  severity: 'breach',
  source: 'KL 5:69, 6:35 (edge case 59)',
  title: { sv: `Ojusterat efter ${ADJUSTMENT_DAYS} dagar`, en: `Not adjusted after ${ADJUSTMENT_DAYS} days` },
  text: {
    sv: 'Paragrafen beslutades {decidedOn} och justerades inte senast {last}.',
    en: 'The paragraph was decided on {decidedOn} and not adjusted by {last}.',
  },
  *examine(decision) {
    const decidedOn = dayOf(decision.decidedOn);
    if (decidedOn === undefined || !isInMinutes(decision)) return;
    const last = addDays(decidedOn, ADJUSTMENT_DAYS);
    const adjusted = decision.proceedings.adjusted?.on;
    // Without a word of its minutes, an old record is incomplete rather than late.
    if (adjusted === undefined && decision.confidence !== 'certain') return;
    if (adjusted === undefined || adjusted > last) {
      yield { ...lasts(addDays(last, 1), adjusted), facts: { decidedOn, last } };
    }
  },
});

export const adjustedLate = rule({
  id: 'minutes-adjusted-late',
  about: 'decision',
  severity: 'breach',
  source: 'KL 5:69, 6:35',
  title: { sv: 'Justerat för sent', en: 'Adjusted late' },
  text: {
    sv: 'Paragrafen beslutades {decidedOn} och justerades {adjustedOn}; senaste dag var {last}.',
    en: 'The paragraph was decided on {decidedOn} and adjusted on {adjustedOn}; the last day was {last}.',
  },
  *examine(decision) {
    const decidedOn = dayOf(decision.decidedOn);
    const adjustedOn = decision.proceedings.adjusted?.on;
    if (decidedOn === undefined || adjustedOn === undefined) return;
    const last = addDays(decidedOn, ADJUSTMENT_DAYS);
    if (adjustedOn > last) yield { raisedOn: adjustedOn, facts: { decidedOn, adjustedOn, last } };
  },
});

export const notReported = rule({
  id: 'delegated-decision-not-reported',
  about: 'decision',
  severity: 'breach',
  source: 'KL 6:39–40, 7:8 (edge case 39)',
  title: { sv: 'Delegationsbeslut inte anmält', en: 'Delegated decision not reported' },
  text: {
    sv: 'Beslutet {decidedOn} fattades på delegation eller som brådskande och är inte anmält efter {days} dagar.',
    en: 'The decision of {decidedOn} was delegated or urgent and is not reported after {days} days.',
  },
  *examine({ instrument, decidedOn, reported }) {
    const decided = dayOf(decidedOn);
    if (!['delegated', 'urgent'].includes(instrument) || decided === undefined) return;
    const late = addDays(decided, REPORT_DAYS);
    const on = reported && dayOf(reported.on);
    if (reported && (on === undefined || on <= late)) return;
    yield { ...lasts(late, on), facts: { decidedOn: decided, days: REPORT_DAYS } };
  },
});

export const identityIncomplete = rule({
  id: 'decision-identity-incomplete',
  about: 'decision',
  severity: 'note',
  source: 'KL 5:65–67; OSL 5:2 (edge case 58)',
  title: { sv: 'Ofullständig uppgift om beslutet', en: 'The decision is not fully identified' },
  text: {
    sv: 'Det som identifierar beslutet är inte känt: {missing}.',
    en: 'What identifies the decision is not known: {missing}.',
  },
  *examine({ id, organ, decidedOn, paragraph, instrument, duplicateOf }) {
    if (id === '' || duplicateOf !== undefined) return;
    const missing = [
      ...(organ?.groupId === undefined && organ?.name === undefined ? ['organ'] : []),
      ...(dayOf(decidedOn) === undefined ? ['decidedOn'] : []),
      ...(paragraph === undefined && (instrument === 'meeting' || instrument === 'unknown') ? ['paragraph'] : []),
    ];
    if (missing.length > 0) yield { facts: { missing: missing.join(', ') } };
  },
});

export const registeredTwice = rule({
  id: 'decision-registered-twice',
  about: 'decision',
  severity: 'warning',
  source: 'God ordning: ett beslut, en post · good order (edge case 61)',
  title: { sv: 'Samma paragraf registrerad flera gånger', en: 'The same paragraph registered more than once' },
  text: {
    sv: 'Samma organ, dag och paragraf finns också i beslut {others}. Markera dubbletten.',
    en: 'The same organ, day and paragraph are also in decision {others}. Mark the duplicate.',
  },
  *examine(decision, others) {
    const key = paragraphKey(decision);
    const twins = key === undefined ? [] : others.sharing('decision', key);
    if (twins.length > 0) yield { ...lasts(dayOf(decision.decidedOn), undefined), facts: { others: twins.join(', ') } };
  },
});

export const effectBeforeDecision = rule({
  id: 'effective-before-decided',
  about: 'decision',
  severity: 'note',
  source: 'KL 2:4 (edge case 1)',
  title: { sv: 'Gäller från en dag före beslutet', en: 'In effect from a day before it was decided' },
  text: {
    sv: 'Punkt {point} gäller från {from}, men beslutades {decidedOn}.',
    en: 'Point {point} is in effect from {from}, but was decided on {decidedOn}.',
  },
  *examine({ points, decidedOn }) {
    const decided = dayOf(decidedOn);
    for (const { number: point, effectiveFrom: from } of points) {
      if (decided === undefined || from === undefined || from >= decided) continue;
      yield { part: String(point), raisedOn: decided, facts: { point, from, decidedOn: decided } };
    }
  },
});

export const effectUndated = rule({
  id: 'point-in-force-without-date',
  about: 'decision',
  severity: 'note',
  source: 'KL 13:14 (edge case 2)',
  title: { sv: 'Punkt utan ikraftträdande', en: 'Point without a day of effect' },
  text: {
    sv: 'Punkt {point} har fått laga kraft {gainedOn}, men ingen dag är registrerad från vilken den gäller.',
    en: 'Point {point} gained legal force on {gainedOn}, but no day is registered from which it is in effect.',
  },
  *examine(decision) {
    if (decision.outcome !== 'adopted') return;
    for (const { number: point, effectiveFrom, kind } of decision.points) {
      if (effectiveFrom !== undefined || !['elects', 'releases', 'adopts-instruction'].includes(kind)) continue;
      const { gainedOn } = legalForceOf(decision, point, END);
      if (gainedOn !== undefined) yield { part: String(point), raisedOn: gainedOn, facts: { point, gainedOn } };
    }
  },
});

export const minutesRules = [
  notAdjusted,
  adjustedLate,
  notReported,
  identityIncomplete,
  registeredTwice,
  effectBeforeDecision,
  effectUndated,
];
