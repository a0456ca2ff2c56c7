import { defineEvent, field, type EventOf } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';
import { pointNumber } from './identity-fields.js';
import { APPEAL_OUTCOMES } from './legal-force-vocabulary.js';

const decisionId = field.uuid('The decision');
const noticeId = field.uuid('The notice');
const meetingId = field.optional(
  field.uuid('The meeting whose minutes say so of a set of paragraphs; absent: said of this decision'),
);
const adjustmentId = field.optional(field.uuid('The adjustment of the set; absent: of this decision alone'));
const appealId = field.uuid('The appeal');
const points = field.optional(field.list(pointNumber, 'The points it is about; absent: the whole decision'));
const court = field.text('Which court');
const caseNumber = field.optional(field.text("The court's number of the case"));

export const MinutesAdjusted = defineEvent('MinutesAdjusted', {
  sv: 'Protokollet justerades i den del som har beslutet',
  en: 'The part of the minutes with the decision was adjusted',
  data: field.object({
    decisionId,
    on: field.day('Day of the adjustment'),
    immediate: Type.Boolean({
      description: 'Adjusted at once, apart from the rest of the meeting (omedelbar justering)',
    }),
    meetingId,
    adjustmentId,
  }),
  validTime: ({ on }) => ({ from: on }),
});

export const AdjustmentRegisteredInError = defineEvent('AdjustmentRegisteredInError', {
  sv: 'Justeringen var fel registrerad, eller gäller inte denna paragraf',
  en: 'The adjustment was registered in error, or is not of this paragraph',
  corrects: true,
  data: field.object({ decisionId, adjustmentId, reason: field.optional(field.sealed('Why')) }),
});

export const NoticePosted = defineEvent('NoticePosted', {
  sv: 'Justeringen tillkännagavs på anslagstavlan (8 kap. 12 § KL)',
  en: 'The adjustment was announced on the notice board (KL 8:12)',
  data: field.object({
    decisionId,
    noticeId,
    on: field.day('Day it was posted'),
    statedLastDay: field.optional(field.day('Last day to appeal as the notice says; the register computes its own')),
    meetingId,
  }),
  validTime: ({ on }) => ({ from: on }),
});

export const NoticeTakenDown = defineEvent('NoticeTakenDown', {
  sv: 'Anslaget togs ned; för tidigt löper överklagandetiden inte ut (13 kap. 5 § KL)',
  en: 'The notice was taken down; too early, and the time to appeal does not run out (KL 13:5)',
  data: field.object({ decisionId, noticeId, on: field.day('First day it was not there') }),
  validTime: ({ on }) => ({ to: on }),
});

export const NoticeRegisteredInError = defineEvent('NoticeRegisteredInError', {
  sv: 'Anslaget var fel registrerat',
  en: 'The notice was registered in error',
  corrects: true,
  data: field.object({ decisionId, noticeId, reason: field.optional(field.sealed('Why')) }),
});

export const AppealFiled = defineEvent('AppealFiled', {
  sv: 'Beslutet överklagades (13 kap. 1 § KL)',
  en: 'The decision was appealed against (KL 13:1)',
  data: field.object({ decisionId, appealId, points, court, caseNumber, on: field.day('Day the appeal came in') }),
  validTime: ({ on }) => ({ from: on }),
});

export const AppealWentOn = defineEvent('AppealWentOn', {
  sv: 'Avgörandet överklagades till högre instans',
  en: 'The outcome was appealed against to a higher court',
  data: field.object({ decisionId, appealId, court, caseNumber, on: field.day('Day that appeal came in') }),
  validTime: ({ on }) => ({ from: on }),
});

export const AppealClosed = defineEvent('AppealClosed', {
  sv: 'Överklagandet avslogs, avvisades eller återkallades',
  en: 'The appeal was rejected, dismissed or withdrawn',
  data: field.object({
    decisionId,
    appealId,
    outcome: field.oneOf(APPEAL_OUTCOMES, 'What became of it'),
    on: field.day('Day of that'),
    finalOn: field.optional(field.day('Day it became final; absent while a higher court may be asked')),
  }),
  validTime: ({ on }) => ({ from: on }),
});

export const StayGranted = defineEvent('StayGranted', {
  sv: 'Domstolen förordnade att beslutet tills vidare inte får verkställas (inhibition)',
  en: 'The court ordered that the decision may not be carried out for the time being',
  data: field.object({ decisionId, appealId, points, on: field.day('Day of the order') }),
  validTime: ({ on }) => ({ from: on }),
});

export const StayLifted = defineEvent('StayLifted', {
  sv: 'Inhibitionen upphörde',
  en: 'The stay was lifted',
  data: field.object({ decisionId, appealId, on: field.day('First day without it') }),
  validTime: ({ on }) => ({ to: on }),
});

export const legalForceEvents = [
  MinutesAdjusted,
  AdjustmentRegisteredInError,
  NoticePosted,
  NoticeTakenDown,
  NoticeRegisteredInError,
  AppealFiled,
  AppealWentOn,
  AppealClosed,
  StayGranted,
  StayLifted,
] as const;

export type LegalForceEvent = EventOf<(typeof legalForceEvents)[number]>;
