import { defineEvent, EventCatalogue, field, knownDay, type EventOf } from '@liggare/kernel';

const partyId = field.uuid('The party');
const nameId = field.uuid('The name, so that a correction can say which one it corrects');
const name = field.text('Name of the party');
const abbreviation = field.optional(field.text('Abbreviation, as on ballot papers and in minutes'));
const corrects = field.uuid('Id of the fact (name, dissolution or succession) whose registration this corrects');
const reason = field.optional(field.sealed('Why the registration was wrong'));
const dissolvedOn = field.partial('First day the party no longer exists, as well as it is known');

/** How a party goes on in another. */
export const SUCCESSION_KINDS = ['merger', 'split', 'continuation'] as const;
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];

export const PartyRegistered = defineEvent('PartyRegistered', {
  sv: 'Ett parti har tagits upp i registret',
  en: 'A party was entered in the register',
  data: field.object({
    partyId,
    nameId,
    name,
    abbreviation,
    from: field.optional(field.day('First day of the name, when it is known')),
  }),
  validTime: ({ from }) => ({ from }),
});

export const PartyRenamed = defineEvent('PartyRenamed', {
  sv: 'Partiet heter något annat från en dag; det är fortfarande samma parti',
  en: 'The party has another name from a day on; it is still the same party',
  data: field.object({ partyId, nameId, name, abbreviation, from: field.day('First day of the new name') }),
  validTime: ({ from }) => ({ from }),
});

export const PartyNameCorrected = defineEvent('PartyNameCorrected', {
  sv: 'Registrets uppgift om ett partinamn var fel och ersätts i sin helhet',
  en: "The register's entry of a party's name was wrong and is replaced as a whole",
  corrects: true,
  data: field.object({
    partyId,
    corrects,
    name,
    abbreviation,
    from: field.optional(field.day('First day of the name, when it is known')),
    reason,
  }),
  validTime: ({ from }) => ({ from }),
});

export const PartyDissolved = defineEvent('PartyDissolved', {
  sv: 'Partiet har upphört; den som företräder det gör det tills något annat registreras',
  en: 'The party ceased to exist; who represents it does so until something else is registered',
  data: field.object({
    partyId,
    dissolutionId: field.uuid('The registration of the dissolution, so that a correction can name it'),
    on: dissolvedOn,
  }),
  validTime: ({ on }) => ({ from: knownDay(on) }),
});

export const PartyDissolutionCorrected = defineEvent('PartyDissolutionCorrected', {
  sv: 'Registrets uppgift om när partiet upphörde var fel',
  en: "The register's entry of when the party ceased to exist was wrong",
  corrects: true,
  data: field.object({ partyId, corrects, on: dissolvedOn, reason }),
  validTime: ({ on }) => ({ from: knownDay(on) }),
});

export const PartyDissolutionRetracted = defineEvent('PartyDissolutionRetracted', {
  sv: 'Att partiet upphört registrerades av misstag',
  en: 'That the party ceased to exist was registered by mistake',
  corrects: true,
  data: field.object({ partyId, corrects, reason }),
});

export const PartySuccessorLinked = defineEvent('PartySuccessorLinked', {
  sv: 'Partiet går vidare i ett annat: genom sammanslagning, delning eller nybildning',
  en: 'The party goes on in another: by merger, split or continuation',
  data: field.object({
    partyId,
    successionId: field.uuid('The succession, so that a correction can name it'),
    successorId: field.uuid('The party that comes after'),
    kind: field.oneOf(SUCCESSION_KINDS, 'Merged into it, split off into it, or continued as it'),
    from: field.optional(field.day('First day of the succession, when it is known')),
  }),
  validTime: ({ from }) => ({ from }),
});

export const PartySuccessorRetracted = defineEvent('PartySuccessorRetracted', {
  sv: 'Kopplingen till ett efterföljande parti registrerades av misstag',
  en: 'The link to a succeeding party was registered by mistake',
  corrects: true,
  data: field.object({ partyId, corrects, reason }),
});

export const PartyRegisteredInError = defineEvent('PartyRegisteredInError', {
  sv: 'Partiet togs upp i registret av misstag; posten gäller inget parti',
  en: 'The party was entered in the register by mistake; the entry is about none',
  corrects: true,
  data: field.object({ partyId, reason }),
});

export const partyEvents = new EventCatalogue([
  PartyRegistered,
  PartyRenamed,
  PartyNameCorrected,
  PartyDissolved,
  PartyDissolutionCorrected,
  PartyDissolutionRetracted,
  PartySuccessorLinked,
  PartySuccessorRetracted,
  PartyRegisteredInError,
]);

export type PartyEvent = EventOf<(typeof partyEvents.definitions)[number]>;
