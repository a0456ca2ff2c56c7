import { civilDate, partialDate, personal, specificationId, specificationOf } from '@liggare/kernel';
import type { DecisionEvent } from './decision-events.js';
import { placeOf } from './decision-place.js';
import { decisionAggregate } from './decision.js';
import type { LegalForceEvent } from './legal-force-events.js';
import { legalForceOf } from './legal-force.js';

const given = specificationOf(decisionAggregate);
const decisionId = specificationId(1);
const meetingId = specificationId(2);
const [adjustmentId, noticeId] = [specificationId(3), specificationId(4)];
const day = civilDate;

const recorded: DecisionEvent = {
  type: 'DecisionRecorded',
  data: {
    decisionId,
    instrument: 'meeting',
    outcome: 'adopted',
    decidedOn: partialDate('2024-04-15'),
    confidence: 'certain',
    meetingId,
    paragraph: '12',
    points: [{ number: 1, kind: 'elects', text: personal(decisionId, 'Val') }],
  },
};
const adjusted: LegalForceEvent = {
  type: 'MinutesAdjusted',
  data: { decisionId, adjustmentId, on: day('2024-04-22'), immediate: false, meetingId },
};
const own: LegalForceEvent = { type: 'MinutesAdjusted', data: { decisionId, on: day('2024-04-15'), immediate: true } };
const posted: LegalForceEvent = {
  type: 'NoticePosted',
  data: { decisionId, noticeId, on: day('2024-04-23'), meetingId },
};
const down: LegalForceEvent = { type: 'NoticeTakenDown', data: { decisionId, noticeId, on: day('2024-05-20') } };
const wrongNotice: LegalForceEvent = { type: 'NoticeRegisteredInError', data: { decisionId, noticeId } };
const wrongAdjustment: LegalForceEvent = { type: 'AdjustmentRegisteredInError', data: { decisionId, adjustmentId } };

const set = { adjustmentId, on: day('2024-04-22'), immediate: false };
const notice = { noticeId, on: day('2024-04-23') };
const follow = { type: 'FollowMinutes', meetingId, adjusted: set, notices: [notice] } as const;

describe('a decision follows the minutes of its meeting', () => {
  it('in what they say of its paragraph, once', () => {
    given(recorded).when(follow).then(adjusted, posted);
    given(recorded, adjusted, posted).when(follow).thenNothing();
    const taken = { ...follow, notices: [{ ...notice, takenDownOn: day('2024-05-20') }] };
    given(recorded, adjusted).when(taken).then(posted, down);
    given(recorded, adjusted, posted).when(taken).then(down);
    given(recorded, adjusted, posted, down).when(taken).thenNothing();
    expect(legalForceOf(given(recorded, adjusted, posted).state, 1, day('2024-06-01'))).toEqual({
      status: 'gained',
      lastAppealDay: '2024-05-14',
      gainedOn: '2024-05-15',
    });
  });

  it('in what they turn out not to say, edge case 10', () => {
    const nothing = { type: 'FollowMinutes', notices: [] } as const;
    given(recorded, adjusted, posted, down).when(nothing).then(wrongAdjustment, wrongNotice);
    given(recorded, adjusted, posted, down, wrongAdjustment, wrongNotice).when(nothing).thenNothing();
    // It was not taken down after all.
    given(recorded, adjusted, posted, down).when(follow).then(wrongNotice, posted);
    const later = { ...set, on: day('2024-04-23') };
    given(recorded, adjusted, posted)
      .when({ ...follow, adjusted: later })
      .then(wrongAdjustment, { ...adjusted, data: { ...adjusted.data, ...later } });
    const elsewhere = { ...follow, meetingId: specificationId(9) };
    given(recorded, adjusted, posted)
      .when(elsewhere)
      .then(wrongAdjustment, { ...adjusted, data: { ...adjusted.data, meetingId: specificationId(9) } }, wrongNotice, {
        ...posted,
        data: { ...posted.data, meetingId: specificationId(9) },
      });
  });

  it('but keeps what is registered of itself, whichever came first', () => {
    const ways = [given(recorded, own, adjusted), given(recorded, adjusted, own)];
    for (const { state } of ways) {
      expect(state.proceedings).toMatchObject({ adjusted: { on: '2024-04-15' }, setAdjustment: { on: '2024-04-22' } });
      expect(state.proceedings.adjusted).toEqual({ on: '2024-04-15', immediate: true });
    }
    const ownWrong: LegalForceEvent = { type: 'AdjustmentRegisteredInError', data: { decisionId } };
    given(recorded, own, adjusted).when({ type: 'DiscardAdjustment' }).then(ownWrong);
    expect(given(recorded, own, adjusted, ownWrong).state.proceedings.adjusted?.on).toBe('2024-04-22');
    const { state } = given(recorded, own, adjusted, wrongAdjustment);
    expect(state.proceedings).toEqual({ adjusted: { on: '2024-04-15', immediate: true }, notices: [], appeals: [] });
    given(recorded, adjusted).when({ type: 'DiscardAdjustment' }).thenRefused('unknown-adjustment');
    const ownNotice: LegalForceEvent = {
      type: 'NoticePosted',
      data: { decisionId, noticeId: specificationId(7), on: day('2024-04-18') },
    };
    given(recorded, ownNotice).when({ type: 'FollowMinutes', notices: [] }).thenNothing();
  });

  it('whose notices are changed at the meeting, not here', () => {
    given(recorded, posted)
      .when({ type: 'TakeNoticeDown', noticeId, on: day('2024-05-20') })
      .thenRefused('notice-of-meeting', '/noticeId');
    given(recorded, posted).when({ type: 'DiscardNotice', noticeId }).thenRefused('notice-of-meeting', '/noticeId');
  });

  it('no more, when it was registered in error', () => {
    given(recorded, { type: 'DecisionRegisteredInError', data: { decisionId } }).when(follow).thenNothing();
  });

  it('of the meeting it was reported to, when it was made at none', () => {
    const delegated = {
      ...recorded,
      data: { ...recorded.data, instrument: 'delegated', meetingId: undefined, paragraph: undefined },
    } as unknown as DecisionEvent;
    const reported: DecisionEvent = {
      type: 'DecisionReported',
      data: { decisionId, on: partialDate('2024-05-13'), meetingId, paragraph: '30' },
    };
    const { evolve, initialState } = decisionAggregate;
    const state = evolve(evolve(initialState, JSON.parse(JSON.stringify(delegated)) as DecisionEvent), reported);
    expect(placeOf(state)).toEqual({ meetingId, paragraph: '30' });
    expect(placeOf(given(recorded, reported).state)).toEqual({ meetingId, paragraph: '12' });
  });
});
