import { defineEvent, EventCatalogue, field, knownDay, type EventOf } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';
import { INDICATOR_DIRECTIONS, INDICATOR_FREQUENCIES } from './indicator-vocabulary.js';

const indicatorId = field.uuid('The indicator');
const basis = field.basis();
const reason = field.optional(field.sealed('Why; sealed, for it may name people'));
const name = field.text('What it is called');
const direction = field.oneOf(INDICATOR_DIRECTIONS, 'Which way is better');
const frequency = field.oneOf(INDICATOR_FREQUENCIES, 'How often a value is expected');
const value = (description: string) => Type.Number({ description: `${description}, in the unit of its version` });
const versionId = field.uuid('The version of the definition');
const definition = {
  definition: field.text('What is counted or measured, and how it is delimited'),
  unit: field.text('Unit, e.g. %, antal per år'),
  source: field.text('Where the values come from, e.g. NTU, polisens statistik'),
  method: field.optional(field.text('How the source arrives at them')),
};
const optionalDefinition = {
  definition: field.optional(definition.definition),
  unit: field.optional(definition.unit),
  source: field.optional(definition.source),
  method: definition.method,
};
const period = field.object(
  { from: field.day('First day of the period'), to: field.day('First day after the period') },
  { additionalProperties: false, description: 'The period a value is about' },
);
const subject = field.object(
  {
    initiativeId: field.optional(field.uuid('The initiative')),
    problemId: field.optional(field.uuid('The problem')),
  },
  { additionalProperties: false, description: 'What the indicator follows: an initiative or a problem' },
);

export const IndicatorRegistered = defineEvent('IndicatorRegistered', {
  sv: 'En indikator har tagits upp i registret, med sin första definition',
  en: 'An indicator was entered in the register, with its first definition',
  data: field.object({
    indicatorId,
    registrationId: field.uuid('The registration, so that a correction can say what it corrects'),
    ...{ name, direction, frequency, versionId, ...definition },
    from: field.partial('Since when the definition holds'),
  }),
  validTime: ({ from }) => ({ from: knownDay(from) }),
});

export const IndicatorRedefined = defineEvent('IndicatorRedefined', {
  sv: 'Indikatorn har en ny definition från en dag; serien kan därmed vara bruten',
  en: 'The indicator has a new definition from a day on; the series may be broken by it',
  data: field.object({
    indicatorId,
    versionId,
    ...definition,
    from: field.day('First day of the new definition'),
    breaksSeries: Type.Boolean({ description: 'Values before and after cannot be compared' }),
    basis,
  }),
  validTime: ({ from }) => ({ from }),
});

export const BaselineSet = defineEvent('BaselineSet', {
  sv: 'Utgångsvärdet är satt',
  en: 'The baseline was set',
  data: field.object({
    indicatorId,
    baselineId: field.uuid('The baseline'),
    versionId,
    value: value('Value'),
    on: field.partial('When it was so'),
    basis,
  }),
  validTime: ({ on }) => ({ from: knownDay(on) }),
});

export const TargetSet = defineEvent('TargetSet', {
  sv: 'Ett målvärde är satt; det avlöser ett tidigare för samma dag',
  en: 'A target was set; it takes over from an earlier one for the same day',
  data: field.object({
    indicatorId,
    targetId: field.uuid('The target'),
    versionId,
    value: value('Value that is aimed at'),
    by: field.day('Day by which it is to be reached'),
    basis,
  }),
  validTime: ({ by }) => ({ from: by }),
});

export const MeasurementRecorded = defineEvent('MeasurementRecorded', {
  sv: 'Ett mätvärde; räknas det om läggs ett nytt till och det gamla står kvar',
  en: 'A measured value; when it is recalculated a new one is added and the old one stays',
  data: field.object({
    indicatorId,
    measurementId: field.uuid('The measurement'),
    versionId,
    period,
    value: value('Value'),
    source: field.optional(field.text('The publication it was taken from')),
    publishedOn: field.optional(field.partial('When the source published it')),
    recalculates: field.optional(field.uuid('The measurement of the same period and version it takes over from')),
  }),
  validTime: ({ period: { from, to } }) => ({ from, to }),
});

export const IndicatorLinked = defineEvent('IndicatorLinked', {
  sv: 'Indikatorn följer en åtgärd eller ett problem',
  en: 'The indicator follows an initiative or a problem',
  data: field.object({
    indicatorId,
    linkId: field.uuid('The link'),
    subject,
    from: field.optional(field.partial('First day; absent when the source does not say')),
    to: field.optional(field.partial('First day it no longer follows; absent: until further notice')),
    basis,
  }),
  validTime: ({ from, to }) => ({
    from: from === undefined ? undefined : knownDay(from),
    to: to === undefined ? undefined : knownDay(to),
  }),
});

export const IndicatorUnlinked = defineEvent('IndicatorUnlinked', {
  sv: 'Indikatorn följer inte längre åtgärden eller problemet',
  en: 'The indicator no longer follows the initiative or problem',
  data: field.object({
    indicatorId,
    linkId: field.uuid('The link'),
    to: field.partial('First day it no longer follows'),
    basis,
  }),
  validTime: ({ to }) => ({ from: knownDay(to) }),
});

export const IndicatorRegistrationCorrected = defineEvent('IndicatorRegistrationCorrected', {
  sv: 'Registrets uppgift om indikatorn var fel; indikatorn själv är oförändrad',
  en: 'What the register said of the indicator was wrong; the indicator itself is unchanged',
  corrects: true,
  data: field.object({
    indicatorId,
    corrects: field.uuid('Id of the fact (registration, version, baseline, target, measurement, link) that was wrong'),
    name: field.optional(name),
    direction: field.optional(direction),
    frequency: field.optional(frequency),
    ...optionalDefinition,
    breaksSeries: field.optional(Type.Boolean({ description: 'Whether the version breaks the series' })),
    value: field.optional(value('The right value of a baseline, target or measurement')),
    withdrawn: field.optional(Type.Literal(true, { description: 'The fact was registered by mistake' })),
    reason,
  }),
});

export const indicatorEvents = new EventCatalogue([
  IndicatorRegistered,
  IndicatorRedefined,
  BaselineSet,
  TargetSet,
  MeasurementRecorded,
  IndicatorLinked,
  IndicatorUnlinked,
  IndicatorRegistrationCorrected,
] as const);

export type IndicatorEvent = EventOf<(typeof indicatorEvents.definitions)[number]>;
