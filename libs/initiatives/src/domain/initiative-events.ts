import { defineEvent, EventCatalogue, field, knownDay, type EventOf, type PartialDate } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';
import { PartnerAdded, PartnerLeft, ResponsibilityAssigned, ResponsibilityEnded } from './body-events.js';
import {
  BudgetSet,
  FollowUpPlanned,
  FollowUpRecorded,
  LegalBasisEnded,
  LegalBasisStated,
  ProblemAddressed,
  ProblemNoLongerAddressed,
} from './work-events.js';
import {
  INITIATIVE_CONFIDENCES,
  INITIATIVE_KINDS,
  INITIATIVE_SUCCESSIONS,
  LINK_RELATIONS,
  PREVENTION_LEVELS,
} from './initiative-vocabulary.js';

const initiativeId = field.uuid('The initiative');
const basis = field.basis();
const milestoneId = field.uuid('The dated fact, so that a correction can say which one it corrects');
const reason = field.optional(field.sealed('Why; sealed, for it may name people'));
const title = field.text('What it is called; names no person');
const problem = field.optional(field.text('The problem it meets, in the words of the survey; absent: none is stated'));
const cause = field.optional(field.text('The cause it works on'));
const kinds = field.list(field.oneOf(INITIATIVE_KINDS, 'A kind'), 'What sort of measure it is');
const level = field.oneOf(PREVENTION_LEVELS, 'Whom it reaches');
const areas = field.list(field.text('Code or name of an area'), 'Where it is carried out');
const confidence = field.oneOf(INITIATIVE_CONFIDENCES, 'How sure the record is');
const registeredFor = field.optional(field.partial('Since when it has been on the agenda, as well as it is known'));
const more = {
  targetGroup: field.optional(field.text('Whom it is for: a group, never a person')),
  details: field.optional(field.sealed('How it is carried out; sealed, for it may be secret or name people')),
  publicSummary: field.optional(field.text('What anybody may read of it; names no person')),
  secrecy: field.optional(field.text('Statute by which the details are secret; absent: none was stated')),
};
const changes = {
  title: field.optional(title),
  problem,
  cause,
  kinds: field.optional(kinds),
  level: field.optional(level),
  areas: field.optional(areas),
  ...more,
};
const onKnownDay = ({ on }: { readonly on: PartialDate }) => ({ from: knownDay(on) });

export const InitiativeRegistered = defineEvent('InitiativeRegistered', {
  sv: 'En åtgärd har tagits upp i registret',
  en: 'An initiative was entered in the register',
  data: field.object({
    initiativeId,
    registrationId: field.uuid('The registration, so that a correction can say what it corrects'),
    ...{ title, problem, cause, kinds, level, areas, registeredFor, confidence, ...more },
  }),
  validTime: ({ registeredFor: since }) => ({ from: since === undefined ? undefined : knownDay(since) }),
});

export const InitiativeDecided = defineEvent('InitiativeDecided', {
  sv: 'Åtgärden är beslutad',
  en: 'The initiative was decided',
  data: field.object({ initiativeId, milestoneId, on: field.partial('When it was decided'), basis }),
  validTime: onKnownDay,
});

export const InitiativeStarted = defineEvent('InitiativeStarted', {
  sv: 'Arbetet med åtgärden har börjat',
  en: 'Work on the initiative began',
  data: field.object({ initiativeId, milestoneId, on: field.partial('First day of the work'), basis }),
  validTime: onKnownDay,
});

export const InitiativePaused = defineEvent('InitiativePaused', {
  sv: 'Arbetet med åtgärden vilar från en dag',
  en: 'Work on the initiative rests from a day on',
  data: field.object({ initiativeId, milestoneId, on: field.day('First day of rest'), basis }),
  validTime: ({ on }) => ({ from: on }),
});

export const InitiativeResumed = defineEvent('InitiativeResumed', {
  sv: 'Arbetet med åtgärden har återupptagits',
  en: 'Work on the initiative was taken up again',
  data: field.object({ initiativeId, milestoneId, on: field.day('First day of work again'), basis }),
  validTime: ({ on }) => ({ from: on }),
});

export const InitiativeCompleted = defineEvent('InitiativeCompleted', {
  sv: 'Åtgärden är genomförd; det säger inget om dess effekt',
  en: 'The initiative was carried out; this says nothing of its effect',
  data: field.object({ initiativeId, milestoneId, on: field.partial('When it was completed'), basis }),
  validTime: onKnownDay,
});

export const InitiativeDiscontinued = defineEvent('InitiativeDiscontinued', {
  sv: 'Åtgärden har avslutats utan att vara genomförd',
  en: 'The initiative was ended without having been carried out',
  data: field.object({ initiativeId, milestoneId, on: field.partial('When it was ended'), reason, basis }),
  validTime: onKnownDay,
});

export const InitiativeRevised = defineEvent('InitiativeRevised', {
  sv: 'Åtgärden har fått nytt innehåll från en dag; det som inte nämns står kvar',
  en: 'The content of the initiative is new from a day on; what is not mentioned stays',
  data: field.object({
    initiativeId,
    revisionId: field.uuid('The revision, so that a correction can say which one it corrects'),
    from: field.day('First day of the new content'),
    ...changes,
    basis,
  }),
  validTime: ({ from }) => ({ from }),
});

export const DecisionLinked = defineEvent('DecisionLinked', {
  sv: 'En beslutspunkt har med åtgärden att göra',
  en: 'A decision point has to do with the initiative',
  data: field.object({
    initiativeId,
    linkId: field.uuid('The link'),
    relation: field.oneOf(LINK_RELATIONS, 'What the point is to the initiative'),
    basis: field.DecisionPointRef,
  }),
});

export const SucceededBy = defineEvent('SucceededBy', {
  sv: 'Åtgärden går vidare i en annan; dess historia stannar hos den',
  en: 'The initiative goes on in another; its history stays with it',
  data: field.object({
    initiativeId,
    successionId: field.uuid('The succession'),
    successorId: field.uuid('The initiative it goes on in'),
    kind: field.oneOf(INITIATIVE_SUCCESSIONS, 'Merged, split or handed over whole'),
    on: field.day('First day of the successor'),
    continues: field.optional(field.text('What of the work goes on there; names no person')),
    indicatorIds: field.optional(
      field.list(field.uuid('An indicator'), 'Indicators it is followed by there, so that none is counted twice'),
    ),
    basis,
  }),
  validTime: ({ on }) => ({ from: on }),
});

export const InitiativeRegistrationCorrected = defineEvent('InitiativeRegistrationCorrected', {
  sv: 'Registrets uppgift om åtgärden var fel; åtgärden själv är oförändrad',
  en: 'What the register said of the initiative was wrong; the initiative itself is unchanged',
  corrects: true,
  data: field.object({
    initiativeId,
    corrects: field.uuid('Id of the fact (registration, revision, milestone, responsibility …) that was wrong'),
    ...changes,
    registeredFor,
    confidence: field.optional(confidence),
    on: field.optional(field.partial('The right date of a milestone')),
    withdrawn: field.optional(Type.Literal(true, { description: 'The fact was registered by mistake' })),
    reason,
  }),
});

export const InitiativeRegisteredInError = defineEvent('InitiativeRegisteredInError', {
  sv: 'Åtgärden fördes in av misstag; den har aldrig funnits',
  en: 'The initiative was entered by mistake; it never was',
  corrects: true,
  data: field.object({ initiativeId, reason }),
});

export const initiativeEvents = new EventCatalogue([
  InitiativeRegistered,
  InitiativeDecided,
  InitiativeStarted,
  InitiativePaused,
  InitiativeResumed,
  InitiativeCompleted,
  InitiativeDiscontinued,
  InitiativeRevised,
  ResponsibilityAssigned,
  ResponsibilityEnded,
  PartnerAdded,
  PartnerLeft,
  DecisionLinked,
  ProblemAddressed,
  ProblemNoLongerAddressed,
  BudgetSet,
  LegalBasisStated,
  LegalBasisEnded,
  FollowUpPlanned,
  FollowUpRecorded,
  SucceededBy,
  InitiativeRegistrationCorrected,
  InitiativeRegisteredInError,
] as const);

export type InitiativeEvent = EventOf<(typeof initiativeEvents.definitions)[number]>;
