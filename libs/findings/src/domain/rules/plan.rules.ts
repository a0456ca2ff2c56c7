import { statusPeriods } from '@liggare/initiatives';
import { addDays, bounds, type CivilDate } from '@liggare/kernel';
import { agreementPeriod, dueAfter, type ActionPlanState, type SituationReportState } from '@liggare/plans';
import { dayOf, lasts } from '../days.js';
import { rule, type Occurrence, type Rule, type Severity } from '../rule.js';

/** How long before its end an agreement ought to be seen to. */
export const AGREEMENT_DAYS = 60;

type Counting = Parameters<typeof dueAfter>[1];
interface Done {
  readonly id: string;
  readonly on: CivilDate;
}

/** From the day after it was due until it was done again. */
function* overdue(done: readonly Done[], counting: Counting): Iterable<Occurrence> {
  const inOrder = done.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  for (const [index, { id, on }] of inOrder.entries()) {
    const due = dueAfter(on, counting);
    const next = inOrder[index + 1]?.on;
    if (next === undefined || next > due) yield { part: id, ...lasts(addDays(due, 1), next), facts: { last: on, due } };
  }
}

const adoptions = ({ versions }: SituationReportState): readonly Done[] =>
  versions.flatMap(({ versionId: id, adoptedOn }) => {
    const on = dayOf(adoptedOn);
    return on === undefined ? [] : [{ id, on }];
  });

/** The clock of follow-ups begins with the plan. */
const followUps = ({ versions, followUps: made }: ActionPlanState): readonly Done[] => [
  ...versions.slice(0, 1).flatMap(({ versionId: id, adoptedOn }) => {
    const on = dayOf(adoptedOn);
    return on === undefined ? [] : [{ id, on }];
  }),
  ...made.flatMap(({ followUpId: id, on: date }) => {
    const on = dayOf(date);
    return on === undefined ? [] : [{ id, on }];
  }),
];

/** "Minst vartannat år" is counted in two ways; the one that is over later is a breach by both. */
const BOTH_WAYS: readonly (readonly [Counting, Severity, string, string, string])[] = [
  ['anniversary', 'warning', '', 'räknat från dagen', 'counted from the day'],
  ['calendar-year', 'breach', '-by-calendar-year', 'räknat i kalenderår', 'counted by calendar years'],
];

const reportOutdated: readonly Rule[] = BOTH_WAYS.map(([counting, severity, suffix, sv, en]) =>
  rule({
    ...{ id: `situation-report-outdated${suffix}`, about: 'situation-report', severity },
    source: 'Lag (2023:196) 6 § (edge case 51)',
    title: { sv: `Lägesbilden är äldre än två år, ${sv}`, en: `The situation report is older than two years, ${en}` },
    text: {
      sv: 'Lägesbilden uppdaterades senast {last} och skulle ha uppdaterats senast {due}.',
      en: 'The report was last updated on {last} and was to be updated by {due}.',
    },
    examine: (report) => overdue(adoptions(report), counting),
  }),
);

const planNotFollowedUp: readonly Rule[] = BOTH_WAYS.map(([counting, severity, suffix, sv, en]) =>
  rule({
    ...{ id: `plan-not-followed-up${suffix}`, about: 'action-plan', severity },
    source: 'Lag (2023:196) 6 § (edge case 51)',
    title: {
      sv: `Åtgärdsplanen är inte uppföljd på två år, ${sv}`,
      en: `The plan was not followed up for two years, ${en}`,
    },
    text: {
      sv: 'Planen beslutades eller följdes upp senast {last} och skulle ha följts upp senast {due}.',
      en: 'The plan was decided or last followed up on {last} and was to be followed up by {due}.',
    },
    examine: (plan) => overdue(followUps(plan), counting),
  }),
);

const partMissing = rule({
  id: 'situation-report-part-missing',
  about: 'situation-report',
  severity: 'breach',
  source: 'Lag (2023:196) 4 §',
  title: { sv: 'En del av lägesbilden saknas', en: 'A part of the situation report is missing' },
  text: {
    sv: 'Version {version} saknar: {missing}.',
    en: 'Version {version} lacks: {missing}.',
  },
  *examine({ versions }) {
    for (const { versionId, version, adoptedOn, parts } of versions) {
      const missing = ['survey', 'other-information', 'analysis'].filter((part) => !parts.some((p) => p.part === part));
      if (parts.length === 0 || missing.length === 0) continue;
      const next = versions.flatMap((other) => dayOf(other.adoptedOn) ?? []).sort();
      const until = next.find((day) => day > (dayOf(adoptedOn) ?? ''));
      yield { part: versionId, ...lasts(dayOf(adoptedOn), until), facts: { version, missing: missing.join(', ') } };
    }
  },
});

const planWithoutReport = rule({
  id: 'plan-without-situation-report',
  about: 'action-plan',
  severity: 'breach',
  source: 'Lag (2023:196) 5 §',
  title: { sv: 'Planen vilar inte på en lägesbild', en: 'The plan rests on no situation report' },
  text: {
    sv: 'Version {version} av planen anger ingen lägesbild som underlag.',
    en: 'Version {version} of the plan names no situation report that it rests on.',
  },
  *examine({ versions }) {
    for (const { versionId, version, restsOn, adoptedOn, to } of versions) {
      if (!restsOn) yield { part: versionId, ...lasts(dayOf(adoptedOn), dayOf(to)), facts: { version } };
    }
  },
});

const planOnOlderReport = rule({
  id: 'plan-on-older-situation-report',
  about: 'action-plan',
  severity: 'note',
  source: 'Lag (2023:196) 5 § (edge case 43)',
  title: { sv: 'Planen vilar på en äldre lägesbild', en: 'The plan rests on an older situation report' },
  text: {
    sv: 'Planen vilar på version {rests}; sedan {since} finns version {newest}.',
    en: 'The plan rests on version {rests}; version {newest} exists since {since}.',
  },
  *examine({ versions }, others) {
    for (const { versionId, restsOn, to } of versions) {
      const report = restsOn && others.get('situation-report', restsOn.situationReportId);
      const newer = (report?.versions ?? []).filter(({ version }) => version > restsOn!.version);
      const [first] = newer
        .flatMap(({ adoptedOn, version }) => {
          const on = dayOf(adoptedOn);
          return on === undefined ? [] : [{ on, version }];
        })
        .sort((a, b) => (a.on < b.on ? -1 : 1));
      const end = dayOf(to);
      if (!first || (end !== undefined && end <= first.on)) continue;
      const facts = { rests: restsOn!.version, newest: first.version, since: first.on };
      yield { part: versionId, ...lasts(first.on, end), facts };
    }
  },
});

const itemOverdue = rule({
  id: 'plan-item-overdue',
  about: 'action-plan',
  severity: 'warning',
  source: 'Lag (2023:196) 5–6 §§',
  title: { sv: 'En punkt i planen är försenad', en: 'An item of the plan is overdue' },
  text: {
    sv: 'Punkten skulle vara gjord senast {last}; åtgärden är inte avslutad.',
    en: 'The item was to be done by {last}; the measure is not completed.',
  },
  *examine({ versions }, others) {
    const latest = versions.at(-1);
    for (const { itemId, by, initiativeId } of latest?.items ?? []) {
      const end = by === undefined ? undefined : bounds(by).before;
      const initiative = initiativeId === undefined ? undefined : others.get('initiative', initiativeId);
      if (end === undefined || !initiative) continue;
      const over = statusPeriods(initiative).find(({ status }) =>
        ['completed', 'discontinued', 'merged', 'split'].includes(status),
      )?.period.from;
      if (over !== undefined && over <= end) continue;
      yield { part: itemId, ...lasts(end, over), facts: { last: addDays(end, -1) } };
    }
  },
});

const agreementBare = rule({
  id: 'agreement-without-purposes-or-areas',
  about: 'agreement',
  severity: 'breach',
  source: 'Lag (2023:196) 9 §',
  title: { sv: 'Överenskommelsen saknar syften eller områden', en: 'The agreement lacks purposes or areas' },
  text: {
    sv: 'En överenskommelse ska ange syften och områden; registret har {purposes} syften och {areas} områden.',
    en: 'An agreement names purposes and areas; the register has {purposes} purposes and {areas} areas.',
  },
  *examine(agreement) {
    const { id, registered } = agreement;
    const [purposes, areas] = [registered.purposes.length, registered.areas.length];
    if (id === '' || (purposes > 0 && areas > 0)) return;
    const { from, to } = agreementPeriod(agreement);
    yield { ...lasts(from, to), facts: { purposes, areas } };
  },
});

const agreementEnds = rule({
  id: 'agreement-ends-soon',
  about: 'agreement',
  severity: 'note',
  source: 'Lag (2023:196) 9 §',
  title: {
    sv: `Överenskommelsen går ut inom ${AGREEMENT_DAYS} dagar`,
    en: `The agreement ends within ${AGREEMENT_DAYS} days`,
  },
  text: {
    sv: 'Överenskommelsen gäller till {end}, och ingen förlängning är registrerad.',
    en: 'The agreement holds until {end}, and no renewal is registered.',
  },
  *examine(agreement) {
    const { to: end } = agreementPeriod(agreement);
    if (end === undefined || agreement.facts.some(({ what }) => what === 'terminated')) return;
    yield { part: end, ...lasts(addDays(end, -AGREEMENT_DAYS), end), facts: { end } };
  },
});

export const planRules = [
  ...reportOutdated,
  partMissing,
  ...planNotFollowedUp,
  planWithoutReport,
  planOnOlderReport,
  itemOverdue,
  agreementBare,
  agreementEnds,
];
