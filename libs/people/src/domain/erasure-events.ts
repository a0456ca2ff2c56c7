import { defineEvent, EventCatalogue, field, type EventOf } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';
import { ERASURE_GROUNDS, REFUSAL_GROUNDS } from './erasure-grounds.js';

const erasureId = field.uuid('The erasure');
const subjectId = field.uuid('Whose personal data: the person or document that the values are sealed under');
const authority = field.text('The body that decided it; never a person’s name');

export const ErasureRequested = defineEvent('ErasureRequested', {
  sv: 'Någon begär att personuppgifter raderas, eller en gallring ska prövas',
  en: 'Somebody asks for personal data to be erased, or a disposal is to be tried',
  classification: 'restricted',
  data: field.object({
    erasureId,
    subjectId,
    ground: field.oneOf(ERASURE_GROUNDS, 'What the request rests on'),
    text: field.optional(field.sealed('The request in words; forgotten with the subject')),
  }),
});

export const ErasureRefused = defineEvent('ErasureRefused', {
  sv: 'Begäran om radering avslås; uppgifterna bevaras',
  en: 'The request for erasure is refused; the data stays',
  classification: 'restricted',
  data: field.object({
    erasureId,
    subjectId,
    ground: field.oneOf(REFUSAL_GROUNDS, 'Why the data must stay'),
    authority,
    text: field.optional(field.sealed('The reasons in words')),
    decision: field.basis(),
  }),
});

export const SubjectKeyErased = defineEvent('SubjectKeyErased', {
  sv: 'En nyckel är förstörd: det som förslutits under den kan ingen längre läsa, och loggen är oförändrad',
  en: 'A key was destroyed: nobody can read any more what was sealed under it, and the log is unchanged',
  classification: 'internal',
  data: field.object({
    erasureId,
    subjectId,
    keyId: field.text('The key, as it stands beside the sealed values: subject/generation'),
    keyCommitment: field.text('base64url SHA-256("kc" ‖ key): names the key without telling it'),
    authority,
    legalBasis: field.text('The provision or disposal rule it rests on; never a person’s name'),
    decision: field.basis(),
    on: field.day('Day on which the key was destroyed'),
    affectedCount: Type.Integer({ minimum: 0, description: 'How many values were sealed under the key' }),
    affectedDigest: field.text('base64url SHA-256 of the canonical JSON (JCS) of the sorted digests of these values'),
  }),
  validTime: ({ on }) => ({ from: on }),
});

export const ErasureCompleted = defineEvent('ErasureCompleted', {
  sv: 'Den sista säkerhetskopian som höll nyckeln finns inte längre: raderingen är fullbordad',
  en: 'The last backup that held the key is gone: the erasure is complete',
  classification: 'internal',
  data: field.object({ erasureId, subjectId, on: field.day('Day on which the last backup was gone') }),
  validTime: ({ on }) => ({ from: on }),
});

export const erasureEvents = new EventCatalogue([ErasureRequested, ErasureRefused, SubjectKeyErased, ErasureCompleted]);

export type ErasureEvent = EventOf<(typeof erasureEvents.definitions)[number]>;
