import { defineEvent, field } from '@liggare/kernel';
import { knownDays, seatNumber } from './group-events.js';
import { END_CAUSES, MISTAKES, ROLES, RECALL_GROUNDS } from './vocabulary.js';

/** What a correction of an appointment can take away altogether. */
export const CLEARABLE_OF_APPOINTMENT = ['to', 'nominatingPartyId'] as const;
export type ClearableOfAppointment = (typeof CLEARABLE_OF_APPOINTMENT)[number];

const appointmentId = field.uuid('The appointment');
const corrected = field.uuid('The appointment whose registration this corrects');
const mistake = field.optional(field.oneOf(MISTAKES, 'How the registration came to be wrong'));

const movedFrom = field.optional(
  field.object(
    { groupId: field.uuid('The wrong group'), appointmentId: field.uuid('What it was called there') },
    {
      description: 'It was registered in another group before, by mistake: then nothing happened, we only know better',
    },
  ),
);
const wasMoved = { corrects: (data: { readonly movedFrom?: object }) => data.movedFrom !== undefined };

const appointment = {
  movedFrom,
  appointmentId,
  personId: field.uuid('Who was appointed'),
  nominatingPartyId: field.optional(
    field.uuid('The party that nominated; stays whatever the person does later (edge case 19)'),
  ),
  from: field.partial('First day, as well as it is known'),
  to: field.optional(field.partial('First day after the term; absent: as long as the group lasts')),
  basis: field.basis(),
};

export const MemberAppointed = defineEvent('MemberAppointed', {
  sv: 'En person valdes till ledamot på en plats',
  en: 'A person was appointed member in a seat',
  ...wasMoved,
  data: field.object({ ...appointment, seat: seatNumber('Number of the member seat') }),
  validTime: ({ from, to }) => knownDays(from, to),
});

export const SubstituteAppointed = defineEvent('SubstituteAppointed', {
  sv: 'En person valdes till ersättare med en plats i ordningen',
  en: 'A person was appointed substitute with a place in the order',
  ...wasMoved,
  data: field.object({ ...appointment, seat: seatNumber('Number of the substitute seat: the order of service') }),
  validTime: ({ from, to }) => knownDays(from, to),
});

export const ResignationRequested = defineEvent('ResignationRequested', {
  sv: 'En avsägelse kom in; uppdraget löper vidare tills befrielse beslutas',
  en: 'A request to resign came in; the appointment runs on until release is decided',
  data: field.object({
    resignationId: field.uuid('The request'),
    appointmentId,
    receivedOn: field.day('Day the request came in'),
    wishedFrom: field.optional(field.day('Day from which the person wishes to be released')),
    registryNumber: field.optional(field.text('Registry number (diarienummer) of the request')),
  }),
  validTime: ({ receivedOn }) => ({ from: receivedOn }),
});

export const ResignationWithdrawn = defineEvent('ResignationWithdrawn', {
  sv: 'Avsägelsen togs tillbaka före beslut',
  en: 'The request to resign was withdrawn before a decision',
  data: field.object({
    resignationId: field.uuid('The request'),
    appointmentId,
    on: field.day('Day it was withdrawn'),
  }),
  validTime: ({ on }) => ({ from: on }),
});

export const ResignationDeclined = defineEvent('ResignationDeclined', {
  sv: 'Befrielse medgavs inte (särskilda skäl, KL 4:6); uppdraget löper vidare',
  en: 'Release was not granted (special reasons, KL 4:6); the appointment runs on',
  data: field.object({
    resignationId: field.uuid('The request'),
    appointmentId,
    on: field.day('Day of the decision'),
    basis: field.basis(),
  }),
  validTime: ({ on }) => ({ from: on }),
});

export const AppointmentEnded = defineEvent('AppointmentEnded', {
  sv: 'Ett uppdrag upphörde; roller på platsen slutar med det',
  en: 'An appointment ended; roles in the seat end with it',
  ...wasMoved,
  data: field.object({
    endId: field.uuid('This end, so that a correction can say what it corrects'),
    appointmentId,
    on: field.partial('First day the person no longer holds the seat, as well as it is known'),
    cause: field.oneOf(END_CAUSES, 'Why it ended'),
    ground: field.optional(field.oneOf(RECALL_GROUNDS, 'On what ground, when it is a recall')),
    resignationId: field.optional(field.uuid('The request that the release grants')),
    restsOn: field.optional(
      field.object(
        { groupId: field.uuid('The underlying group'), appointmentId: field.uuid('The seat lost there') },
        { description: 'The end is derived: the holder lost the seat in another group that this one needs' },
      ),
    ),
    movedFrom,
    basis: field.basis(),
  }),
  validTime: ({ on }) => knownDays(on),
});

export const AppointmentCorrected = defineEvent('AppointmentCorrected', {
  sv: 'Registrets uppgift om ett uppdrag var fel; beslutet är oförändrat',
  en: "The register's entry of an appointment was wrong; the decision is unchanged",
  corrects: true,
  data: field.object({
    appointmentId: corrected,
    personId: field.optional(field.uuid('Who was really appointed')),
    seat: field.optional(seatNumber('The right seat')),
    nominatingPartyId: field.optional(field.uuid('The right nominating party')),
    from: field.optional(field.partial('The right first day')),
    to: field.optional(field.partial('The right first day after the term')),
    clears: field.optional(
      field.list(field.oneOf(CLEARABLE_OF_APPOINTMENT, 'Field'), 'What was registered of it and never was'),
    ),
    mistake,
  }),
});

export const AppointmentRegisteredInError = defineEvent('AppointmentRegisteredInError', {
  sv: 'Ett uppdrag registrerades av misstag och har aldrig funnits',
  en: 'An appointment was registered by mistake and never was',
  corrects: true,
  data: field.object({
    appointmentId: corrected,
    otherAppointmentId: field.optional(field.uuid('The appointment that was registered a second time here')),
    movedTo: field.optional(
      field.object(
        { groupId: field.uuid('The right group'), appointmentId: field.uuid('What it is called there') },
        { description: 'Where it was registered instead' },
      ),
    ),
    mistake,
  }),
});

export const AppointmentEndCorrected = defineEvent('AppointmentEndCorrected', {
  sv: 'Registrets uppgift om ett uppdrags slut var fel; beslutet är oförändrat',
  en: "The register's entry of an appointment's end was wrong; the decision is unchanged",
  corrects: true,
  data: field.object({
    appointmentId,
    endId: field.uuid('The end whose registration this corrects'),
    on: field.optional(field.partial('The right first day without the seat')),
    cause: field.optional(field.oneOf(END_CAUSES, 'The right cause')),
    mistake,
  }),
});

export const AppointmentEndRegisteredInError = defineEvent('AppointmentEndRegisteredInError', {
  sv: 'Ett slut registrerades av misstag; uppdraget har löpt vidare',
  en: 'An end was registered by mistake; the appointment had been running on',
  corrects: true,
  data: field.object({ appointmentId, endId: field.uuid('The end whose registration this corrects'), mistake }),
});

export const RoleAssigned = defineEvent('RoleAssigned', {
  sv: 'Innehavaren av en plats fick en roll, till exempel ordförande',
  en: 'The holder of a seat was given a role, such as chair',
  ...wasMoved,
  data: field.object({
    roleId: field.uuid('This assignment of the role'),
    appointmentId,
    role: field.oneOf(ROLES, 'The role'),
    from: field.day('First day of the role'),
    to: field.optional(field.day('First day after it; absent: as long as the appointment')),
    movedFrom,
    basis: field.basis(),
  }),
  validTime: ({ from, to }) => ({ from, to }),
});

export const RoleEnded = defineEvent('RoleEnded', {
  sv: 'Rollen upphörde men platsen behölls',
  en: 'The role ended but the seat was kept',
  ...wasMoved,
  data: field.object({
    roleId: field.uuid('The assignment that ended'),
    appointmentId,
    on: field.day('First day without the role'),
    movedFrom,
    basis: field.basis(),
  }),
  validTime: ({ on }) => ({ to: on }),
});
