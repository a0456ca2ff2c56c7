import { defineEvent, field, type EventOf } from '@liggare/kernel';
import { Organ } from './organ.js';

/** A third of those present may have a matter tabled or sent back; of an election it takes a majority (KL 5:50). */
export const DEFERRED_BY = ['majority', 'minority'] as const;
export type DeferredBy = (typeof DEFERRED_BY)[number];

export const DecisionDeferred = defineEvent('DecisionDeferred', {
  sv: 'Ärendet bordlades eller återremitterades: av vem, till vem, till när och varför. Ingenting får verkan av det',
  en: 'The matter was tabled or sent back: by whom, to whom, until when and why. Nothing takes effect by it',
  data: field.object({
    decisionId: field.uuid('The decision'),
    by: field.optional(field.oneOf(DEFERRED_BY, 'By a majority, or by a minority that may demand it')),
    to: field.optional(Organ),
    until: field.optional(field.partial('When it is to come up again')),
    grounds: field.optional(field.sealed('Why, and what is to be looked into')),
  }),
});

export const deferralEvents = [DecisionDeferred] as const;

export type DeferralEvent = EventOf<(typeof deferralEvents)[number]>;
