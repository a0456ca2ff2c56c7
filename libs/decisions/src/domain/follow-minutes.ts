import { withoutUndefined } from '@liggare/kernel';
import { changedFields } from './changed-fields.js';
import type { DecisionState } from './decision.js';
import type { LegalForceEvent } from './legal-force-events.js';
import { setAdjustmentOf, type Notice } from './legal-force-state.js';
import type { ParagraphMinutes } from './minutes-state.js';

/** What the minutes of its meeting come to for the decision now; without a meeting they come to nothing. */
export interface FollowMinutes extends ParagraphMinutes {
  readonly type: 'FollowMinutes';
  readonly meetingId?: string;
}

/**
 * What must be told of the decision so that what it has from its meeting is what the meeting says. What was registered
 * of the decision itself is not touched. Told again it comes to nothing, in whatever order sets and decisions came.
 */
export function followMinutes(state: DecisionState, command: FollowMinutes): readonly LegalForceEvent[] {
  if (state.registeredInError) return [];
  return [...followAdjustment(state, command), ...followNotices(state, command)];
}

function followAdjustment(state: DecisionState, { meetingId, adjusted }: FollowMinutes): readonly LegalForceEvent[] {
  const decisionId = state.id;
  const known = setAdjustmentOf(state.proceedings);
  const said = adjusted && { ...adjusted, ...withoutUndefined({ meetingId }) };
  if (said && known && isSame(known, said)) return [];
  const gone: readonly LegalForceEvent[] = known
    ? [
        {
          type: 'AdjustmentRegisteredInError',
          data: { decisionId, ...withoutUndefined({ adjustmentId: known.adjustmentId }) },
        },
      ]
    : [];
  return said ? [...gone, { type: 'MinutesAdjusted', data: { decisionId, ...said } }] : gone;
}

function followNotices(state: DecisionState, { meetingId, notices }: FollowMinutes): readonly LegalForceEvent[] {
  const decisionId = state.id;
  const known = state.proceedings.notices.filter((notice) => notice.meetingId !== undefined);
  const kept = new Map<string, Notice>();
  const events: LegalForceEvent[] = [];
  for (const notice of known) {
    const { takenDownOn, meetingId: meeting, ...posted } = notice;
    const said = notices.find(({ noticeId }) => noticeId === notice.noticeId);
    const { takenDownOn: down, ...saidPosted } = said ?? { noticeId: '' };
    if (
      said &&
      meeting === meetingId &&
      isSame(posted, saidPosted) &&
      !(takenDownOn !== undefined && down === undefined)
    ) {
      kept.set(notice.noticeId, notice);
    } else {
      events.push({ type: 'NoticeRegisteredInError', data: { decisionId, noticeId: notice.noticeId } });
    }
  }
  for (const { takenDownOn, ...notice } of notices) {
    const { noticeId } = notice;
    const before = kept.get(noticeId);
    if (!before) {
      events.push({ type: 'NoticePosted', data: { decisionId, ...notice, ...withoutUndefined({ meetingId }) } });
    }
    if (takenDownOn !== undefined && takenDownOn !== before?.takenDownOn) {
      events.push({ type: 'NoticeTakenDown', data: { decisionId, noticeId, on: takenDownOn } });
    }
  }
  return events;
}

function isSame(one: object, other: object): boolean {
  return Object.keys(changedFields(one, other)).length === 0 && Object.keys(changedFields(other, one)).length === 0;
}
