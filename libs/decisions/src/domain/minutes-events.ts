import { defineEvent, field, type EventOf } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';

/** What a correction of the registration may take away. */
export const ADJUSTMENT_CLEARABLE = ['paragraphs'] as const;
export type AdjustmentClearable = (typeof ADJUSTMENT_CLEARABLE)[number];

/** The same of a notice; `takenDownOn`: it was still there. */
export const NOTICE_CLEARABLE = ['paragraphs', 'adjustmentId', 'statedLastDay', 'replaces', 'takenDownOn'] as const;
export type NoticeClearable = (typeof NOTICE_CLEARABLE)[number];

const meetingId = field.uuid('The meeting');
const adjustmentId = field.uuid('The adjustment of this set of paragraphs');
const noticeId = field.uuid('The notice; the decisions it announces know it by the same id');
const named = field.list(field.text('A § or a span of them, e.g. 12 or 14–18'), 'The paragraphs, as minutes name them');
const paragraphs = field.optional(named);
const adjustedOn = field.day('Day of the adjustment');
const immediate = Type.Boolean({
  description: 'Adjusted at once, apart from the rest of the meeting (omedelbar justering)',
});
const postedOn = field.day('Day it was posted');
const statedLastDay = field.optional(field.day('Last day to appeal as the notice says; the register computes its own'));
const announced = {
  paragraphs,
  adjustmentId: field.optional(field.uuid('It announces what was adjusted then, besides the paragraphs it names')),
};
const replaces = field.optional(field.uuid('The notice in whose place it was posted'));
const withdrawn = field.optional(Type.Literal(true, { description: 'There was none' }));
const reason = field.optional(field.sealed('Why the registration was wrong'));

export const ParagraphsAdjusted = defineEvent('ParagraphsAdjusted', {
  sv: 'Protokollet justerades i dessa paragrafer; utan paragrafer: i dem som ingen annan justering nämner',
  en: 'The minutes were adjusted in these paragraphs; without any: in those that no other adjustment names',
  data: field.object({ meetingId, adjustmentId, paragraphs, on: adjustedOn, immediate }),
  validTime: ({ on }) => ({ from: on }),
});

export const ParagraphsAdjustmentRegistrationCorrected = defineEvent('ParagraphsAdjustmentRegistrationCorrected', {
  sv: 'Registrets uppgift om justeringen av paragraferna var fel',
  en: "The register's entry of the adjustment of the paragraphs was wrong",
  corrects: true,
  data: field.object({
    meetingId,
    adjustmentId,
    paragraphs,
    on: field.optional(adjustedOn),
    immediate: field.optional(immediate),
    clears: field.optional(field.list(field.oneOf(ADJUSTMENT_CLEARABLE, 'A field'), 'What it does not say')),
    withdrawn,
    reason,
  }),
});

export const ParagraphsNoticePosted = defineEvent('ParagraphsNoticePosted', {
  sv: 'Justeringen av paragraferna tillkännagavs på anslagstavlan (8 kap. 12 § KL); utan paragrafer: hela protokollet',
  en: 'The adjustment of the paragraphs was announced on the notice board (KL 8:12); without any: all of the minutes',
  data: field.object({ meetingId, noticeId, ...announced, on: postedOn, statedLastDay, replaces }),
  validTime: ({ on }) => ({ from: on }),
});

export const ParagraphsNoticeTakenDown = defineEvent('ParagraphsNoticeTakenDown', {
  sv: 'Anslaget om paragraferna togs ned; för tidigt löper överklagandetiden inte ut (13 kap. 5 § KL)',
  en: 'The notice of the paragraphs was taken down; too early, and the time to appeal does not run out (KL 13:5)',
  data: field.object({ meetingId, noticeId, on: field.day('First day it was not there') }),
  validTime: ({ on }) => ({ to: on }),
});

export const ParagraphsNoticeRegistrationCorrected = defineEvent('ParagraphsNoticeRegistrationCorrected', {
  sv: 'Registrets uppgift om anslaget var fel',
  en: "The register's entry of the notice was wrong",
  corrects: true,
  data: field.object({
    meetingId,
    noticeId,
    ...announced,
    on: field.optional(postedOn),
    statedLastDay,
    replaces,
    takenDownOn: field.optional(field.day('First day it was not there')),
    clears: field.optional(field.list(field.oneOf(NOTICE_CLEARABLE, 'A field'), 'What it does not say')),
    withdrawn,
    reason,
  }),
});

export const minutesEvents = [
  ParagraphsAdjusted,
  ParagraphsAdjustmentRegistrationCorrected,
  ParagraphsNoticePosted,
  ParagraphsNoticeTakenDown,
  ParagraphsNoticeRegistrationCorrected,
] as const;

export type MinutesEvent = EventOf<(typeof minutesEvents)[number]>;
