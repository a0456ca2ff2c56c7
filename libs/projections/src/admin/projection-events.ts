import { defineEvent, EventCatalogue, field, type EventOf } from '@liggare/kernel';

const copy = field.text('Schema of the copy of the read model, e.g. composition_v2');
const reason = field.text('Why, in the words of whoever ordered it; must not name anybody');
const outcome = field.oneOf(
  ['released', 'still-held'] as const,
  'released: everything that waited has had its effect; still-held: an event failed again',
);

export const ProjectionRebuilt = defineEvent('ProjectionRebuilt', {
  sv: 'En läsmodell började byggas om från loggen',
  en: 'A read model began to be built anew from the log',
  data: field.object({ copy, reason }),
});

export const ProjectionSwitched = defineEvent('ProjectionSwitched', {
  sv: 'Läsarna fick en annan version av en läsmodell',
  en: 'Readers were given another copy of a read model',
  data: field.object({
    from: field.text('Schema of the copy that readers saw before'),
    to: field.text('Schema of the copy that readers see now'),
    how: field.oneOf(
      ['automatic', 'ordered', 'forced'] as const,
      'automatic: it had caught up; ordered: by command; forced: although a check spoke against it',
    ),
    reason,
  }),
});

export const ProjectionRolledBack = defineEvent('ProjectionRolledBack', {
  sv: 'Läsarna fick tillbaka den förra versionen av en läsmodell',
  en: 'Readers were given back the former copy of a read model',
  data: field.object({
    from: field.text('Schema of the copy that readers saw before'),
    to: field.text('Schema of the copy that readers see again'),
    reason,
  }),
});

export const ProjectionDiscarded = defineEvent('ProjectionDiscarded', {
  sv: 'En kopia av en läsmodell som ingen läste togs bort',
  en: 'A copy of a read model that nobody read was removed',
  data: field.object({ copy, reason }),
});

export const ProjectionEventRetried = defineEvent('ProjectionEventRetried', {
  sv: 'Händelser som en läsmodell höll tillbaka prövades igen',
  en: 'Events that a read model held back were tried again',
  data: field.object({
    copy,
    stream: field.optional(field.text('The stream they belong to; absent: all that were held')),
    outcome,
    reason,
  }),
});

export const ProjectionEventSkipped = defineEvent('ProjectionEventSkipped', {
  sv: 'En händelse som en läsmodell inte kunde använda hoppades över, i den läsmodellen',
  en: 'An event that a read model could not apply was left out of that read model',
  data: field.object({ copy, stream: field.text('Its stream'), eventId: field.uuid('The event'), outcome, reason }),
});

/** What people (and the runtime by itself) do to read models; in the streams `projection-<name>`. */
export const projectionCatalogue = new EventCatalogue([
  ProjectionRebuilt,
  ProjectionSwitched,
  ProjectionRolledBack,
  ProjectionDiscarded,
  ProjectionEventRetried,
  ProjectionEventSkipped,
]);

export type ProjectionEvent = EventOf<(typeof projectionCatalogue)['definitions'][number]>;
