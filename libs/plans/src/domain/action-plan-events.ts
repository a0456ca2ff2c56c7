import { defineEvent, EventCatalogue, field, knownDay, type EventOf } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';

const actionPlanId = field.uuid('The action plan');
const versionId = field.uuid('The version, so that follow-ups and corrections can say which one they are about');
const item = field.object({
  itemId: field.uuid('The item; the same in every version that keeps it'),
  initiativeId: field.optional(field.uuid('The initiative of the register that carries it out')),
  text: field.text('What is to be done; names no person'),
  bodyGroupId: field.optional(field.uuid('The body that answers for it')),
  bodyName: field.optional(field.text('Name of a body outside the register')),
  by: field.optional(field.partial('When it is to be done')),
  expectedEffect: field.optional(field.text('What it is to change')),
});
const restsOn = field.object({
  situationReportId: field.uuid('The situation report that the plan rests on'),
  version: Type.Integer({ minimum: 1, description: 'Which version of it' }),
});
const content = {
  title: field.text('What it is called; names no person'),
  adoptedOn: field.partial('When it was decided, as well as it is known'),
  from: field.optional(field.partial('First day it applies; absent: from its adoption')),
  to: field.optional(field.partial('First day it no longer applies; absent: until the next')),
  restsOn: field.optional(restsOn),
  items: field.list(item, 'What the municipality means to do'),
  documentHash: field.optional(field.text('SHA-256 of the document, hex')),
};
const followUp = {
  on: field.partial('When it was followed up'),
  periodFrom: field.optional(field.partial('First day of the time that was looked at')),
  periodTo: field.optional(field.partial('First day after it')),
  publicSummary: field.optional(field.text('What anybody may read of it; names no person')),
  details: field.optional(field.sealed('What was found; sealed, for it may be secret or name people')),
};

export const ActionPlanAdopted = defineEvent('ActionPlanAdopted', {
  sv: 'En åtgärdsplan är beslutad: en ny version',
  en: 'An action plan was decided: a new version',
  data: field.object({
    actionPlanId,
    versionId,
    version: Type.Integer({ minimum: 1, description: 'Number of the version, from 1' }),
    ...content,
    basis: field.basis(),
  }),
  validTime: ({ from, adoptedOn, to }) => ({ from: knownDay(from ?? adoptedOn), ...(to ? { to: knownDay(to) } : {}) }),
});

export const ActionPlanFollowedUp = defineEvent('ActionPlanFollowedUp', {
  sv: 'Åtgärdsplanen är följd upp',
  en: 'The action plan was followed up',
  data: field.object({ actionPlanId, followUpId: field.uuid('This follow-up'), ...followUp, basis: field.basis() }),
  validTime: ({ on }) => ({ from: knownDay(on) }),
});

export const ActionPlanRegistrationCorrected = defineEvent('ActionPlanRegistrationCorrected', {
  sv: 'Registrets uppgift om en version eller en uppföljning var fel; planen själv är oförändrad',
  en: 'What the register said of a version or a follow-up was wrong; the plan itself is unchanged',
  corrects: true,
  data: field.object({
    actionPlanId,
    corrects: field.uuid('The version or follow-up that was registered wrongly'),
    title: field.optional(content.title),
    adoptedOn: field.optional(content.adoptedOn),
    from: content.from,
    to: content.to,
    restsOn: content.restsOn,
    items: field.optional(content.items),
    documentHash: content.documentHash,
    on: field.optional(followUp.on),
    periodFrom: followUp.periodFrom,
    periodTo: followUp.periodTo,
    publicSummary: followUp.publicSummary,
    details: followUp.details,
    withdrawn: field.optional(Type.Literal(true, { description: 'There was no such version or follow-up' })),
    reason: field.optional(field.sealed('Why; sealed, for it may name people')),
  }),
});

export const actionPlanEvents = new EventCatalogue([
  ActionPlanAdopted,
  ActionPlanFollowedUp,
  ActionPlanRegistrationCorrected,
] as const);
export type ActionPlanEvent = EventOf<(typeof actionPlanEvents.definitions)[number]>;
