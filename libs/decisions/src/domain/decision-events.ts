import { defineEvent, EventCatalogue, field, knownDay, type EventOf } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';
import { CONFIDENCES, INSTRUMENTS, OUTCOMES, POINT_KINDS, STATEMENT_KINDS } from './decision-vocabulary.js';
import { Organ } from './organ.js';

const decisionId = field.uuid('The decision');
const point = Type.Integer({ minimum: 1, maximum: 999, description: 'Number of the point' });
const decidedOn = field.partial('When it was decided, as well as it is known; never the day it takes effect');
const effectiveFrom = field.optional(field.day('First day of effect; later or earlier than the decision'));
const effectiveTo = field.optional(field.day('First day it no longer has effect'));
const reason = field.optional(field.sealed('Why the registration was wrong'));

/** What identifies the paper. A paragraph's number restarts at every meeting, so it says nothing without organ and date. */
const identity = {
  organ: field.optional(Organ),
  meetingId: field.optional(field.uuid('The meeting, when it is in the register')),
  matterId: field.optional(field.uuid('The matter, when it is in the register')),
  paragraph: field.optional(field.text('§ in the minutes, e.g. 18')),
  agendaItem: field.optional(field.text('Number on the agenda (ärende 22): neither § nor registry number')),
  registryNumber: field.optional(field.text('Diarienummer as the paper has it')),
};

const Point = field.object(
  {
    number: point,
    kind: field.oneOf(POINT_KINDS, 'What the point does'),
    text: field.sealed('Its text as the minutes have it'),
    effectiveFrom,
    effectiveTo,
  },
  { additionalProperties: false },
);

export const DecisionRecorded = defineEvent('DecisionRecorded', {
  sv: 'Ett beslut har förts in i registret med sina punkter',
  en: 'A decision was entered in the register with its points',
  data: field.object({
    decisionId,
    instrument: field.oneOf(INSTRUMENTS, 'How it was made'),
    outcome: field.oneOf(OUTCOMES, 'What became of the proposal'),
    decidedOn,
    ...identity,
    confidence: field.oneOf(CONFIDENCES, 'How sure the record is'),
    sourceNote: field.optional(field.sealed('From which paper it was taken, and what that does not say')),
    documentHash: field.optional(field.text('SHA-256 of the document, hex')),
    points: field.list(Point, 'What was decided, point by point'),
    refersTo: field.optional(
      field.list(
        field.object({ decisionId: field.uuid('The earlier decision'), point: field.optional(point) }),
        'Earlier decisions it is about',
      ),
    ),
  }),
  validTime: ({ decidedOn: day }) => ({ from: knownDay(day) }),
});

export const StatementAttached = defineEvent('StatementAttached', {
  sv: 'En reservation, ett särskilt yttrande eller en anteckning hör till beslutet',
  en: 'A reservation, special statement or note belongs to the decision',
  data: field.object({
    decisionId,
    statementId: field.uuid('The statement'),
    kind: field.oneOf(STATEMENT_KINDS, 'What it is; unknown when the paper does not say'),
    point: field.optional(point),
    partyIds: field.list(field.uuid('A party'), 'Parties that make it'),
    personIds: field.list(field.uuid('A person'), 'Persons who make it'),
    signatory: field.optional(field.sealed('Who signed it, as the paper has it')),
    filedOn: field.optional(field.partial('When it was filed')),
    text: field.optional(field.sealed('Its full text')),
    documentHash: field.optional(field.text('SHA-256 of the document, hex')),
  }),
});

export const DecisionRefined = defineEvent('DecisionRefined', {
  sv: 'En ofullständig uppgift om beslutet har kunnat preciseras ur en ny källa',
  en: 'An incomplete record of the decision could be made more precise from a new source',
  data: field.object({
    decisionId,
    decidedOn: field.optional(decidedOn),
    ...identity,
    confidence: field.optional(field.oneOf(CONFIDENCES, 'How sure the record is now')),
    sourceNote: field.optional(field.sealed('The new source')),
  }),
});

export const PointCorrected = defineEvent('PointCorrected', {
  sv: 'Ett uppenbart skrivfel i beslutets text har rättats (36 § FL); den tidigare texten står kvar här',
  en: 'An obvious clerical error in the text of the decision was corrected (36 § FL); the former text stays here',
  data: field.object({
    decisionId,
    point,
    former: field.sealed('The text before'),
    text: field.sealed('The text after'),
    correctedOn: field.partial('When it was corrected'),
    basis: field.basis(),
  }),
  validTime: ({ correctedOn }) => ({ from: knownDay(correctedOn) }),
});

export const PointRegistrationCorrected = defineEvent('PointRegistrationCorrected', {
  sv: 'Registret hade återgett en punkt fel; beslutet självt är oförändrat',
  en: 'The register had rendered a point wrongly; the decision itself is unchanged',
  data: field.object({
    decisionId,
    point,
    kind: field.optional(field.oneOf(POINT_KINDS, 'What the point does')),
    text: field.optional(field.sealed('The text as the minutes have it')),
    effectiveFrom,
    effectiveTo,
    reason,
  }),
});

export const PointSuperseded = defineEvent('PointSuperseded', {
  sv: 'En senare beslutspunkt har trätt i stället för denna',
  en: 'A later point took the place of this one',
  data: field.object({
    decisionId,
    point,
    from: field.optional(field.day('First day without effect; absent when it never took effect')),
    basis: field.basis(),
  }),
  validTime: ({ from }) => ({ from }),
});

export const DecisionReported = defineEvent('DecisionReported', {
  sv: 'Ett delegations- eller brådskande beslut har anmälts (6 kap. 40 § KL)',
  en: 'A delegated or urgent decision was reported (KL 6:40)',
  data: field.object({
    decisionId,
    on: field.partial('When it was reported'),
    meetingId: field.optional(field.uuid('To which meeting')),
    paragraph: field.optional(field.text('Under which §')),
  }),
  validTime: ({ on }) => ({ from: knownDay(on) }),
});

export const DecisionMarkedDuplicate = defineEvent('DecisionMarkedDuplicate', {
  sv: 'Beslutet hade förts in två gånger; den andra posten gäller',
  en: 'The decision had been entered twice; the other entry holds',
  data: field.object({ decisionId, duplicateOf: field.uuid('The entry that holds'), reason }),
});

export const decisionEvents = new EventCatalogue([
  DecisionRecorded,
  StatementAttached,
  DecisionRefined,
  PointCorrected,
  PointRegistrationCorrected,
  PointSuperseded,
  DecisionReported,
  DecisionMarkedDuplicate,
]);

export type DecisionEvent = EventOf<(typeof decisionEvents.definitions)[number]>;
