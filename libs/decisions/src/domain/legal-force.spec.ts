import { addDays, civilDate, partialDate, personal, specificationId, specificationOf } from '@liggare/kernel';
import fc from 'fast-check';
import type { DecisionEvent } from './decision-events.js';
import { decisionAggregate } from './decision.js';
import type { LegalForceEvent } from './legal-force-events.js';
import { lastAppealDay, legalForceOf } from './legal-force.js';

const given = specificationOf(decisionAggregate);
const decisionId = specificationId(1);
const noticeId = specificationId(0);
const [second, appealId] = [specificationId(2), specificationId(3)];
const day = civilDate;

const recorded: DecisionEvent = {
  type: 'DecisionRecorded',
  data: {
    decisionId,
    instrument: 'meeting',
    outcome: 'adopted',
    decidedOn: partialDate('2024-04-15'),
    confidence: 'certain',
    points: [1, 2].map((number) => ({ number, kind: 'elects' as const, text: personal(decisionId, 'Val') })),
  },
};
const adjusted: LegalForceEvent = {
  type: 'MinutesAdjusted',
  data: { decisionId, on: day('2024-04-22'), immediate: false },
};
const posted = (on: string, id = noticeId, stated?: string): LegalForceEvent => ({
  type: 'NoticePosted',
  data: { decisionId, noticeId: id, on: day(on), ...(stated === undefined ? {} : { statedLastDay: day(stated) }) },
});
const takenDown = (on: string): LegalForceEvent => ({
  type: 'NoticeTakenDown',
  data: { decisionId, noticeId, on: day(on) },
});
const appealed = (points?: number[]): LegalForceEvent => ({
  type: 'AppealFiled',
  data: { decisionId, appealId, court: 'Förvaltningsrätten', on: day('2024-05-10'), ...(points ? { points } : {}) },
});
const closed = (finalOn?: string): LegalForceEvent => ({
  type: 'AppealClosed',
  data: {
    decisionId,
    appealId,
    outcome: 'rejected',
    on: day('2024-10-18'),
    ...(finalOn === undefined ? {} : { finalOn: day(finalOn) }),
  },
});
const annulled: DecisionEvent = {
  type: 'PointsAnnulled',
  data: {
    decisionId,
    appealId,
    points: [2],
    court: 'Förvaltningsrätten',
    judgmentOn: day('2024-10-18'),
    finalOn: day('2024-11-11'),
  },
};
const on = (text: string, point: number, ...events: DecisionEvent[]) =>
  legalForceOf(given(recorded, ...events).state, point, day(text));

describe('the last day to appeal', () => {
  // The days of the fictional chronology; those in June meet Midsummer.
  it.each([
    ['2023-02-28', '2023-03-21'],
    ['2023-02-14', '2023-03-07'],
    ['2023-06-02', '2023-06-26'],
    ['2023-06-27', '2023-07-18'],
    ['2023-12-08', '2023-12-29'],
    ['2024-04-23', '2024-05-14'],
    ['2024-12-17', '2025-01-07'],
    ['2025-04-04', '2025-04-25'],
    ['2025-05-30', '2025-06-23'],
    ['2025-12-23', '2026-01-13'],
    ['2026-08-18', '2026-09-08'],
  ])('of a notice posted on %s is %s', (notice, last) => expect(lastAppealDay(day(notice))).toBe(last));

  it('is never before three weeks have passed, and never before that of an earlier notice', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(day('2000-01-01'), n));
    fc.assert(
      fc.property(days, (notice) => {
        expect(lastAppealDay(notice) >= addDays(notice, 21)).toBe(true);
        expect(lastAppealDay(addDays(notice, 1)) >= lastAppealDay(notice)).toBe(true);
      }),
    );
  });
});

describe('legal force', () => {
  it('is a way that minutes, notice and time go, one after the other', () => {
    const way = ['2024-04-20', '2024-04-22', '2024-04-23', '2024-05-14', '2024-05-15'].map(
      (text) => on(text, 1, adjusted, posted('2024-04-23')).status,
    );
    expect(way).toEqual(['not-adjusted', 'not-announced', 'appeal-period', 'appeal-period', 'gained']);
    expect(on('2024-05-01', 1, adjusted, posted('2024-04-23'))).toEqual({
      status: 'appeal-period',
      lastAppealDay: '2024-05-14',
      gainedOn: '2024-05-15',
    });
    expect(on('2024-05-01', 1)).toEqual({ status: 'unknown' });
  });

  it('comes for each paragraph by its own minutes and notice, edge case 8', () => {
    const immediate: LegalForceEvent = {
      type: 'MinutesAdjusted',
      data: { decisionId, on: day('2023-02-13'), immediate: true },
    };
    given(recorded)
      .when({ type: 'AdjustMinutes', on: day('2023-02-13'), immediate: true })
      .then(immediate);
    given(recorded, immediate)
      .when({ type: 'AdjustMinutes', on: day('2023-02-13'), immediate: true })
      .thenNothing();
    expect(on('2023-03-08', 1, immediate, posted('2023-02-14')).gainedOn).toBe('2023-03-08');
  });

  it('does not come by a notice that was taken down early, and does by one posted again, edge case 6', () => {
    const early = [adjusted, posted('2024-06-09'), takenDown('2024-06-30')];
    expect(lastAppealDay(day('2024-06-09'))).toBe('2024-07-01');
    expect(on('2024-06-29', 1, ...early).status).toBe('appeal-period');
    expect(on('2024-07-15', 1, ...early)).toEqual({ status: 'notice-broken' });
    const again = [...early, posted('2024-08-18', second)];
    expect(on('2024-09-10', 1, ...again)).toEqual({
      status: 'gained',
      lastAppealDay: '2024-09-09',
      gainedOn: '2024-09-10',
    });
    // Taken down the day after the last day it has done its work.
    expect(on('2024-07-15', 1, adjusted, posted('2024-06-09'), takenDown('2024-07-02')).status).toBe('gained');
  });

  it('tells when the notice says another last day than the law, edge case 7', () => {
    expect(on('2024-05-01', 1, posted('2024-04-23', noticeId, '2024-05-13'))).toMatchObject({
      lastAppealDay: '2024-05-14',
      statedLastDay: '2024-05-13',
      differs: true,
    });
    expect(on('2024-05-01', 1, posted('2024-04-23', noticeId, '2024-05-14'))).not.toHaveProperty('differs');
  });

  it('waits for an appeal, whatever was carried out meanwhile; a court may stay that, edge case 5', () => {
    const stayed: LegalForceEvent = {
      type: 'StayGranted',
      data: { decisionId, appealId, points: [1], on: day('2024-05-20') },
    };
    const lifted: LegalForceEvent = { type: 'StayLifted', data: { decisionId, appealId, on: day('2024-06-01') } };
    const events = [adjusted, posted('2024-04-23'), appealed(), stayed, lifted];
    expect(on('2024-05-10', 1, ...events)).toEqual({ status: 'under-appeal', lastAppealDay: '2024-05-14' });
    expect(on('2024-05-25', 1, ...events)).toMatchObject({ status: 'under-appeal', stayed: true });
    expect(on('2024-05-25', 2, ...events)).not.toHaveProperty('stayed');
    expect(on('2024-06-01', 1, ...events)).not.toHaveProperty('stayed');
    given(recorded, appealed())
      .when({ type: 'LiftStay', appealId, on: day('2024-06-01') })
      .thenRefused('no-stay');
  });

  it('comes when the last instance is final, point by point, edge cases 3, 4 and 69', () => {
    const start = [adjusted, posted('2024-04-23'), appealed([2])];
    expect(on('2024-05-15', 1, ...start).status).toBe('gained');
    expect(on('2024-12-01', 2, ...start, closed()).status).toBe('under-appeal');
    expect(on('2024-12-01', 2, ...start, closed('2024-11-11'))).toMatchObject({
      status: 'gained',
      gainedOn: '2024-11-11',
    });
    expect(on('2024-12-01', 2, ...start, annulled)).toEqual({ status: 'annulled' });
    const further: LegalForceEvent = {
      type: 'AppealWentOn',
      data: { decisionId, appealId, court: 'Kammarrätten', on: day('2024-11-01') },
    };
    expect(on('2024-12-01', 2, ...start, closed('2024-11-11'), further).status).toBe('under-appeal');
  });

  it('counts from the notice of the meeting to which an urgent decision was reported, edge case 39', () => {
    // Decided by the chair on 6 March, reported on the 26th, in minutes that were announced on 4 April.
    const reported: DecisionEvent = { type: 'DecisionReported', data: { decisionId, on: partialDate('2025-03-26') } };
    expect(on('2025-04-26', 1, reported, posted('2025-04-04'))).toMatchObject({
      gainedOn: '2025-04-26',
      status: 'gained',
    });
  });

  it('is never gained before the last day to appeal, whatever happens and in whatever order', () => {
    const days = fc.integer({ min: 0, max: 400 }).map((n) => addDays(day('2024-01-01'), n));
    const events = fc.array(
      fc.oneof(
        fc.tuple(days, fc.constantFrom(noticeId, second)).map(([at, id]) => posted(at, id)),
        days.map((at) => takenDown(at)),
        fc.constant(appealed()),
        fc.option(days, { nil: undefined }).map((at) => closed(at)),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(events, days, (happened, at) => {
        const { gainedOn, lastAppealDay: last, status } = on(at, 1, ...happened);
        if (gainedOn !== undefined) expect(gainedOn > last!).toBe(true);
        if (status === 'gained') expect(gainedOn! <= at).toBe(true);
      }),
    );
  });

  it('is refused only what cannot be', () => {
    given(recorded, posted('2024-04-23'))
      .when({ type: 'TakeNoticeDown', noticeId, on: day('2024-04-22') })
      .thenRefused('taken-down-before-posted', '/on');
    given(recorded)
      .when({ type: 'TakeNoticeDown', noticeId, on: day('2024-04-22') })
      .thenRefused('unknown-notice');
    given(recorded)
      .when({ type: 'FileAppeal', court: 'FR', on: day('2024-05-10'), points: [3] })
      .thenRefused('unknown-point');
    given(recorded, appealed())
      .when({ type: 'CloseAppeal', appealId, outcome: 'withdrawn', on: day('2024-05-09') })
      .thenRefused('closed-before-filed', '/on');
    given(recorded, appealed())
      .when({ type: 'CloseAppeal', appealId, outcome: 'rejected', on: day('2024-06-01'), finalOn: day('2024-05-31') })
      .thenRefused('final-before-judgment', '/finalOn');
    given(recorded)
      .when({ type: 'CloseAppeal', appealId, outcome: 'rejected', on: day('2024-06-01') })
      .thenRefused('unknown-appeal');
  });

  it('by a notice registered in error is as if it had not been, edge case 10', () => {
    const error: LegalForceEvent = { type: 'NoticeRegisteredInError', data: { decisionId, noticeId } };
    given(recorded, posted('2024-04-23')).when({ type: 'DiscardNotice', noticeId }).then(error);
    expect(on('2024-06-01', 1, adjusted, posted('2024-04-23'), error).status).toBe('not-announced');
  });
});
