import { defineEvent, field } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';
import { STATEMENT_KINDS } from './decision-vocabulary.js';
import { pointNumber } from './identity-fields.js';

const decisionId = field.uuid('The decision');
const statementId = field.uuid('The statement');
const kind = field.oneOf(STATEMENT_KINDS, 'What it is; unknown when the paper does not say');
const partyIds = field.list(field.uuid('A party'), 'Parties that make it');
const personIds = field.list(field.uuid('A person'), 'Persons who make it');

const paper = {
  point: field.optional(pointNumber),
  signatory: field.optional(field.sealed('Who signed it, as the paper has it')),
  filedOn: field.optional(field.partial('When it was filed')),
  text: field.optional(field.sealed('Its full text')),
  documentHash: field.optional(field.text('SHA-256 of the document, hex')),
};

const changeable = {
  kind: field.optional(kind),
  partyIds: field.optional(partyIds),
  personIds: field.optional(personIds),
  ...paper,
};

export const StatementAttached = defineEvent('StatementAttached', {
  sv: 'En reservation, ett särskilt yttrande eller en anteckning hör till beslutet',
  en: 'A reservation, special statement or note belongs to the decision',
  data: field.object({ decisionId, statementId, kind, partyIds, personIds, ...paper }),
});

export const StatementRefined = defineEvent('StatementRefined', {
  sv: 'En ofullständig uppgift om ett yttrande har kunnat preciseras ur en ny källa',
  en: 'An incomplete record of a statement could be made more precise from a new source',
  corrects: true,
  data: field.object({
    decisionId,
    statementId,
    ...changeable,
    sourceNote: field.optional(field.sealed('The new source')),
  }),
});

export const StatementRegistrationCorrected = defineEvent('StatementRegistrationCorrected', {
  sv: 'Registret hade återgett ett yttrande fel, eller fört det till fel beslut; yttrandet självt är oförändrat',
  en: 'The register had rendered a statement wrongly, or put it with the wrong decision; the statement is unchanged',
  corrects: true,
  data: field.object({
    decisionId,
    statementId,
    ...changeable,
    withdrawn: field.optional(Type.Literal(true, { description: 'It does not belong to this decision at all' })),
    reason: field.optional(field.sealed('Why the registration was wrong')),
  }),
});
