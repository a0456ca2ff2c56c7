import { idOf, Known } from '../../testing/known.js';

const meeting = (state: object) => new Known().with('meeting', 'meeting', { organ: {}, ...state });
const set = (word: string, on: string, more: object = {}) => ({
  adjustmentId: idOf(word),
  on,
  immediate: false,
  ...more,
});
const notice = (word: string, on: string, more: object = {}) => ({ noticeId: idOf(word), on, ...more });
const decision = (known: Known, word: string, state: object) => known.with('decision', word, state);
const inMeeting = (paragraph: string) => ({ meetingId: idOf('meeting'), paragraph });

describe('sets of paragraphs', () => {
  it('edge case 8: adjusted in two sets, by day, whichever was registered first', () => {
    const days = (...adjustments: object[]) => meeting({ adjustments }).daysOf('paragraphs-adjusted-twice');
    const atOnce = set('at once', '2024-04-15', { paragraphs: ['12', '14'] });
    expect(days(atOnce, set('rest', '2024-04-24'))).toEqual([]);
    expect(days(atOnce, set('other', '2024-04-24', { paragraphs: ['13', '15–20'] }))).toEqual([]);
    const overlapping = set('other', '2024-04-24', { paragraphs: ['13–20'] });
    expect(days(atOnce, overlapping)).toEqual(['2024-04-24 – ']);
    expect(days(overlapping, atOnce)).toEqual(['2024-04-24 – ']);
    const [found] = meeting({ adjustments: [overlapping, atOnce] }).findings();
    expect(found).toMatchObject({ facts: { first: '2024-04-15', second: '2024-04-24', paragraphs: '14' } });
    expect(days(set('rest', '2024-04-24'), set('again', '2024-04-25'))).toEqual(['2024-04-25 – ']);
  });

  it('of which no paragraph has a decision, until one is registered', () => {
    const known = meeting({
      adjustments: [set('at once', '2024-04-15', { paragraphs: ['12–14'] }), set('rest', '2024-04-24')],
      notices: [notice('notice', '2024-04-16', { paragraphs: ['21'] })],
    });
    decision(known, 'elsewhere', { meetingId: idOf('other meeting'), paragraph: '13' });
    expect(known.daysOf('paragraphs-without-decision')).toEqual(['2024-04-15 – ', '2024-04-16 – ']);
    decision(known, 'there', inMeeting('§ 13 a'));
    expect(known.daysOf('paragraphs-without-decision')).toEqual(['2024-04-16 – ']);
    decision(known, 'reported', { reported: { on: '2024-04-15', ...inMeeting('21') } });
    expect(known.daysOf('paragraphs-without-decision')).toEqual([]);
  });

  it('announced by the adjustment that they were in, which is withdrawn', () => {
    const of = { adjustmentId: idOf('rest') };
    const days = (state: object) => meeting(state).daysOf('notice-of-nothing');
    expect(days({ adjustments: [set('rest', '2024-04-24')], notices: [notice('notice', '2024-04-25', of)] })).toEqual(
      [],
    );
    expect(days({ notices: [notice('notice', '2024-04-25', of)] })).toEqual(['2024-04-25 – ']);
    expect(days({ notices: [notice('notice', '2024-04-25', { ...of, paragraphs: ['1'] })] })).toEqual([]);
  });

  it('say otherwise than what is registered of the decision itself', () => {
    const days = (own: object, other: object) =>
      decision(new Known(), 'decision', {
        proceedings: {
          adjusted: own,
          setAdjustment: { ...other, ...set('rest', '2024-04-24') },
          notices: [],
          appeals: [],
        },
      }).daysOf('adjusted-otherwise-than-minutes');
    expect(days({ on: '2024-04-15', immediate: true }, {})).toEqual(['2024-04-24 – ']);
    expect(days({ on: '2024-04-24', immediate: false }, {})).toEqual([]);
  });

  it('announced before they were adjusted', () => {
    const days = (postedOn: string) =>
      decision(new Known(), 'decision', {
        proceedings: { adjusted: set('rest', '2024-04-24'), notices: [notice('notice', postedOn)], appeals: [] },
      }).daysOf('announced-before-adjusted');
    expect(days('2024-04-23')).toEqual(['2024-04-23 – ']);
    expect(days('2024-04-24')).toEqual([]);
  });
});
