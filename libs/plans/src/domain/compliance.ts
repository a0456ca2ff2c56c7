import { addDays, type CivilDate, firstDay } from '@liggare/kernel';
import { planOn, type ActionPlanState } from './action-plan.js';
import { agreementPeriod, type AgreementState } from './agreement.js';
import {
  currentReports,
  designatedOn,
  found,
  inTime,
  notRequired,
  unknown,
  type Judged,
} from './compliance-answers.js';
import type { CoordinationState } from './coordination.js';
import { REPORT_PARTS, type Counting } from './plans-vocabulary.js';
import type { SituationReportState } from './situation-report.js';

/** The act is in force from this day. */
export const IN_FORCE = '2023-07-01' as CivilDate;
/** Until this day no action plan need have been decided (transitional provision). */
export const PLAN_REQUIRED = '2024-07-01' as CivilDate;
/** "Kontinuerligt" (13 §) has no number; a year without a report is taken for none. */
export const REPORT_DAYS = 366;

/** Everything the register knows that the act asks about. */
export interface ComplianceFacts {
  readonly reports: readonly SituationReportState[];
  readonly plans: readonly ActionPlanState[];
  readonly agreements: readonly AgreementState[];
  readonly coordination: readonly CoordinationState[];
}

export interface Requirement extends Judged {
  readonly id: string;
  /** Paragraph of lag (2023:196). */
  readonly section: string;
  readonly text: { readonly sv: string; readonly en: string };
}

/**
 * Pure: is the municipality in line with lag (2023:196) on the day? Obligations to *work for* something (9, 10 §§) are
 * `unknown` where the register has nothing: that nothing came of it is no breach (edge case 51).
 */
export function compliance(facts: ComplianceFacts, day: CivilDate, counting: Counting): readonly Requirement[] {
  return REQUIREMENTS.map(({ judge, ...requirement }) => ({
    ...requirement,
    ...(day < IN_FORCE ? { answer: 'not-required' as const, restsOn: [] } : judge(facts, day, counting)),
  }));
}

interface Rule extends Pick<Requirement, 'id' | 'section' | 'text'> {
  readonly judge: (facts: ComplianceFacts, day: CivilDate, counting: Counting) => Judged;
}

const REQUIREMENTS: readonly Rule[] = [
  {
    id: 'situation-report',
    section: '4',
    text: { sv: 'Det finns en lägesbild', en: 'There is a situation report' },
    judge: ({ reports }, day) => found(currentReports(reports, day).map(({ version }) => version.versionId)),
  },
  {
    id: 'three-parts',
    section: '4',
    text: {
      sv: 'Lägesbilden har kartläggning, annan information och analys',
      en: 'The situation report has a survey, other information and an analysis',
    },
    judge: ({ reports }, day) => {
      const current = currentReports(reports, day);
      const whole = current.filter(({ version }) =>
        REPORT_PARTS.every((part) => version.parts.some((each) => each.part === part)),
      );
      if (current.some(({ version }) => version.parts.length === 0) && whole.length === 0) return unknown();
      return found(whole.map(({ version }) => version.versionId));
    },
  },
  {
    id: 'situation-report-updated',
    section: '6',
    text: {
      sv: 'Lägesbilden är uppdaterad minst vartannat år',
      en: 'The report is updated at least every second year',
    },
    judge: ({ reports }, day, counting) => {
      const versions = currentReports(reports, day).map(({ version }) => version);
      return inTime(
        versions.map(({ versionId, adoptedOn }) => [versionId, adoptedOn]),
        day,
        counting,
      );
    },
  },
  {
    id: 'action-plan',
    section: '5',
    text: { sv: 'En åtgärdsplan är beslutad', en: 'An action plan is decided' },
    judge: ({ plans }, day) => {
      const current = plans.flatMap((plan) => planOn(plan, day)?.versionId ?? []);
      if (current.length === 0 && day < PLAN_REQUIRED)
        return { answer: 'not-required', due: PLAN_REQUIRED, restsOn: [] };
      return found(current);
    },
  },
  {
    id: 'plan-rests-on-report',
    section: '5',
    text: { sv: 'Åtgärdsplanen vilar på en lägesbild', en: 'The action plan rests on a situation report' },
    judge: ({ plans, reports }, day) => {
      const current = plans.flatMap((plan) => planOn(plan, day) ?? []);
      if (current.length === 0) return day < PLAN_REQUIRED ? notRequired() : found([]);
      const rests = current.filter(({ restsOn }) =>
        reports.some(({ id, versions }) => {
          return id === restsOn?.situationReportId && versions.some(({ version }) => version === restsOn.version);
        }),
      );
      return found(rests.map(({ versionId }) => versionId));
    },
  },
  {
    id: 'plan-followed-up',
    section: '6',
    text: {
      sv: 'Åtgärdsplanen är uppföljd minst vartannat år',
      en: 'The plan is followed up at least every second year',
    },
    judge: ({ plans }, day, counting) => {
      const current = plans.filter((plan) => planOn(plan, day) !== undefined);
      if (current.length === 0) return day < PLAN_REQUIRED ? notRequired() : found([]);
      const followUps = current.flatMap(({ followUps: all }) =>
        all.map(({ followUpId, on }) => [followUpId, on] as const),
      );
      // A plan that is new has not had to be followed up yet: the clock begins with it.
      const begun = current.flatMap(({ versions }) =>
        versions.slice(0, 1).map((v) => [v.versionId, v.adoptedOn] as const),
      );
      return inTime([...followUps, ...begun], day, counting);
    },
  },
  {
    id: 'agreements',
    section: '9',
    text: {
      sv: 'Det finns skriftliga överenskommelser med syften och områden',
      en: 'There are written agreements with purposes and areas',
    },
    judge: ({ agreements }, day) => {
      const valid = agreements.filter((agreement) => {
        const { from, to } = agreementPeriod(agreement);
        const holds = (from === undefined || from <= day) && (to === undefined || day < to);
        return (
          agreement.id !== '' &&
          holds &&
          agreement.registered.purposes.length > 0 &&
          agreement.registered.areas.length > 0
        );
      });
      return valid.length === 0 ? unknown() : found(valid.map(({ id }) => id));
    },
  },
  {
    id: 'strategic-council',
    section: '10',
    text: { sv: 'Det finns ett strategiskt råd', en: 'There is a strategic council' },
    judge: ({ coordination }, day) => {
      const designated = designatedOn(coordination, 'strategic-council', day);
      return designated.length === 0 ? unknown() : found(designated);
    },
  },
  {
    id: 'coordination-function',
    section: '11',
    text: { sv: 'Det finns en samordningsfunktion', en: 'There is a coordination function' },
    judge: ({ coordination }, day) => found(designatedOn(coordination, 'coordination-function', day)),
  },
  {
    id: 'leading-body',
    section: '13',
    text: {
      sv: 'En nämnd leder arbetet; annars gör kommunstyrelsen det enligt lagen',
      en: 'A committee leads the work; otherwise the municipal board does, by the act',
    },
    judge: ({ coordination }, day) => ({
      answer: 'fulfilled',
      restsOn: designatedOn(coordination, 'leading-body', day),
    }),
  },
  {
    id: 'council-informed',
    section: '13',
    text: { sv: 'Fullmäktige får kontinuerliga rapporter', en: 'The council is reported to continually' },
    judge: ({ coordination }, day) => {
      const reports = coordination.flatMap(({ reports: all }) => all);
      const told = reports.flatMap(({ factId, on }) => {
        const when = firstDay(on);
        return when !== undefined && when <= day ? [{ factId, when }] : [];
      });
      const last = told.toSorted((a, b) => (a.when < b.when ? -1 : 1)).at(-1);
      if (!last) return found([]);
      const due = addDays(last.when, REPORT_DAYS);
      return { answer: day <= due ? 'fulfilled' : 'not-fulfilled', due, restsOn: [last.factId] };
    },
  },
];
