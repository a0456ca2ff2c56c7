import { type CivilDate, firstDay, type PartialDate } from '@liggare/kernel';
import type { CoordinationState, Designation } from './coordination.js';
import { holdsOn } from './days.js';
import type { Counting, Duty } from './plans-vocabulary.js';
import { versionOn, type SituationReportState } from './situation-report.js';

/** `not-required`: the act did not ask for it on the day. `unknown`: the register cannot tell. */
export const ANSWERS = ['fulfilled', 'not-fulfilled', 'not-required', 'unknown'] as const;
export type Answer = (typeof ANSWERS)[number];

export interface Judged {
  readonly answer: Answer;
  /** Day until which it must be done, or done again; absent: at once, or no day is set. */
  readonly due?: CivilDate;
  /** Ids of what the answer rests on. */
  readonly restsOn: readonly string[];
}

/** The last day on which it is still in time after something was done. */
export function dueAfter(done: CivilDate, counting: Counting): CivilDate {
  const year = Number(done.slice(0, 4)) + 2;
  if (counting === 'calendar-year') return `${year}-12-31` as CivilDate;
  const same = `${year}${done.slice(4)}`;
  return (same.endsWith('-02-29') ? `${year}-02-28` : same) as CivilDate;
}

export function inTime(
  done: readonly (readonly [id: string, on: PartialDate])[],
  day: CivilDate,
  counting: Counting,
): Judged {
  const known = done.flatMap(([id, on]) => {
    const when = firstDay(on);
    return when !== undefined && when <= day ? [{ id, when }] : [];
  });
  const last = known.toSorted((a, b) => (a.when < b.when ? -1 : 1)).at(-1);
  if (!last) return done.length > 0 ? unknown() : found([]);
  const due = dueAfter(last.when, counting);
  return { answer: day <= due ? 'fulfilled' : 'not-fulfilled', due, restsOn: [last.id] };
}

export function currentReports(reports: readonly SituationReportState[], day: CivilDate) {
  return reports.flatMap((report) => {
    const version = versionOn(report, day);
    return version ? [{ report, version }] : [];
  });
}

export function designatedOn(
  coordination: readonly CoordinationState[],
  duty: Duty,
  day: CivilDate,
): readonly string[] {
  return coordination.flatMap(({ designations, ends }) => {
    const endOf = ({ factId }: Designation) => ends.find((end) => end.ends === factId)?.on;
    return designations
      .filter((each) => each.duty === duty && holdsOn(each.from, endOf(each), day))
      .map(({ factId }) => factId);
  });
}

export function found(restsOn: readonly string[]): Judged {
  return { answer: restsOn.length > 0 ? 'fulfilled' : 'not-fulfilled', restsOn };
}

export function unknown(): Judged {
  return { answer: 'unknown', restsOn: [] };
}

export function notRequired(): Judged {
  return { answer: 'not-required', restsOn: [] };
}
