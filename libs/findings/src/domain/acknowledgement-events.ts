import { defineEvent, EventCatalogue, field, type EventOf } from '@liggare/kernel';

const findingId = field.uuid('The finding');
const acknowledgementId = field.uuid('This acknowledgement');

export const FindingAcknowledged = defineEvent('FindingAcknowledged', {
  sv: 'Någon har tagit ställning till en avvikelse',
  en: 'Somebody has seen a finding and said why it may stand',
  data: field.object({
    findingId,
    acknowledgementId,
    rule: field.text('The rule that found it'),
    entityType: field.text('What it is about: person, decision, group …'),
    entityId: field.uuid('Which one it is about'),
    from: field.day('Day of the acknowledgement'),
    until: field.optional(field.day('First day on which it is to be looked at again; absent: not again')),
    reason: field.sealed('Why it may stand; sealed, for it may name people'),
  }),
  validTime: ({ from, until }) => ({ from, ...(until === undefined ? {} : { to: until }) }),
});

export const AcknowledgementWithdrawn = defineEvent('AcknowledgementWithdrawn', {
  sv: 'Ställningstagandet till en avvikelse är återtaget',
  en: 'The acknowledgement of a finding was withdrawn',
  data: field.object({
    findingId,
    acknowledgementId,
    on: field.day('Day it was withdrawn'),
    reason: field.optional(field.sealed('Why; sealed, for it may name people')),
  }),
  validTime: ({ on }) => ({ from: on }),
});

export const findingEvents = new EventCatalogue([FindingAcknowledged, AcknowledgementWithdrawn] as const);

export type FindingEvent = EventOf<(typeof findingEvents.definitions)[number]>;
