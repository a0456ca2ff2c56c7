import { personal, Refusal, withoutUndefined, type Aggregate, type PartialDate } from '@liggare/kernel';
import { meetingEvents, type MeetingEvent } from './meeting-events.js';
import type { Organ } from './organ.js';

export interface MeetingState {
  /** Empty until the meeting is registered. */
  readonly id: string;
  readonly organ?: Organ;
  readonly date?: PartialDate;
  readonly session?: string;
  readonly cancelled: boolean;
}

export type MeetingCommand =
  | {
      readonly type: 'RecordMeeting';
      readonly meetingId: string;
      readonly organ: Organ;
      readonly date: PartialDate;
      readonly session?: string;
    }
  | { readonly type: 'CancelMeeting'; readonly reason?: string }
  | {
      readonly type: 'CorrectMeetingRegistration';
      readonly organ?: Organ;
      readonly date?: PartialDate;
      readonly session?: string;
      readonly reason?: string;
    };

function decide(state: MeetingState, command: MeetingCommand): readonly MeetingEvent[] {
  if (command.type === 'RecordMeeting') {
    if (state.id !== '') throw new Refusal('already-exists', 'the meeting is already registered');
    const { meetingId, organ, date, session } = command;
    return [
      { type: 'MeetingRecorded', data: { meetingId, organ: plain(organ), date, ...withoutUndefined({ session }) } },
    ];
  }
  if (state.id === '') throw new Refusal('not-registered', 'the meeting is not registered');
  const meetingId = state.id;
  const reason = command.reason === undefined ? undefined : personal(meetingId, command.reason);
  if (command.type === 'CancelMeeting') {
    return state.cancelled ? [] : [{ type: 'MeetingCancelled', data: { meetingId, ...withoutUndefined({ reason }) } }];
  }
  const { date, session } = command;
  const organ = command.organ === undefined ? undefined : plain(command.organ);
  const data = { meetingId, ...withoutUndefined({ organ, date, session, reason }) };
  return [{ type: 'MeetingRegistrationCorrected', data }];
}

/** Event data are mutable types; commands are not. */
export function plain({ groupId, name, candidates }: Organ) {
  return withoutUndefined({ groupId, name, candidates: candidates === undefined ? undefined : [...candidates] });
}

function evolve(state: MeetingState, event: MeetingEvent): MeetingState {
  switch (event.type) {
    case 'MeetingRecorded': {
      const { meetingId: id, ...recorded } = event.data;
      return { ...state, id, ...recorded };
    }
    case 'MeetingCancelled':
      return { ...state, cancelled: true };
    case 'MeetingRegistrationCorrected': {
      const { meetingId: _, reason: _why, ...corrected } = event.data;
      return { ...state, ...corrected };
    }
    default:
      return state;
  }
}

/** A meeting (sammanträde) of a body. Its paragraphs are decisions; adjustment and notices are told of those. */
export const meetingAggregate: Aggregate<MeetingState, MeetingCommand, MeetingEvent> = {
  category: 'meeting',
  catalogue: meetingEvents,
  initialState: { id: '', cancelled: false },
  decide,
  evolve,
};
