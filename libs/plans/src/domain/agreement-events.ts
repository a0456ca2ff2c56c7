import { defineEvent, EventCatalogue, field, knownDay, type EventOf } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';

const agreementId = field.uuid('The agreement');
const party = field.object({
  groupId: field.optional(field.uuid('A body of the register')),
  name: field.optional(field.text('An organisation outside it, e.g. the police')),
  signedAs: field.optional(field.text('The function that signed; never a person')),
});
const content = {
  title: field.text('What it is called; names no person'),
  parties: field.list(party, 'Who agreed'),
  purposes: field.list(field.text('A purpose'), 'For what (lag 2023:196 9 §)'),
  areas: field.list(field.text('An area of cooperation'), 'Within what (lag 2023:196 9 §)'),
  signedOn: field.partial('When it was signed'),
  from: field.optional(field.partial('First day it holds; absent: from the signing')),
  to: field.optional(field.partial('First day it no longer holds; absent: until further notice')),
  documentHash: field.optional(field.text('SHA-256 of the document, hex')),
};

export const AgreementSigned = defineEvent('AgreementSigned', {
  sv: 'En överenskommelse om samverkan är ingången',
  en: 'An agreement on cooperation was signed',
  data: field.object({
    agreementId,
    registrationId: field.uuid('The registration, so that a correction can say what it corrects'),
    ...content,
    basis: field.basis(),
  }),
  validTime: ({ from, signedOn, to }) => ({ from: knownDay(from ?? signedOn), ...(to ? { to: knownDay(to) } : {}) }),
});

export const AgreementRenewed = defineEvent('AgreementRenewed', {
  sv: 'Överenskommelsen är förlängd',
  en: 'The agreement was prolonged',
  data: field.object({
    agreementId,
    factId: field.uuid('This renewal'),
    on: field.partial('When it was renewed'),
    to: field.optional(field.partial('First day it no longer holds; absent: until further notice')),
    basis: field.basis(),
  }),
  validTime: ({ on }) => ({ from: knownDay(on) }),
});

export const AgreementTerminated = defineEvent('AgreementTerminated', {
  sv: 'Överenskommelsen har upphört i förtid',
  en: 'The agreement ended before its time',
  data: field.object({
    agreementId,
    factId: field.uuid('This end'),
    on: field.partial('First day it no longer holds'),
    reason: field.optional(field.sealed('Why; sealed, for it may name people')),
    basis: field.basis(),
  }),
  validTime: ({ on }) => ({ from: knownDay(on) }),
});

export const AgreementFollowedUp = defineEvent('AgreementFollowedUp', {
  sv: 'Överenskommelsen är följd upp',
  en: 'The agreement was followed up',
  data: field.object({
    agreementId,
    factId: field.uuid('This follow-up'),
    on: field.partial('When it was followed up'),
    publicSummary: field.optional(field.text('What anybody may read of it; names no person')),
    details: field.optional(field.sealed('What was found; sealed, for it may be secret or name people')),
    basis: field.basis(),
  }),
  validTime: ({ on }) => ({ from: knownDay(on) }),
});

export const AgreementRegistrationCorrected = defineEvent('AgreementRegistrationCorrected', {
  sv: 'Registrets uppgift om överenskommelsen var fel; den själv är oförändrad',
  en: 'What the register said of the agreement was wrong; the agreement itself is unchanged',
  corrects: true,
  data: field.object({
    agreementId,
    corrects: field.uuid('The registration, renewal, end or follow-up that was registered wrongly'),
    title: field.optional(content.title),
    parties: field.optional(content.parties),
    purposes: field.optional(content.purposes),
    areas: field.optional(content.areas),
    signedOn: field.optional(content.signedOn),
    from: content.from,
    to: content.to,
    documentHash: content.documentHash,
    on: field.optional(field.partial('The right date of a renewal, end or follow-up')),
    withdrawn: field.optional(Type.Literal(true, { description: 'There was no such renewal, end or follow-up' })),
    reason: field.optional(field.sealed('Why; sealed, for it may name people')),
  }),
});

export const agreementEvents = new EventCatalogue([
  AgreementSigned,
  AgreementRenewed,
  AgreementTerminated,
  AgreementFollowedUp,
  AgreementRegistrationCorrected,
] as const);
export type AgreementEvent = EventOf<(typeof agreementEvents.definitions)[number]>;
