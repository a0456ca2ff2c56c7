import { defineEvent, EventCatalogue, field, knownDay, type EventOf } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';
import { CAUSE_FACTORS, PROBLEM_LEVELS } from './problem-vocabulary.js';

const problemId = field.uuid('The problem');
const basis = field.basis();
const reason = field.optional(field.sealed('Why; sealed, for it may name people'));
const title = field.text('What it is called; names no person');
const description = field.optional(field.sealed('What is known of it; sealed, for it may be secret or name people'));
const publicSummary = field.optional(field.text('What anybody may read of it; names no person'));
const secrecy = field.optional(field.text('Statute by which the description is secret; absent: none was stated'));
const areas = field.list(field.text('Code or name of an area'), 'Where it shows');
const targetGroup = field.optional(field.text('Whom it concerns: a group, never a person'));
const level = field.optional(field.oneOf(PROBLEM_LEVELS, 'Where it shows'));
const firstNoticed = field.optional(field.partial('When it was first noticed, as well as it is known'));
const content = { description, publicSummary, secrecy, targetGroup, level };
const changes = { title: field.optional(title), ...content, areas: field.optional(areas) };
const factor = field.oneOf(CAUSE_FACTORS, 'A risk factor or a protective one');

export const ProblemRegistered = defineEvent('ProblemRegistered', {
  sv: 'Ett problem har tagits upp i registret',
  en: 'A problem was entered in the register',
  data: field.object({
    problemId,
    registrationId: field.uuid('The registration, so that a correction can say what it corrects'),
    ...{ title, ...content, areas, firstNoticed },
  }),
  validTime: ({ firstNoticed: since }) => ({ from: since === undefined ? undefined : knownDay(since) }),
});

export const ProblemRevised = defineEvent('ProblemRevised', {
  sv: 'Bilden av problemet är en annan från en dag; det som inte nämns står kvar',
  en: 'The picture of the problem is another from a day on; what is not mentioned stays',
  data: field.object({
    problemId,
    revisionId: field.uuid('The revision, so that a correction can say which one it corrects'),
    from: field.day('First day of the new picture'),
    ...changes,
    basis,
  }),
  validTime: ({ from }) => ({ from }),
});

export const CauseIdentified = defineEvent('CauseIdentified', {
  sv: 'Orsaksanalysen har funnit en orsak till problemet',
  en: 'The analysis found a cause of the problem',
  data: field.object({
    problemId,
    causeId: field.uuid('The cause, so that initiatives can say which one they work on'),
    text: field.text('The cause in words; names no person'),
    factor,
    from: field.optional(field.partial('Since when it is held to be a cause; absent when the source does not say')),
    basis,
  }),
  validTime: ({ from }) => ({ from: from === undefined ? undefined : knownDay(from) }),
});

export const CauseWithdrawn = defineEvent('CauseWithdrawn', {
  sv: 'Det hålls inte längre för en orsak till problemet',
  en: 'It is no longer held to be a cause of the problem',
  data: field.object({
    problemId,
    causeId: field.uuid('The cause'),
    to: field.partial('First day it is no longer held to be a cause'),
    reason,
    basis,
  }),
  validTime: ({ to }) => ({ from: knownDay(to) }),
});

export const ProblemClosed = defineEvent('ProblemClosed', {
  sv: 'Problemet är avskrivet från en dag',
  en: 'The problem is closed from a day on',
  data: field.object({
    problemId,
    stepId: field.uuid('The dated step, so that a correction can say which one it corrects'),
    on: field.partial('First day it is no longer held to be a problem'),
    reason,
    basis,
  }),
  validTime: ({ on }) => ({ from: knownDay(on) }),
});

export const ProblemReopened = defineEvent('ProblemReopened', {
  sv: 'Problemet är aktuellt igen från en dag',
  en: 'The problem is open again from a day on',
  data: field.object({
    problemId,
    stepId: field.uuid('The dated step, so that a correction can say which one it corrects'),
    on: field.partial('First day it is held to be a problem again'),
    reason,
    basis,
  }),
  validTime: ({ on }) => ({ from: knownDay(on) }),
});

export const ProblemRegistrationCorrected = defineEvent('ProblemRegistrationCorrected', {
  sv: 'Registrets uppgift om problemet var fel; problemet självt är oförändrat',
  en: 'What the register said of the problem was wrong; the problem itself is unchanged',
  corrects: true,
  data: field.object({
    problemId,
    corrects: field.uuid('Id of the fact (registration, revision, cause or dated step) that was wrong'),
    ...changes,
    firstNoticed,
    text: field.optional(field.text('The right words of a cause')),
    factor: field.optional(factor),
    on: field.optional(field.partial('The right date of a closing or reopening')),
    withdrawn: field.optional(Type.Literal(true, { description: 'The fact was registered by mistake' })),
    reason,
  }),
});

export const problemEvents = new EventCatalogue([
  ProblemRegistered,
  ProblemRevised,
  CauseIdentified,
  CauseWithdrawn,
  ProblemClosed,
  ProblemReopened,
  ProblemRegistrationCorrected,
] as const);

export type ProblemEvent = EventOf<(typeof problemEvents.definitions)[number]>;
