import { defineEvent, field, knownDay } from '@liggare/kernel';
import { RESPONSIBILITY_ROLES } from './initiative-vocabulary.js';

const initiativeId = field.uuid('The initiative');
const basis = field.basis();

export const ResponsibilityAssigned = defineEvent('ResponsibilityAssigned', {
  sv: 'Ett organ ansvarar för åtgärden; ett nytt huvudansvar avlöser det tidigare den dag det börjar',
  en: 'A body is responsible for the initiative; a new lead takes over from the earlier one the day it begins',
  data: field.object({
    initiativeId,
    responsibilityId: field.uuid('The responsibility'),
    body: field.object(
      {
        groupId: field.optional(field.uuid('The body, when it is in the register')),
        name: field.optional(field.text('Its name, when it is not')),
      },
      { additionalProperties: false, description: 'Who is responsible: a body, never a person' },
    ),
    role: field.oneOf(RESPONSIBILITY_ROLES, 'Lead or co-responsible'),
    from: field.partial('First day'),
    to: field.optional(field.partial('First day it no longer holds; absent: until further notice')),
    basis,
  }),
  validTime: ({ from, to }) => ({ from: knownDay(from), to: to === undefined ? undefined : knownDay(to) }),
});

export const ResponsibilityEnded = defineEvent('ResponsibilityEnded', {
  sv: 'Organet ansvarar inte längre för åtgärden',
  en: 'The body is no longer responsible for the initiative',
  data: field.object({
    initiativeId,
    responsibilityId: field.uuid('The responsibility'),
    to: field.partial('First day it no longer holds'),
    basis,
  }),
  validTime: ({ to }) => ({ from: knownDay(to) }),
});

export const PartnerAdded = defineEvent('PartnerAdded', {
  sv: 'En organisation samverkar i åtgärden',
  en: 'An organisation takes part in the initiative',
  data: field.object({
    initiativeId,
    partnerId: field.uuid('The partnership'),
    name: field.text('Name of the organisation; never of a person'),
    from: field.optional(field.partial('First day; absent when the source does not say')),
    basis,
  }),
  validTime: ({ from }) => ({ from: from === undefined ? undefined : knownDay(from) }),
});

export const PartnerLeft = defineEvent('PartnerLeft', {
  sv: 'Organisationen samverkar inte längre i åtgärden',
  en: 'The organisation no longer takes part in the initiative',
  data: field.object({
    initiativeId,
    partnerId: field.uuid('The partnership'),
    to: field.partial('First day it no longer takes part'),
    basis,
  }),
  validTime: ({ to }) => ({ from: knownDay(to) }),
});
