import { defineEvent, EventCatalogue, field, knownDay, type EventOf } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';
import { DUTIES, REPORTED_SUBJECTS } from './plans-vocabulary.js';

const coordinationId = field.uuid('The municipality’s coordination');
const factId = field.uuid('This fact, so that an end or a correction can say which one it is about');

export const DutyDesignated = defineEvent('DutyDesignated', {
  sv: 'Någon har fått en uppgift enligt lagen: leda arbetet, samordna, eller vara strategiskt råd',
  en: 'Somebody was given a duty by the act: to lead the work, to coordinate, or to be the strategic council',
  data: field.object({
    coordinationId,
    factId,
    duty: field.oneOf(DUTIES, 'Which duty (lag 2023:196 10, 11, 13 §§)'),
    groupId: field.optional(field.uuid('The body, when it is in the register')),
    name: field.optional(field.text('The function or body, e.g. trygghetssamordnare; never a person')),
    from: field.partial('First day'),
    basis: field.basis(),
  }),
  validTime: ({ from }) => ({ from: knownDay(from) }),
});

export const DutyEnded = defineEvent('DutyEnded', {
  sv: 'Någon har inte längre uppgiften',
  en: 'Somebody no longer has the duty',
  data: field.object({
    coordinationId,
    factId,
    ends: field.uuid('The designation that ended'),
    on: field.partial('First day without it'),
    basis: field.basis(),
  }),
  validTime: ({ on }) => ({ from: knownDay(on) }),
});

export const CouncilInformed = defineEvent('CouncilInformed', {
  sv: 'Det brottsförebyggande arbetet är rapporterat till kommunfullmäktige',
  en: 'The council was reported to on the preventive work',
  data: field.object({
    coordinationId,
    factId,
    on: field.partial('When'),
    about: field.oneOf(REPORTED_SUBJECTS, 'What the report was on'),
    publicSummary: field.optional(field.text('What was reported; names no person')),
    documentHash: field.optional(field.text('SHA-256 of the report, hex')),
    basis: field.basis(),
  }),
  validTime: ({ on }) => ({ from: knownDay(on) }),
});

export const CoordinationRegistrationCorrected = defineEvent('CoordinationRegistrationCorrected', {
  sv: 'Registrets uppgift om samordningen var fel; den själv är oförändrad',
  en: 'What the register said of the coordination was wrong; it is itself unchanged',
  corrects: true,
  data: field.object({
    coordinationId,
    corrects: field.uuid('The designation, end or report that was registered wrongly'),
    groupId: field.optional(field.uuid('The right body')),
    name: field.optional(field.text('The right function or body')),
    from: field.optional(field.partial('The right first day of a designation')),
    on: field.optional(field.partial('The right date of an end or a report')),
    withdrawn: field.optional(Type.Literal(true, { description: 'There was no such fact' })),
    reason: field.optional(field.sealed('Why; sealed, for it may name people')),
  }),
});

export const coordinationEvents = new EventCatalogue([
  DutyDesignated,
  DutyEnded,
  CouncilInformed,
  CoordinationRegistrationCorrected,
] as const);
export type CoordinationEvent = EventOf<(typeof coordinationEvents.definitions)[number]>;
