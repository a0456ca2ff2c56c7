import { defineEvent, EventCatalogue, field, knownDay, type EventOf } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';
import { REPORT_PARTS } from './plans-vocabulary.js';

const situationReportId = field.uuid('The situation report');
const versionId = field.uuid('The version, so that a correction can say which one it corrects');
const part = field.object({
  part: field.oneOf(REPORT_PARTS, 'Which of the three parts of lag (2023:196) 4 §'),
  publicSummary: field.optional(field.text('What anybody may read of it; names no person')),
  details: field.optional(field.sealed('The part itself; sealed, for it may be secret or name people')),
  secrecy: field.optional(field.text('Statute by which the details are secret; absent: none was stated')),
});
const content = {
  title: field.text('What it is called; names no person'),
  adoptedOn: field.partial('When it was adopted or updated, as well as it is known'),
  describesFrom: field.optional(field.partial('First day of the time it describes')),
  describesTo: field.optional(field.partial('First day after the time it describes')),
  areas: field.list(field.text('Code or name of an area'), 'Where it looks; empty: the whole municipality'),
  parts: field.list(part, 'What it consists of'),
  problemIds: field.list(field.uuid('A problem of the register'), 'Problems it names'),
  documentHash: field.optional(field.text('SHA-256 of the document, hex')),
};

export const SituationReportAdopted = defineEvent('SituationReportAdopted', {
  sv: 'En lägesbild är framtagen eller uppdaterad: en ny version',
  en: 'A situation report was made or updated: a new version',
  data: field.object({
    situationReportId,
    versionId,
    version: Type.Integer({ minimum: 1, description: 'Number of the version, from 1' }),
    ...content,
    basis: field.basis(),
  }),
  validTime: ({ adoptedOn }) => ({ from: knownDay(adoptedOn) }),
});

export const SituationReportRegistrationCorrected = defineEvent('SituationReportRegistrationCorrected', {
  sv: 'Registrets uppgift om en version av lägesbilden var fel; lägesbilden själv är oförändrad',
  en: 'What the register said of a version was wrong; the report itself is unchanged',
  corrects: true,
  data: field.object({
    situationReportId,
    corrects: field.uuid('The version that was registered wrongly'),
    title: field.optional(content.title),
    adoptedOn: field.optional(content.adoptedOn),
    describesFrom: content.describesFrom,
    describesTo: content.describesTo,
    areas: field.optional(content.areas),
    parts: field.optional(content.parts),
    problemIds: field.optional(content.problemIds),
    documentHash: content.documentHash,
    withdrawn: field.optional(Type.Literal(true, { description: 'There was no such version' })),
    reason: field.optional(field.sealed('Why; sealed, for it may name people')),
  }),
});

export const situationReportEvents = new EventCatalogue([
  SituationReportAdopted,
  SituationReportRegistrationCorrected,
] as const);
export type SituationReportEvent = EventOf<(typeof situationReportEvents.definitions)[number]>;
