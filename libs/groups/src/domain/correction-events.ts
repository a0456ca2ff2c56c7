import { defineEvent, field } from '@liggare/kernel';
import { LEGAL_FORMS, MISTAKES, ROLES } from './vocabulary.js';

const mistake = field.optional(field.oneOf(MISTAKES, 'How the registration came to be wrong'));
const roleId = field.uuid('The assignment whose registration this corrects');
const appointmentId = field.uuid('The appointment that carries the role');

/** What a correction of a group can take away altogether. */
export const CLEARABLE_OF_GROUP = ['to', 'appointingBody', 'appointingBodyId', 'predecessorId', 'dissolution'] as const;
export type ClearableOfGroup = (typeof CLEARABLE_OF_GROUP)[number];

export const RoleCorrected = defineEvent('RoleCorrected', {
  sv: 'Registrets uppgift om en roll var fel; beslutet är oförändrat',
  en: "The register's entry of a role was wrong; the decision is unchanged",
  corrects: true,
  data: field.object({
    roleId,
    appointmentId,
    role: field.optional(field.oneOf(ROLES, 'The right role')),
    from: field.optional(field.day('The right first day')),
    to: field.optional(field.day('The right first day after it')),
    clears: field.optional(field.list(field.oneOf(['to'], 'Field'), 'What was registered and never was')),
    mistake,
  }),
});

export const RoleRegisteredInError = defineEvent('RoleRegisteredInError', {
  sv: 'En roll registrerades av misstag och har aldrig innehafts',
  en: 'A role was registered by mistake and was never held',
  corrects: true,
  data: field.object({ roleId, appointmentId, mistake }),
});

export const GroupRegistrationCorrected = defineEvent('GroupRegistrationCorrected', {
  sv: 'Registrets uppgift om gruppens form, tid eller namn var fel; beslutet är oförändrat',
  en: "The register's entry of the group's form, term or name was wrong; the decision is unchanged",
  corrects: true,
  data: field.object({
    name: field.optional(field.text('The right first name')),
    legalForm: field.optional(field.oneOf(LEGAL_FORMS, 'The right legal form')),
    from: field.optional(field.partial('The right first day')),
    to: field.optional(field.partial('The right first day after its mandate')),
    appointingBody: field.optional(field.text('Who really appoints to it, as the source says')),
    appointingBodyId: field.optional(field.uuid('The group that really appoints to it')),
    predecessorId: field.optional(field.uuid('The group whose work it really took over')),
    dissolvedOn: field.optional(field.day('The right day of the dissolution that is registered')),
    clears: field.optional(
      field.list(field.oneOf(CLEARABLE_OF_GROUP, 'Field'), 'What was registered of it and never was'),
    ),
    mistake,
  }),
});

export const GroupRegisteredInError = defineEvent('GroupRegisteredInError', {
  sv: 'Gruppen registrerades av misstag och har aldrig funnits, eller finns redan under ett annat id',
  en: 'The group was registered by mistake and never was, or is registered under another id',
  corrects: true,
  data: field.object({
    otherId: field.optional(field.uuid('The group that it was registered a second time of')),
    mistake,
  }),
});
