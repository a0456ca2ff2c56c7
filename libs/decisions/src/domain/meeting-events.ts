import { defineEvent, EventCatalogue, field, knownDay, type EventOf } from '@liggare/kernel';
import { Organ } from './organ.js';

const meetingId = field.uuid('The meeting');
const date = field.partial('The day, as well as it is known');
const session = field.optional(field.text('Tells several meetings of one day apart, e.g. "2" or "extra"'));

export const MeetingRecorded = defineEvent('MeetingRecorded', {
  sv: 'Ett sammanträde har tagits upp i registret',
  en: 'A meeting was entered in the register',
  data: field.object({ meetingId, organ: Organ, date, session }),
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
  data: field.object({
    meetingId,
    organ: field.optional(Organ),
    date: field.optional(date),
    session,
    reason: field.optional(field.sealed('Why the registration was wrong')),
  }),
});

export const meetingEvents = new EventCatalogue([MeetingRecorded, MeetingCancelled, MeetingRegistrationCorrected]);

export type MeetingEvent = EventOf<(typeof meetingEvents.definitions)[number]>;
