import { defineEvent, field, type EventOf } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';
import { nameFields } from './named-person.js';

/**
 * As what the minutes have somebody: `serving-substitute` decides in the place of a member, `non-serving-substitute`
 * is there only. `acting-chair` presided instead of the chair: service at one meeting, never an appointment (edge case
 * 30). `disqualified` (jäv, KL 5:47, 6:28–30) took no part in the paragraphs and was not present. `adjuster` adjusts
 * (justerar) the minutes. `other`: an official, a speaker.
 */
export const ATTENDANCE_ROLES = [
  'member',
  'serving-substitute',
  'non-serving-substitute',
  'chair',
  'acting-chair',
  'adjuster',
  'secretary',
  'other',
  'absent',
  'disqualified',
] as const;
export type AttendanceRole = (typeof ATTENDANCE_ROLES)[number];

/** What a correction of the registration may take away. */
export const ATTENDANCE_CLEARABLE = ['personId', 'name', 'servesFor', 'spans', 'note'] as const;
export type AttendanceClearable = (typeof ATTENDANCE_CLEARABLE)[number];

const meetingId = field.uuid('The meeting');
const entryId = field.uuid('The line of the list');
const role = field.oneOf(ATTENDANCE_ROLES, 'As what');

const Span = field.object(
  { from: field.optional(field.text('First §')), to: field.optional(field.text('Last §, which it includes')) },
  { additionalProperties: false },
);

const facts = {
  ...nameFields,
  servesFor: field.optional(
    field.object(nameFields, { additionalProperties: false, description: 'In whose place, when the minutes say' }),
  ),
  spans: field.optional(field.list(Span, 'Which paragraphs; absent: the whole meeting')),
  note: field.optional(field.sealed('What else the minutes say of it, e.g. "kom kl. 13.10"')),
};

export const AttendanceRecorded = defineEvent('AttendanceRecorded', {
  sv: 'Protokollets uppgifter om vilka som var med har förts in: beslutande, ersättare, frånvarande, jäv, justerare',
  en: 'What the minutes say of attendance was entered: members, substitutes, absent, disqualified, adjusters',
  data: field.object({
    meetingId,
    entries: field.list(
      field.object({ entryId, role, ...facts }, { additionalProperties: false }),
      'Line by line; a person may have several, of different paragraphs',
    ),
    sourceNote: field.optional(field.sealed('From which paper it was taken, and what that does not say')),
  }),
});

export const AttendanceRegistrationCorrected = defineEvent('AttendanceRegistrationCorrected', {
  sv: 'Registret hade återgett en närvarouppgift fel; vad som hände på sammanträdet är oförändrat',
  en: 'The register had rendered a line of the attendance wrongly; what happened at the meeting is unchanged',
  corrects: true,
  data: field.object({
    meetingId,
    entryId,
    role: field.optional(role),
    ...facts,
    clears: field.optional(field.list(field.oneOf(ATTENDANCE_CLEARABLE, 'A field'), 'What the minutes do not say')),
    withdrawn: field.optional(Type.Literal(true, { description: 'The minutes of this meeting have no such line' })),
    reason: field.optional(field.sealed('Why the registration was wrong')),
  }),
});

export const attendanceEvents = [AttendanceRecorded, AttendanceRegistrationCorrected] as const;

export type AttendanceEvent = EventOf<(typeof attendanceEvents)[number]>;
