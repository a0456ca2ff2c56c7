import type { CivilDate } from '@liggare/kernel';
import { standingOf } from './date-standing.js';
import { lastAppealDay } from './legal-force.js';
import type { MeetingState } from './meeting.js';
import type { ParagraphsNotice } from './minutes-state.js';

/** Where a meeting stands on a day: what is not cancelled is taken to be held. `undated`: its date does not tell. */
export const MEETING_STATUSES = ['planned', 'held', 'cancelled', 'undated'] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

export type MeetingView = Omit<MeetingState, 'notices'> & {
  readonly status: MeetingStatus;
  readonly notices?: readonly (ParagraphsNotice & { readonly lastAppealDay: CivilDate })[];
};

/** Pure: the meeting as the events have it, where it stands on a day, and the time to appeal that each notice gives. */
export function presentMeeting(state: MeetingState, validAt: CivilDate): MeetingView {
  const { notices, ...facts } = state;
  return {
    ...facts,
    status: statusOf(state, validAt),
    ...(notices && { notices: notices.map((notice) => ({ ...notice, lastAppealDay: lastAppealDay(notice.on) })) }),
  };
}

function statusOf({ cancelled, date }: MeetingState, day: CivilDate): MeetingStatus {
  if (cancelled) return 'cancelled';
  const standing = date === undefined ? 'undecided' : standingOf(date, day);
  return ({ before: 'planned', reached: 'held', undecided: 'undated' } as const)[standing];
}
