import { Refusal, withoutUndefined, type Aggregate, type DecideContext, type PartialDate } from '@liggare/kernel';
import { decideAttendance, evolveAttendance, type AttendanceCommand, type AttendanceEntry } from './attendance.js';
import { changedFields, withoutFields } from './changed-fields.js';
import { checkSetOrCleared } from './clearing.js';
import { meetingEvents, type MeetingClearable, type MeetingEvent, type MeetingKind } from './meeting-events.js';
import { decideMinutes, isOfMinutes, type MinutesCommand } from './minutes-decide.js';
import { evolveMinutes, type Minutes } from './minutes-state.js';
import { plainOrgan, type Organ } from './organ.js';
import { sealedUnder } from './sealed-under.js';

export interface MeetingState extends Minutes {
  /** Empty until the meeting is registered. */
  readonly id: string;
  readonly organ?: Organ;
  readonly date?: PartialDate;
  readonly session?: string;
  readonly kind?: MeetingKind;
  readonly cancelled: boolean;
  /** Absent: none is registered, which is not that nobody came. */
  readonly attendance?: readonly AttendanceEntry[];
}

export type MeetingCommand =
  | AttendanceCommand
  | MinutesCommand
  | {
      readonly type: 'RecordMeeting';
      readonly meetingId: string;
      readonly organ: Organ;
      readonly date: PartialDate;
      readonly session?: string;
      readonly kind?: MeetingKind;
    }
  | { readonly type: 'CancelMeeting'; readonly reason?: string }
  | {
      readonly type: 'CorrectMeetingRegistration';
      readonly organ?: Organ;
      readonly date?: PartialDate;
      readonly session?: string;
      readonly kind?: MeetingKind;
      readonly clears?: readonly MeetingClearable[];
      readonly reason?: string;
    };

function decide(state: MeetingState, command: MeetingCommand, context: DecideContext): readonly MeetingEvent[] {
  if (command.type === 'RecordMeeting') {
    if (state.id !== '') throw new Refusal('already-exists', 'the meeting is already registered');
    const { meetingId, organ, date, session, kind } = command;
    const data = { meetingId, organ: plainOrgan(organ), date, ...withoutUndefined({ session, kind }) };
    return [{ type: 'MeetingRecorded', data }];
  }
  if (state.id === '') throw new Refusal('not-registered', 'the meeting is not registered');
  if (command.type === 'RecordAttendance' || command.type === 'CorrectAttendanceRegistration') {
    return decideAttendance(state, command, context);
  }
  if (isOfMinutes(command)) return decideMinutes(state, command, context);
  const meetingId = state.id;
  const reason = sealedUnder(meetingId)(command.reason);
  if (command.type === 'CancelMeeting') {
    return state.cancelled ? [] : [{ type: 'MeetingCancelled', data: { meetingId, ...withoutUndefined({ reason }) } }];
  }
  const { date, session, kind, clears = [] } = command;
  const organ = command.organ === undefined ? undefined : plainOrgan(command.organ);
  const set = withoutUndefined({ organ, date, session, kind });
  checkSetOrCleared(set, clears);
  const changed = changedFields(state, set);
  const cleared = clears.filter((name) => (name === 'cancelled' ? state.cancelled : state[name] !== undefined));
  if (Object.keys(changed).length + cleared.length === 0) return [];
  const named = cleared.length === 0 ? {} : { clears: cleared };
  const data = { meetingId, ...changed, ...named, ...withoutUndefined({ reason }) };
  return [{ type: 'MeetingRegistrationCorrected', data }];
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
      const { meetingId: _, reason: _why, clears = [], ...corrected } = event.data;
      return { cancelled: false, ...withoutFields(state, clears), ...corrected };
    }
    case 'AttendanceRecorded':
    case 'AttendanceRegistrationCorrected':
      return evolveAttendance(state, event);
    case 'ParagraphsAdjusted':
    case 'ParagraphsAdjustmentRegistrationCorrected':
    case 'ParagraphsNoticePosted':
    case 'ParagraphsNoticeTakenDown':
    case 'ParagraphsNoticeRegistrationCorrected':
      return evolveMinutes(state, event);
    default:
      return state;
  }
}

/**
 * A meeting (sammanträde) of a body. Its paragraphs are decisions; adjustments and notices of sets of paragraphs are told
 * here and carried to them by a policy.
 */
export const meetingAggregate: Aggregate<MeetingState, MeetingCommand, MeetingEvent> = {
  category: 'meeting',
  catalogue: meetingEvents,
  initialState: { id: '', cancelled: false },
  decide,
  evolve,
};
