import { defineEvent, field, knownDay, type PartialDate } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';
import { ASSESSMENTS, CONTINUATIONS } from './initiative-vocabulary.js';

const initiativeId = field.uuid('The initiative');
const basis = field.basis();
const plannedId = field.uuid('The planned follow-up');
const period = (description: string) =>
  field.object(
    { from: field.day('First day of the period'), to: field.day('First day after the period') },
    { additionalProperties: false, description },
  );
const since = ({ from, to }: { readonly from?: PartialDate; readonly to?: PartialDate }) => ({
  from: from === undefined ? undefined : knownDay(from),
  to: to === undefined ? undefined : knownDay(to),
});

export const ProblemAddressed = defineEvent('ProblemAddressed', {
  sv: 'Åtgärden möter ett problem i registret, eller en av dess orsaker',
  en: 'The initiative meets a problem of the register, or one of its causes',
  data: field.object({
    initiativeId,
    addressId: field.uuid('The link'),
    problemId: field.uuid('The problem'),
    causeId: field.optional(field.uuid('The cause of that problem it works on; absent: the problem as a whole')),
    from: field.optional(field.partial('First day; absent when the source does not say')),
    to: field.optional(field.partial('First day it no longer does; absent: until further notice')),
    basis,
  }),
  validTime: since,
});

export const ProblemNoLongerAddressed = defineEvent('ProblemNoLongerAddressed', {
  sv: 'Åtgärden möter inte längre problemet eller orsaken',
  en: 'The initiative no longer meets the problem or cause',
  data: field.object({
    initiativeId,
    addressId: field.uuid('The link'),
    to: field.partial('First day it no longer does'),
    basis,
  }),
  validTime: ({ to }) => ({ from: knownDay(to) }),
});

export const BudgetSet = defineEvent('BudgetSet', {
  sv: 'Åtgärden har en budget för en period; en ny för samma period avlöser den tidigare',
  en: 'The initiative has a budget for a period; a new one for the same period takes over from the earlier one',
  data: field.object({
    initiativeId,
    budgetId: field.uuid('The budget'),
    period: period('The period the money is for'),
    amount: Type.Integer({ minimum: 0, description: 'Whole Swedish kronor' }),
    funding: field.optional(field.text('Where the money comes from, e.g. statsbidrag and its number')),
    basis,
  }),
  validTime: ({ period: { from, to } }) => ({ from, to }),
});

export const LegalBasisStated = defineEvent('LegalBasisStated', {
  sv: 'Åtgärden vilar på en bestämmelse under en tid',
  en: 'The initiative rests on a provision for a time',
  data: field.object({
    initiativeId,
    legalBasisId: field.uuid('The legal basis'),
    statute: field.text('The provision, e.g. lag (2023:421) om ordningsvakter 3 §'),
    from: field.optional(field.partial('First day; absent when the source does not say')),
    to: field.optional(field.partial('First day it no longer does; absent: until further notice')),
    basis,
  }),
  validTime: since,
});

export const LegalBasisEnded = defineEvent('LegalBasisEnded', {
  sv: 'Åtgärden vilar inte längre på bestämmelsen',
  en: 'The initiative no longer rests on the provision',
  data: field.object({
    initiativeId,
    legalBasisId: field.uuid('The legal basis'),
    to: field.partial('First day it no longer does'),
    basis,
  }),
  validTime: ({ to }) => ({ from: knownDay(to) }),
});

export const FollowUpPlanned = defineEvent('FollowUpPlanned', {
  sv: 'Åtgärden ska följas upp senast en viss dag',
  en: 'The initiative is to be followed up by a day',
  data: field.object({
    initiativeId,
    plannedId,
    period: period('The period that is to be followed up'),
    dueOn: field.day('Last day for it'),
    basis,
  }),
  validTime: ({ dueOn }) => ({ from: dueOn }),
});

export const FollowUpRecorded = defineEvent('FollowUpRecorded', {
  sv: 'Åtgärden har följts upp; uppföljningar läggs till varandra och skriver aldrig över',
  en: 'The initiative was followed up; follow-ups are added to each other and never overwrite',
  data: field.object({
    initiativeId,
    followUpId: field.uuid('The follow-up'),
    period: period('The period it is about, however late it was made'),
    madeOn: field.partial('When it was made'),
    assessment: field.oneOf(ASSESSMENTS, 'What is held of the effect; status is another thing'),
    continuation: field.optional(field.oneOf(CONTINUATIONS, 'What it leads to')),
    summary: field.optional(field.text('What was done and found, for anybody to read; names no person')),
    evidence: field.optional(field.sealed('What it rests on; sealed, for it may be secret or name people')),
    evidenceReference: field.optional(field.text('Where the evidence is kept, e.g. a diary number')),
    plannedId: field.optional(plannedId),
    basis,
  }),
  validTime: ({ period: { from, to } }) => ({ from, to }),
});
