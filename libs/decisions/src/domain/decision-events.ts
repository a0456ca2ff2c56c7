import { defineEvent, EventCatalogue, field, knownDay, type EventOf } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';
import { AnnulmentBecameFinal, AnnulmentRegisteredInError, PointsAnnulled } from './annulment-events.js';
import { ballotEvents } from './ballot-events.js';
import { legalForceEvents } from './legal-force-events.js';
import { CLEARABLE, CONFIDENCES, INSTRUMENTS, OUTCOMES } from './decision-vocabulary.js';
import { deferralEvents } from './deferral-events.js';
import { electionEvents } from './election-events.js';
import { identityFields, pointNumber } from './identity-fields.js';
import { Point, PointCorrected, PointRegistrationCorrected, PointSuperseded, RefinedPoint } from './point-events.js';
import { StatementAttached, StatementRefined, StatementRegistrationCorrected } from './statement-events.js';

const decisionId = field.uuid('The decision');
const instrument = field.oneOf(INSTRUMENTS, 'How it was made');
const outcome = field.oneOf(OUTCOMES, 'What became of the proposal');
const decidedOn = field.partial('When it was decided, as well as it is known; never the day it takes effect');
const confidence = field.oneOf(CONFIDENCES, 'How sure the record is');
const sourceNote = field.optional(field.sealed('From which paper it was taken, and what that does not say'));
const documentHash = field.optional(field.text('SHA-256 of the document, hex'));
const reason = field.optional(field.sealed('Why the registration was wrong'));

/** What may be made more precise, or may have been registered wrongly. */
const changeable = {
  instrument: field.optional(instrument),
  outcome: field.optional(outcome),
  decidedOn: field.optional(decidedOn),
  ...identityFields,
  confidence: field.optional(confidence),
};

export const DecisionRecorded = defineEvent('DecisionRecorded', {
  sv: 'Ett beslut har förts in i registret med sina punkter',
  en: 'A decision was entered in the register with its points',
  data: field.object({
    decisionId,
    instrument,
    outcome,
    decidedOn,
    ...identityFields,
    confidence,
    sourceNote,
    documentHash,
    points: field.list(Point, 'What was decided, point by point'),
    refersTo: field.optional(
      field.list(
        field.object({ decisionId: field.uuid('The earlier decision'), point: field.optional(pointNumber) }),
        'Earlier decisions it is about',
      ),
    ),
    awaitsAdjustment: field.optional(
      Type.Literal(true, { description: 'Entered before the minutes were adjusted: provisional until they are' }),
    ),
  }),
  validTime: ({ decidedOn: day }) => ({ from: knownDay(day) }),
});

export const DecisionRefined = defineEvent('DecisionRefined', {
  sv: 'En ofullständig uppgift om beslutet har kunnat preciseras ur en ny källa',
  en: 'An incomplete record of the decision could be made more precise from a new source',
  corrects: true,
  data: field.object({
    decisionId,
    ...changeable,
    sourceNote: field.optional(field.sealed('The new source')),
    points: field.optional(field.list(RefinedPoint, 'Points of which the source says more, or that were not known')),
    refines: field.optional(
      field.object(changeable, {
        additionalProperties: false,
        description: 'What the record said before, of the fields above; what is absent here was not known at all',
      }),
    ),
  }),
});

export const DecisionRegistrationCorrected = defineEvent('DecisionRegistrationCorrected', {
  sv: 'Registrets uppgift om beslutet var fel; beslutet självt är oförändrat',
  en: "The register's entry of the decision was wrong; the decision itself is unchanged",
  corrects: true,
  data: field.object({
    decisionId,
    ...changeable,
    sourceNote,
    documentHash,
    clears: field.optional(field.list(field.oneOf(CLEARABLE, 'A field'), 'What is not known, or not so, after all')),
    reason,
  }),
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
  corrects: true,
  data: field.object({ decisionId, duplicateOf: field.uuid('The entry that holds'), reason }),
});

export const DecisionRegisteredInError = defineEvent('DecisionRegisteredInError', {
  sv: 'Beslutet fördes in av misstag; det har aldrig fattats',
  en: 'The decision was entered by mistake; it was never made',
  corrects: true,
  data: field.object({ decisionId, reason }),
});

export const decisionEvents = new EventCatalogue([
  DecisionRecorded,
  StatementAttached,
  StatementRefined,
  StatementRegistrationCorrected,
  DecisionRefined,
  DecisionRegistrationCorrected,
  PointCorrected,
  PointRegistrationCorrected,
  PointSuperseded,
  DecisionReported,
  DecisionMarkedDuplicate,
  DecisionRegisteredInError,
  PointsAnnulled,
  AnnulmentBecameFinal,
  AnnulmentRegisteredInError,
  ...legalForceEvents,
  ...ballotEvents,
  ...electionEvents,
  ...deferralEvents,
]);

export type DecisionEvent = EventOf<(typeof decisionEvents.definitions)[number]>;
