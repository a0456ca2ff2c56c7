import { civilDate, partialDate, personal, specificationId, specificationOf } from '@liggare/kernel';
import type { MeetingEvent } from './meeting-events.js';
import { meetingAggregate } from './meeting.js';
import type { MinutesEvent } from './minutes-events.js';
import { minutesOf } from './minutes-state.js';
import { isIn, plainSet } from './paragraph-set.js';

const given = specificationOf(meetingAggregate);
const meetingId = specificationId(1);
const [atOnce, rest, noticeId, second] = [10, 11, 12, 13].map(specificationId) as [string, string, string, string];
const day = civilDate;

const recorded: MeetingEvent = {
  type: 'MeetingRecorded',
  data: { meetingId, organ: {}, date: partialDate('2024-04-15') },
};
const adjusted = (adjustmentId: string, on: string, paragraphs?: string[]): MinutesEvent => ({
  type: 'ParagraphsAdjusted',
  data: { meetingId, adjustmentId, ...(paragraphs && { paragraphs }), on: day(on), immediate: adjustmentId === atOnce },
});
const posted = (id: string, on: string, more: object = {}): MinutesEvent => ({
  type: 'ParagraphsNoticePosted',
  data: { meetingId, noticeId: id, on: day(on), ...more },
});
const takenDown = (on: string): MinutesEvent => ({
  type: 'ParagraphsNoticeTakenDown',
  data: { meetingId, noticeId, on: day(on) },
});
const ofParagraph = (paragraph: string | undefined, ...events: MeetingEvent[]) =>
  minutesOf(given(recorded, ...events).state, paragraph);

describe('a set of paragraphs', () => {
  it('is named as minutes name it, in their order, each once', () => {
    expect(plainSet(['§§ 14–18', '9a', ' § 12 ', '12'])).toEqual(['9a', '12', '§§ 14–18']);
    const set = ['§ 9 a', '14 - 18', '63/20'];
    const asked = ['9a', '9', '13', '14', '§ 18', '18a', '63/20', '63'];
    expect(asked.filter((paragraph) => isIn(set, paragraph))).toEqual(['9a', '14', '§ 18', '63/20']);
    expect(isIn(set, undefined)).toBe(false);
  });

  it('has no span where an end is no number: nobody guesses at 9 a–c', () => {
    expect(isIn(['9 a-c'], '9b')).toBe(false);
    expect(isIn(['KS § 12–14'], '500')).toBe(false);
  });
});

describe('the minutes of a meeting', () => {
  it('are adjusted some paragraphs at once and the rest on the ordinary day, edge case 8', () => {
    given(recorded)
      .when({
        type: 'AdjustParagraphs',
        adjustmentId: atOnce,
        paragraphs: ['14', '§ 12'],
        on: day('2024-04-15'),
        immediate: true,
      })
      .then(adjusted(atOnce, '2024-04-15', ['§ 12', '14']));
    const both = [adjusted(atOnce, '2024-04-15', ['§ 12', '14']), adjusted(rest, '2024-04-24')];
    expect(ofParagraph('12', ...both).adjusted).toEqual({ adjustmentId: atOnce, on: '2024-04-15', immediate: true });
    expect(ofParagraph('13', ...both).adjusted).toEqual({ adjustmentId: rest, on: '2024-04-24', immediate: false });
    // Which of the two it is in cannot be said.
    expect(ofParagraph(undefined, ...both).adjusted).toBeUndefined();
    expect(ofParagraph(undefined, adjusted(rest, '2024-04-24')).adjusted?.on).toBe('2024-04-24');
  });

  it('are announced by notices that name what was adjusted, or paragraphs, or all', () => {
    const sets = [adjusted(atOnce, '2024-04-15', ['12']), adjusted(rest, '2024-04-24')];
    given(recorded, ...sets)
      .when({ type: 'PostParagraphsNotice', noticeId, adjustmentId: atOnce, on: day('2024-04-16') })
      .then(posted(noticeId, '2024-04-16', { adjustmentId: atOnce }));
    const both = [
      posted(noticeId, '2024-04-16', { adjustmentId: atOnce }),
      posted(second, '2024-04-25', { adjustmentId: rest }),
    ];
    expect(ofParagraph('12', ...sets, ...both).notices).toEqual([{ noticeId, on: '2024-04-16' }]);
    expect(ofParagraph('13', ...sets, ...both).notices).toEqual([{ noticeId: second, on: '2024-04-25' }]);
    const named = posted(noticeId, '2024-04-16', { paragraphs: ['12–20'] });
    expect(ofParagraph('20', named).notices).toHaveLength(1);
    expect(ofParagraph('21', named).notices).toEqual([]);
    expect(ofParagraph(undefined, posted(noticeId, '2024-04-16')).notices).toHaveLength(1);
  });

  it('may be announced anew, when the notice was taken down too early, edge case 6', () => {
    given(recorded, posted(noticeId, '2024-04-16'))
      .when({ type: 'TakeParagraphsNoticeDown', noticeId, on: day('2024-04-20') })
      .then(takenDown('2024-04-20'));
    const down = [posted(noticeId, '2024-04-16'), takenDown('2024-04-20')];
    given(recorded, ...down)
      .when({ type: 'TakeParagraphsNoticeDown', noticeId, on: day('2024-04-20') })
      .thenNothing();
    given(recorded, ...down)
      .when({ type: 'PostParagraphsNotice', noticeId: second, on: day('2024-04-22'), replaces: noticeId })
      .then(posted(second, '2024-04-22', { replaces: noticeId }));
    expect(ofParagraph('1', ...down, posted(second, '2024-04-22', { replaces: noticeId })).notices).toEqual([
      { noticeId, on: '2024-04-16', takenDownOn: '2024-04-20' },
      { noticeId: second, on: '2024-04-22' },
    ]);
  });

  it('may overlap: a paragraph in two sets was adjusted when it first was', () => {
    const one = adjusted(atOnce, '2024-04-15', ['12']);
    const other = adjusted(rest, '2024-04-24', ['1–54']);
    expect(ofParagraph('12', one, other)).toEqual(ofParagraph('12', other, one));
    expect(ofParagraph('12', other, one).adjusted?.on).toBe('2024-04-15');
  });

  it('have the registration of a set corrected, or withdrawn, edge case 10', () => {
    const sets = [adjusted(atOnce, '2024-04-15', ['12']), adjusted(rest, '2024-04-24')];
    const why = personal(meetingId, 'fel paragraf');
    const corrected: MinutesEvent = {
      type: 'ParagraphsAdjustmentRegistrationCorrected',
      data: { meetingId, adjustmentId: atOnce, paragraphs: ['13'], reason: why },
    };
    const correct = { type: 'CorrectParagraphsAdjustment', adjustmentId: atOnce } as const;
    given(recorded, ...sets)
      .when({ ...correct, paragraphs: ['13'], on: day('2024-04-15'), reason: 'fel paragraf' })
      .then(corrected);
    given(recorded, ...sets, corrected)
      .when({ ...correct, paragraphs: ['13'] })
      .thenNothing();
    expect(ofParagraph('12', ...sets, corrected).adjusted?.adjustmentId).toBe(rest);
    const withdrawn: MinutesEvent = {
      type: 'ParagraphsAdjustmentRegistrationCorrected',
      data: { meetingId, adjustmentId: atOnce, withdrawn: true },
    };
    given(recorded, ...sets)
      .when({ ...correct, withdrawn: true })
      .then(withdrawn);
    expect(ofParagraph('12', ...sets, withdrawn).adjusted?.adjustmentId).toBe(rest);
  });

  it('have the registration of a notice corrected, or withdrawn, edge case 10', () => {
    const notice = [posted(noticeId, '2024-04-16', { statedLastDay: '2024-05-06' }), takenDown('2024-04-20')];
    const corrected: MinutesEvent = {
      type: 'ParagraphsNoticeRegistrationCorrected',
      data: { meetingId, noticeId, on: day('2024-04-17'), clears: ['takenDownOn', 'statedLastDay'] },
    };
    const correct = { type: 'CorrectParagraphsNotice', noticeId } as const;
    given(recorded, ...notice)
      .when({ ...correct, on: day('2024-04-17'), clears: ['takenDownOn', 'statedLastDay', 'replaces'] })
      .then(corrected);
    expect(ofParagraph('1', ...notice, corrected).notices).toEqual([{ noticeId, on: '2024-04-17' }]);
    const withdrawn: MinutesEvent = {
      type: 'ParagraphsNoticeRegistrationCorrected',
      data: { meetingId, noticeId, withdrawn: true },
    };
    given(recorded, ...notice)
      .when({ ...correct, withdrawn: true })
      .then(withdrawn);
    expect(ofParagraph('1', ...notice, withdrawn).notices).toEqual([]);
  });

  it('refuse only what cannot be', () => {
    const at = given(recorded, posted(noticeId, '2024-04-16'));
    const on = day('2024-04-15');
    at.when({ type: 'AdjustParagraphs', paragraphs: ['1', '18–12'], on, immediate: false }).thenRefused(
      'from-after-to',
      '/paragraphs/1',
    );
    at.when({ type: 'CorrectParagraphsAdjustment', adjustmentId: atOnce }).thenRefused('unknown-adjustment');
    at.when({ type: 'PostParagraphsNotice', adjustmentId: atOnce, on }).thenRefused(
      'unknown-adjustment',
      '/adjustmentId',
    );
    at.when({ type: 'PostParagraphsNotice', replaces: second, on }).thenRefused('unknown-notice', '/replaces');
    at.when({ type: 'TakeParagraphsNoticeDown', noticeId: second, on }).thenRefused('unknown-notice', '/noticeId');
    at.when({ type: 'TakeParagraphsNoticeDown', noticeId, on }).thenRefused('taken-down-before-posted', '/on');
    at.when({ type: 'CorrectParagraphsNotice', noticeId, takenDownOn: on }).thenRefused(
      'taken-down-before-posted',
      '/takenDownOn',
    );
    at.when({ type: 'CorrectParagraphsNotice', noticeId, paragraphs: ['1'], clears: ['paragraphs'] }).thenRefused(
      'set-and-cleared',
      '/clears/0',
    );
    given().when({ type: 'AdjustParagraphs', on, immediate: false }).thenRefused('not-registered');
  });
});
