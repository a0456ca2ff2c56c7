import { civilDate, partialDate, personal, specificationId, specificationOf } from '@liggare/kernel';
import type { MeetingEvent } from './meeting-events.js';
import { presentMeeting, type MeetingStatus } from './meeting-view.js';
import { meetingAggregate } from './meeting.js';

const given = specificationOf(meetingAggregate);
const meetingId = specificationId(1);
const secondId = specificationId(2);
const organ = { groupId: specificationId(9) };
const day = partialDate('2023-02-13');

const recorded: MeetingEvent = { type: 'MeetingRecorded', data: { meetingId, organ, date: day } };
const cancelled: MeetingEvent = {
  type: 'MeetingCancelled',
  data: { meetingId, reason: personal(meetingId, 'ej beslutsfört') },
};

describe('a meeting', () => {
  it('is told apart from another of the same body on the same day by its session, edge case 72', () => {
    given().when({ type: 'RecordMeeting', meetingId, organ, date: day }).then(recorded);
    const extra: MeetingEvent = {
      type: 'MeetingRecorded',
      data: { meetingId: secondId, organ, date: day, session: 'extra' },
    };
    given().when({ type: 'RecordMeeting', meetingId: secondId, organ, date: day, session: 'extra' }).then(extra);
    expect(given(extra).state).toEqual({ id: secondId, organ, date: day, session: 'extra', cancelled: false });
  });

  it('may be of one of several bodies, some time in a period, edge case 58', () => {
    const candidates = ['Kommunfullmäktige', 'Kommunstyrelsen'];
    const date = partialDate('2018-06/2022-10');
    given()
      .when({ type: 'RecordMeeting', meetingId, organ: { candidates }, date })
      .then({ type: 'MeetingRecorded', data: { meetingId, organ: { candidates }, date } });
  });

  it('is not recorded twice', () => {
    given(recorded).when({ type: 'RecordMeeting', meetingId, organ, date: day }).thenRefused('already-exists');
  });

  it('must be registered before anything else is told of it', () => {
    given().when({ type: 'CancelMeeting' }).thenRefused('not-registered');
    given().when({ type: 'CorrectMeetingRegistration', date: day }).thenRefused('not-registered');
  });

  it('is cancelled once', () => {
    given(recorded).when({ type: 'CancelMeeting', reason: 'ej beslutsfört' }).then(cancelled);
    given(recorded, cancelled).when({ type: 'CancelMeeting' }).thenNothing();
    expect(given(recorded, cancelled).state.cancelled).toBe(true);
  });

  it('has its registration corrected, edge case 10', () => {
    const corrected: MeetingEvent = {
      type: 'MeetingRegistrationCorrected',
      data: { meetingId, date: partialDate('2023-02-14'), reason: personal(meetingId, 'fel dag') },
    };
    given(recorded)
      .when({ type: 'CorrectMeetingRegistration', date: partialDate('2023-02-14'), reason: 'fel dag' })
      .then(corrected);
    expect(given(recorded, corrected).state).toEqual({ id: meetingId, organ, date: '2023-02-14', cancelled: false });
  });

  it('was of another kind, and was held after all, edge case 10', () => {
    const extra: MeetingEvent = {
      type: 'MeetingRecorded',
      data: { meetingId, organ, date: day, session: '2', kind: 'ordinary' },
    };
    given().when({ type: 'RecordMeeting', meetingId, organ, date: day, session: '2', kind: 'ordinary' }).then(extra);
    const corrected: MeetingEvent = {
      type: 'MeetingRegistrationCorrected',
      data: { meetingId, kind: 'extra', clears: ['session', 'cancelled'] },
    };
    const correct = { type: 'CorrectMeetingRegistration', kind: 'extra', clears: ['session', 'cancelled'] } as const;
    given(extra, cancelled).when(correct).then(corrected);
    const held = given(extra, cancelled, corrected);
    expect(held.state).toEqual({ id: meetingId, organ, date: day, kind: 'extra', cancelled: false });
    held.when(correct).thenNothing();
    held.when({ ...correct, session: '3' }).thenRefused('set-and-cleared', '/clears/0');
  });

  it.each<[string, string, MeetingStatus]>([
    ['2023-02-13', '2023-02-12', 'planned'],
    ['2023-02-13', '2023-02-13', 'held'],
    ['2023', '2023-06-01', 'undated'],
    ['unknown', '2026-01-01', 'undated'],
  ])('of %s stands on %s as %s', (date, on, status) => {
    const { state } = given({ type: 'MeetingRecorded', data: { meetingId, organ, date: partialDate(date) } });
    expect(presentMeeting(state, civilDate(on)).status).toBe(status);
    expect(presentMeeting({ ...state, cancelled: true }, civilDate(on)).status).toBe('cancelled');
  });
});
