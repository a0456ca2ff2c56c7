import { defineEvent, EventCatalogue, field, knownDay, type EventOf } from '@liggare/kernel';

const matterId = field.uuid('The matter');
const registryNumber = field.optional(field.text('Diarienummer as the municipality writes it, e.g. KS-2023/118'));

/** How two matters belong together. */
export const MATTER_RELATIONS = ['continues', 'related', 'split-from', 'merged-into'] as const;
export type MatterRelation = (typeof MATTER_RELATIONS)[number];

/** What a correction of the registration may take away; `closedOn`: it is still open. */
export const MATTER_CLEARABLE = ['registryNumber', 'closedOn'] as const;
export type MatterClearable = (typeof MATTER_CLEARABLE)[number];

export const MatterOpened = defineEvent('MatterOpened', {
  sv: 'Ett ärende har öppnats, eller tagits upp i registret i efterhand',
  en: 'A matter was opened, or entered in the register afterwards',
  data: field.object({
    matterId,
    registryNumber,
    title: field.sealed('What it is about; titles often name people'),
    openedOn: field.partial('When it was opened, as well as it is known'),
  }),
  validTime: ({ openedOn }) => ({ from: knownDay(openedOn) }),
});

export const MatterClosed = defineEvent('MatterClosed', {
  sv: 'Ärendet har avslutats',
  en: 'The matter was closed',
  data: field.object({ matterId, on: field.partial('When, as well as it is known') }),
  validTime: ({ on }) => ({ from: knownDay(on) }),
});

export const MatterLinked = defineEvent('MatterLinked', {
  sv: 'Ärendet hör ihop med ett annat',
  en: 'The matter belongs with another',
  data: field.object({
    matterId,
    otherId: field.uuid('The other matter'),
    relation: field.oneOf(MATTER_RELATIONS, 'How they belong together'),
  }),
});

export const MatterRegistrationCorrected = defineEvent('MatterRegistrationCorrected', {
  sv: 'Registrets uppgift om ärendet var fel; ärendet självt är oförändrat',
  en: "The register's entry of the matter was wrong; the matter itself is unchanged",
  corrects: true,
  data: field.object({
    matterId,
    registryNumber,
    title: field.optional(field.sealed('The right title')),
    openedOn: field.optional(field.partial('The right date')),
    closedOn: field.optional(field.partial('The right day of closing')),
    clears: field.optional(
      field.list(field.oneOf(MATTER_CLEARABLE, 'A field'), 'What is not known, or not so, after all'),
    ),
    unlinks: field.optional(field.list(field.uuid('A matter'), 'Matters that it does not belong with')),
    reason: field.optional(field.sealed('Why the registration was wrong')),
  }),
});

export const matterEvents = new EventCatalogue([MatterOpened, MatterClosed, MatterLinked, MatterRegistrationCorrected]);

export type MatterEvent = EventOf<(typeof matterEvents.definitions)[number]>;
