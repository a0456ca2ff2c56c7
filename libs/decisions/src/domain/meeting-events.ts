import { defineEvent, EventCatalogue, field, knownDay, type EventOf } from '@liggare/kernel';
import { attendanceEvents } from './attendance-events.js';
import { minutesEvents } from './minutes-events.js';
import { Organ } from './organ.js';

const meetingId = field.uuid('The meeting');
const date = field.partial('The day, as well as it is known');
const session = field.optional(field.text('Tells several meetings of one day apart, e.g. "2" or "extra"'));

/** In the body's calendar, or called beside it (extra sammanträde). */
export const MEETING_KINDS = ['ordinary', 'extra'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

const kind = field.optional(field.oneOf(MEETING_KINDS, 'What kind of meeting; absent when not known'));

/** What a correction of the registration may take away; `cancelled`: it was held after all. */
export const MEETING_CLEARABLE = ['session', 'kind', 'cancelled'] as const;
export type MeetingClearable = (typeof MEETING_CLEARABLE)[number];

export const MeetingRecorded = defineEvent('MeetingRecorded', {
  sv: 'Ett sammanträde har tagits upp i registret',
  en: 'A meeting was entered in the register',
  data: field.object({ meetingId, organ: Organ, date, session, kind }),
  validTime: ({ date }) => ({ from: knownDay(date) }),
});

export const MeetingCancelled = defineEvent('MeetingCancelled', {
  sv: 'Sammanträdet blev inte av',
  en: 'The meeting did not take place',
  data: field.object({ meetingId, reason: field.optional(field.sealed('Why')) }),
});

export const MeetingRegistrationCorrected = defineEvent('MeetingRegistrationCorrected', {
  sv: 'Registrets uppgift om sammanträdet var fel',
  en: "The register's entry of the meeting was wrong",
  corrects: true,
  data: field.object({
    meetingId,
    organ: field.optional(Organ),
    date: field.optional(date),
    session,
    kind,
    clears: field.optional(
      field.list(field.oneOf(MEETING_CLEARABLE, 'A field'), 'What is not known, or not so, after all'),
    ),
    reason: field.optional(field.sealed('Why the registration was wrong')),
  }),
});

export const meetingEvents = new EventCatalogue([
  MeetingRecorded,
  MeetingCancelled,
  MeetingRegistrationCorrected,
  ...attendanceEvents,
  ...minutesEvents,
]);

export type MeetingEvent = EventOf<(typeof meetingEvents.definitions)[number]>;
