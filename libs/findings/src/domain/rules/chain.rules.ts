import {
  addressPeriods,
  descriptionPeriods,
  isMadeBy,
  plannedFollowUps,
  problemStatusPeriods,
  statusPeriods,
  type InitiativeState,
} from '@liggare/initiatives';
import { addDays } from '@liggare/kernel';
import { common, dayOf, holds, lasts, type Period, periodsWhere } from '../days.js';
import { rule } from '../rule.js';

/** A year without a follow-up, or without a measurement, is long. */
export const SILENT_DAYS = 365;

const bounds = (periods: readonly { readonly period: Period }[]) =>
  periods.flatMap(({ period }) => [period.from, period.to]);

/** The days on which work is decided or goes on. */
function running(initiative: InitiativeState): readonly Period[] {
  return statusPeriods(initiative)
    .filter(({ status }) => status === 'decided' || status === 'ongoing')
    .map(({ period }) => period);
}

export const measureWithoutProblem = rule({
  id: 'measure-without-problem',
  about: 'initiative',
  severity: 'warning',
  source: 'Lag (2023:196) 5 §; Brå (edge case 52)',
  title: { sv: 'Åtgärd utan problem', en: 'Measure without a problem' },
  text: {
    sv: 'Åtgärden är beslutad eller pågår, men inget problem är angivet som den möter.',
    en: 'The measure is decided or under way, but no problem is stated that it meets.',
  },
  *examine(initiative) {
    const met = addressPeriods(initiative);
    const described = descriptionPeriods(initiative).filter(({ problem }) => problem !== undefined);
    const none = (day: string) => ![...met, ...described].some(({ period }) => holds(period, day));
    for (const period of running(initiative)) {
      for (const { from, to } of periodsWhere(period, bounds([...met, ...described]), none)) {
        yield { part: from ?? '', ...lasts(from, to) };
      }
    }
  },
});

export const problemWithoutMeasure = rule({
  id: 'problem-without-measure',
  about: 'problem',
  severity: 'warning',
  source: 'Lag (2023:196) 5 §; Brå (edge case 52)',
  title: { sv: 'Problem utan åtgärd', en: 'Problem without a measure' },
  text: {
    sv: 'Problemet är öppet, men ingen beslutad eller pågående åtgärd möter det.',
    en: 'The problem is open, but no decided or ongoing measure meets it.',
  },
  *examine(problem, others, id) {
    const meeting = others.referring('initiative').flatMap((initiativeId) => {
      const initiative = others.get('initiative', initiativeId);
      if (!initiative) return [];
      const addressed = addressPeriods(initiative).filter(({ problemId }) => problemId === id);
      return addressed.flatMap(({ period }) =>
        running(initiative).flatMap((run) => {
          const both = common(period, run);
          return both ? [{ period: both }] : [];
        }),
      );
    });
    const none = (day: string) => !meeting.some(({ period }) => holds(period, day));
    for (const { status, period } of problemStatusPeriods(problem)) {
      if (status !== 'open') continue;
      for (const { from, to } of periodsWhere(period, bounds(meeting), none)) {
        yield { part: from ?? '', ...lasts(from, to) };
      }
    }
  },
});

export const followUpOverdue = rule({
  id: 'follow-up-overdue',
  about: 'initiative',
  severity: 'warning',
  source: 'Lag (2023:196) 6 § (edge case 50)',
  title: { sv: 'Uppföljningen är försenad', en: 'The follow-up is overdue' },
  text: {
    sv: 'En planerad uppföljning skulle ha gjorts senast {dueOn}.',
    en: 'A planned follow-up was to be made by {dueOn}.',
  },
  *examine(initiative) {
    for (const { plannedId, dueOn, doneBy } of plannedFollowUps(initiative)) {
      const made = doneBy.flatMap(({ madeOn }) => dayOf(madeOn) ?? []).sort()[0];
      const late = addDays(dueOn, 1);
      if (doneBy.some((followUp) => isMadeBy(followUp, dueOn))) continue;
      if (made === undefined && doneBy.length > 0) continue;
      if (made === undefined || made > late) yield { part: plannedId, ...lasts(late, made), facts: { dueOn } };
    }
  },
});

export const neverFollowedUp = rule({
  id: 'measure-not-followed-up',
  about: 'initiative',
  severity: 'note',
  source: 'Lag (2023:196) 6 §; Brå (edge case 47)',
  title: { sv: 'Pågår sedan ett år utan uppföljning', en: 'Under way for a year without a follow-up' },
  text: {
    sv: 'Åtgärden pågår sedan {since}, och ingen uppföljning är registrerad på {days} dagar.',
    en: 'The measure is under way since {since}, and no follow-up is registered for {days} days.',
  },
  *examine(initiative) {
    const made = initiative.followUps.flatMap(({ madeOn }) => dayOf(madeOn) ?? []).sort();
    for (const { status, period } of statusPeriods(initiative)) {
      if (status !== 'ongoing' || period.from === undefined) continue;
      const since = period.from;
      const starts = [since, ...made.filter((day) => holds(period, day) && day > since)];
      for (const [index, start] of starts.entries()) {
        const next = starts[index + 1];
        const silent = common(
          { from: addDays(start, SILENT_DAYS), ...(next === undefined ? {} : { to: next }) },
          period.to === undefined ? {} : { to: period.to },
        );
        if (silent) yield { part: start, ...lasts(silent.from, silent.to), facts: { since, days: SILENT_DAYS } };
      }
    }
  },
});

export const indicatorWithoutMeasurement = rule({
  id: 'indicator-without-measurement',
  about: 'indicator',
  severity: 'note',
  source: 'Brå; god ordning · good order (edge case 48)',
  title: { sv: 'Indikator utan mätvärde', en: 'Indicator without a measurement' },
  text: {
    sv: 'Definition {version} gäller sedan {since}, men inget mätvärde är registrerat för den.',
    en: 'Definition {version} holds since {since}, but no measurement is registered for it.',
  },
  *examine({ versions, measurements }) {
    for (const [index, { versionId, from }] of versions.entries()) {
      const since = dayOf(from);
      if (since === undefined || measurements.some((m) => m.versionId === versionId)) continue;
      const next = versions[index + 1];
      const until = next && dayOf(next.from);
      const silent = common({ from: addDays(since, SILENT_DAYS) }, until === undefined ? {} : { to: until });
      if (silent) yield { part: versionId, ...lasts(silent.from, silent.to), facts: { version: index + 1, since } };
    }
  },
});

export const targetMissed = rule({
  id: 'indicator-target-without-outcome',
  about: 'indicator',
  severity: 'note',
  source: 'Brå; god ordning · good order',
  title: { sv: 'Målet har passerat utan utfall', en: 'The target’s day has passed without an outcome' },
  text: {
    sv: 'Målet skulle vara nått {by}, men inget mätvärde för tiden därefter är registrerat.',
    en: 'The target was to be reached by {by}, but no measurement of the time after it is registered.',
  },
  *examine({ targets, measurements }) {
    for (const { targetId, by } of targets) {
      if (!measurements.some(({ period }) => period.to >= by)) {
        yield { part: targetId, ...lasts(addDays(by, 1), undefined), facts: { by } };
      }
    }
  },
});

export const chainRules = [
  measureWithoutProblem,
  problemWithoutMeasure,
  followUpOverdue,
  neverFollowedUp,
  indicatorWithoutMeasurement,
  targetMissed,
];
