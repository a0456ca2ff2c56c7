import { defineEvent, field, knownDay } from '@liggare/kernel';
import { POINT_CLEARABLE, POINT_KINDS } from './decision-vocabulary.js';
import { pointNumber } from './identity-fields.js';

const decisionId = field.uuid('The decision');
const point = pointNumber;
const kind = field.oneOf(POINT_KINDS, 'What the point does');
const text = field.sealed('Its text as the minutes have it');
const effectiveFrom = field.optional(field.day('First day of effect; later or earlier than the decision'));
const effectiveTo = field.optional(field.day('First day it no longer has effect'));

export const Point = field.object(
  { number: point, kind, text, effectiveFrom, effectiveTo },
  { additionalProperties: false },
);

/** What a new source says of a point: more of one that is there, or a point that was not known. */
export const RefinedPoint = field.object(
  { number: point, kind: field.optional(kind), text: field.optional(text), effectiveFrom, effectiveTo },
  { additionalProperties: false },
);

export const PointCorrected = defineEvent('PointCorrected', {
  sv: 'Ett uppenbart skrivfel i beslutets text har rättats (36 § FL); den tidigare texten står kvar här',
  en: 'An obvious clerical error in the text of the decision was corrected (36 § FL); the former text stays here',
  data: field.object({
    decisionId,
    point,
    former: field.sealed('The text before'),
    text: field.sealed('The text after'),
    correctedOn: field.partial('When it was corrected'),
    correctedBy: field.optional(field.sealed('Who corrected it, as the paper has it: a body or an official')),
    reason: field.optional(field.sealed('Why, as the paper has it')),
    basis: field.basis(),
  }),
  validTime: ({ correctedOn }) => ({ from: knownDay(correctedOn) }),
});

export const PointRegistrationCorrected = defineEvent('PointRegistrationCorrected', {
  sv: 'Registret hade återgett en punkt fel; beslutet självt är oförändrat',
  en: 'The register had rendered a point wrongly; the decision itself is unchanged',
  corrects: true,
  data: field.object({
    decisionId,
    point,
    kind: field.optional(kind),
    text: field.optional(text),
    effectiveFrom,
    effectiveTo,
    clears: field.optional(field.list(field.oneOf(POINT_CLEARABLE, 'A field'), 'What the minutes do not say at all')),
    reason: field.optional(field.sealed('Why the registration was wrong')),
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
