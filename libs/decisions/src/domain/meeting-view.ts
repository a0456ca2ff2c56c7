import type { CivilDate } from '@liggare/kernel';
import { standingOf } from './date-standing.js';
import type { MeetingState } from './meeting.js';

/** Where a meeting stands on a day: what is not cancelled is taken to be held. `undated`: its date does not tell. */
export const MEETING_STATUSES = ['planned', 'held', 'cancelled', 'undated'] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

export type MeetingView = MeetingState & { readonly status: MeetingStatus };

/** Pure: the meeting as the events have it, and where it stands on a day. */
export function presentMeeting(state: MeetingState, validAt: CivilDate): MeetingView {
  return { ...state, status: statusOf(state, validAt) };
}

function statusOf({ cancelled, date }: MeetingState, day: CivilDate): MeetingStatus {
  if (cancelled) return 'cancelled';
  const standing = date === undefined ? 'undecided' : standingOf(date, day);
  return ({ before: 'planned', reached: 'held', undecided: 'undated' } as const)[standing];
}
