import { addDays, endOfTimeLimit, type CivilDate } from '@liggare/kernel';
import type { DecisionState } from './decision.js';
import type { Appeal, Notice } from './legal-force-state.js';
import type { LegalForceStatus } from './legal-force-vocabulary.js';

/** KL 13:5: three weeks from the day the notice was posted. */
const APPEAL_DAYS = 21;

/** Derived from what is registered; nobody types it. */
export interface LegalForce {
  readonly status: LegalForceStatus;
  /** Last day on which an appeal can come in, of the notice that counts. */
  readonly lastAppealDay?: CivilDate;
  /** What the notice says of it, when it says anything. */
  readonly statedLastDay?: CivilDate;
  /** The notice says another day than the law (edge case 7). */
  readonly differs?: true;
  /** First day in legal force, as far as is known; it may lie ahead. */
  readonly gainedOn?: CivilDate;
  /** A court has forbidden to carry it out for the time being. */
  readonly stayed?: true;
}

/** @param postedOn the day of the notice */
export function lastAppealDay(postedOn: CivilDate): CivilDate {
  return endOfTimeLimit(addDays(postedOn, APPEAL_DAYS));
}

/** Pure: where a point of the decision is on its way to legal force on a day. */
export function legalForceOf(state: DecisionState, point: number, day: CivilDate): LegalForce {
  const { adjusted, notices } = state.proceedings;
  const annulled = state.annulments.find((a) => a.finalOn !== undefined && a.points.includes(point));
  if (annulled) return { status: 'annulled' };
  const counting = countingNotice(notices);
  const time = counting ? timeOf(counting) : {};
  const appeals = appealsOf(state, point);
  const gainedOn = gained(state, counting, appeals);
  const known = { ...time, ...(gainedOn === undefined ? {} : { gainedOn }) };
  const open = appeals.filter((appeal) => appeal.filedOn <= day && !(endOf(state, appeal)! <= day));
  if (open.length > 0) {
    return {
      status: 'under-appeal',
      ...known,
      ...(open.some((appeal) => isStayed(appeal, point, day)) ? { stayed: true } : {}),
    };
  }
  if (gainedOn !== undefined && gainedOn <= day) return { status: 'gained', ...known };
  const posted = notices.filter(({ on }) => on <= day);
  if (posted.length > 0) {
    const broken = posted.every((notice) => isBroken(notice) && notice.takenDownOn! <= day);
    return { status: broken ? 'notice-broken' : 'appeal-period', ...known };
  }
  if (adjusted && adjusted.on <= day) return { status: 'not-announced', ...known };
  return { status: adjusted || notices.length > 0 ? 'not-adjusted' : 'unknown', ...known };
}

/** When it is, or was, under appeal; without `to` it still is. */
export function appealPeriods(state: DecisionState, point: number): readonly { from: CivilDate; to?: CivilDate }[] {
  return appealsOf(state, point).map((appeal) => {
    const to = endOf(state, appeal);
    return { from: appeal.filedOn, ...(to === undefined ? {} : { to }) };
  });
}

/** The first notice that stayed up until its time had run out (edge case 6). */
function countingNotice(notices: readonly Notice[]): Notice | undefined {
  const key = ({ on, statedLastDay, noticeId }: Notice) => `${on} ${statedLastDay ?? ''} ${noticeId}`;
  return [...notices].sort((a, b) => (key(a) < key(b) ? -1 : 1)).find((notice) => !isBroken(notice));
}

function isBroken({ on, takenDownOn }: Notice): boolean {
  return takenDownOn !== undefined && takenDownOn <= lastAppealDay(on);
}

function timeOf({ on, statedLastDay }: Notice): Pick<LegalForce, 'lastAppealDay' | 'statedLastDay' | 'differs'> {
  const last = lastAppealDay(on);
  if (statedLastDay === undefined) return { lastAppealDay: last };
  return { lastAppealDay: last, statedLastDay, ...(statedLastDay === last ? {} : { differs: true as const }) };
}

function appealsOf({ proceedings }: DecisionState, point: number): readonly Appeal[] {
  return proceedings.appeals.filter(({ points }) => !points || points.includes(point));
}

/** The day the appeal was over for good; undefined while it, or the judgment, is not final. */
function endOf({ annulments }: DecisionState, { appealId, closed }: Appeal): CivilDate | undefined {
  return annulments.find((a) => a.appealId === appealId)?.finalOn ?? closed?.finalOn;
}

function gained(state: DecisionState, notice: Notice | undefined, appeals: readonly Appeal[]): CivilDate | undefined {
  if (!notice) return undefined;
  const days = [addDays(lastAppealDay(notice.on), 1)];
  for (const appeal of appeals) {
    const end = endOf(state, appeal);
    if (end === undefined) return undefined;
    days.push(end);
  }
  return days.sort().at(-1);
}

function isStayed({ stays }: Appeal, point: number, day: CivilDate): boolean {
  return stays.some(
    ({ on, points, liftedOn }) =>
      on <= day && (liftedOn === undefined || day < liftedOn) && (!points || points.includes(point)),
  );
}
