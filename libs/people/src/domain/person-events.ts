import { defineEvent, EventCatalogue, field, knownDay, type EventOf } from '@liggare/kernel';
import { PersonMergeUndone, PersonsMerged } from './merge-events.js';
import { IdentityProtected, IdentityProtectionLifted } from './protection.js';

const personId = field.uuid('The person; also whose key seals the name. Contact details have a key of their own');
const givenName = field.sealed('Given name or names');
const familyName = field.sealed('Family name');
const nameId = field.uuid('The name, so that a correction can say which one it corrects');
const affiliationId = field.uuid('The affiliation, so that its end or a correction can say which one it is about');
const deathId = field.uuid('The registration of the death, so that a correction can say what it corrects');
const corrects = field.uuid('Id of the fact (name, affiliation or death) whose registration this corrects');
const reason = field.optional(field.sealed('Why the registration was wrong'));
const since = 'First day it holds; absent when the source does not say since when';

export const PersonRegistered = defineEvent('PersonRegistered', {
  sv: 'En person har tagits upp i registret, med det namn hen är känd under',
  en: 'A person was entered in the register, under the name the person is known by',
  classification: 'internal',
  data: field.object({ personId, nameId, givenName, familyName }),
});

export const NameChanged = defineEvent('NameChanged', {
  sv: 'Personen bär ett nytt namn från en dag; äldre protokoll behåller namnet som gällde då',
  en: 'The person bears a new name from a day on; earlier minutes keep the name of their day',
  classification: 'internal',
  data: field.object({ personId, nameId, givenName, familyName, from: field.day('First day of the new name') }),
  validTime: ({ from }) => ({ from }),
});

export const NameCorrected = defineEvent('NameCorrected', {
  sv: 'Registrets uppgift om ett namn var fel och ersätts i sin helhet',
  en: "The register's entry of a name was wrong and is replaced as a whole",
  corrects: true,
  classification: 'internal',
  data: field.object({
    personId,
    corrects,
    givenName,
    familyName,
    from: field.optional(field.day(since)),
    reason,
  }),
  validTime: ({ from }) => ({ from }),
});

export const ContactDetailsChanged = defineEvent('ContactDetailsChanged', {
  sv: 'Personens kontaktuppgifter är dessa; uppgifter som inte nämns gäller inte längre',
  en: "These are the person's contact details; what is not mentioned no longer holds",
  classification: 'restricted',
  retentionClass: 'until-disposal-decision',
  data: field.object({
    personId,
    email: field.optional(field.sealed('E-mail address')),
    phone: field.optional(field.sealed('Telephone number')),
    postalAddress: field.optional(field.sealed('Postal address, lines separated by line feeds')),
  }),
});

export const AffiliationStarted = defineEvent('AffiliationStarted', {
  sv: 'Personen företräder ett parti från en dag',
  en: 'The person represents a party from a day on',
  classification: 'internal',
  data: field.object({
    personId,
    affiliationId,
    partyId: field.uuid('The party'),
    from: field.optional(field.day(since)),
  }),
  validTime: ({ from }) => ({ from }),
});

export const AffiliationEnded = defineEvent('AffiliationEnded', {
  sv: 'Personen företräder inte längre partiet; platser i grupper påverkas inte',
  en: 'The person no longer represents the party; seats in groups are not touched by it',
  classification: 'internal',
  data: field.object({ personId, affiliationId, to: field.day('First day it no longer holds') }),
  validTime: ({ to }) => ({ to }),
});

export const AffiliationCorrected = defineEvent('AffiliationCorrected', {
  sv: 'Registrets uppgift om en partitillhörighet var fel och ersätts i sin helhet',
  en: "The register's entry of an affiliation was wrong and is replaced as a whole",
  corrects: true,
  classification: 'internal',
  data: field.object({
    personId,
    corrects,
    partyId: field.uuid('The party'),
    from: field.optional(field.day(since)),
    to: field.optional(field.day('First day it no longer holds; absent while it lasts')),
    reason,
  }),
  validTime: ({ from, to }) => ({ from, to }),
});

export const AffiliationRetracted = defineEvent('AffiliationRetracted', {
  sv: 'En partitillhörighet registrerades av misstag och har aldrig funnits',
  en: 'An affiliation was registered by mistake and never was',
  corrects: true,
  classification: 'internal',
  data: field.object({ personId, corrects, reason }),
});

export const PersonDied = defineEvent('PersonDied', {
  sv: 'Personen har avlidit; inget beslut behövs',
  en: 'The person died; no decision is needed',
  classification: 'internal',
  data: field.object({ personId, deathId, on: field.partial('The day, as well as it is known') }),
  validTime: ({ on }) => ({ from: knownDay(on) }),
});

export const DeathCorrected = defineEvent('DeathCorrected', {
  sv: 'Registrets uppgift om dödsdagen var fel',
  en: "The register's entry of the day of death was wrong",
  corrects: true,
  classification: 'internal',
  data: field.object({ personId, corrects, on: field.partial('The day, as well as it is known'), reason }),
  validTime: ({ on }) => ({ from: knownDay(on) }),
});

export const DeathRetracted = defineEvent('DeathRetracted', {
  sv: 'Dödsfallet registrerades av misstag',
  en: 'The death was registered by mistake',
  corrects: true,
  classification: 'internal',
  data: field.object({ personId, corrects, reason }),
});

export const PersonRegisteredInError = defineEvent('PersonRegisteredInError', {
  sv: 'Personen togs upp i registret av misstag; posten gäller ingen',
  en: 'The person was entered in the register by mistake; the entry is about nobody',
  corrects: true,
  classification: 'internal',
  data: field.object({ personId, reason }),
});

export { IdentityProtected, IdentityProtectionLifted, PersonMergeUndone, PersonsMerged };

export const personEvents = new EventCatalogue([
  PersonRegistered,
  NameChanged,
  NameCorrected,
  ContactDetailsChanged,
  AffiliationStarted,
  AffiliationEnded,
  AffiliationCorrected,
  AffiliationRetracted,
  PersonDied,
  DeathCorrected,
  DeathRetracted,
  PersonsMerged,
  PersonMergeUndone,
  PersonRegisteredInError,
  IdentityProtected,
  IdentityProtectionLifted,
]);

export type PersonEvent = EventOf<(typeof personEvents.definitions)[number]>;
