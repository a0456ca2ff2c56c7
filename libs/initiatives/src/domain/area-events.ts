import { defineEvent, EventCatalogue, field, knownDay, type EventOf } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';

const areaId = field.uuid('The area');
const basis = field.basis();
const name = field.text('What it is called');
const code = field.optional(field.text('Code by which problems and initiatives may name it'));
const boundaryId = field.uuid('The version of the boundary');
const nameId = field.uuid('The name');
const boundary = field.text('Where it runs, in words');
const geometry = field.optional(field.text('Where its geometry is kept, e.g. the address of a map layer'));
const reason = field.optional(field.sealed('Why; sealed, for it may name people'));

/** How an area goes on in another. */
export const AREA_SUCCESSIONS = ['merged', 'split'] as const;
export type AreaSuccession = (typeof AREA_SUCCESSIONS)[number];

export const AreaRegistered = defineEvent('AreaRegistered', {
  sv: 'Ett område har tagits upp i registret, med sitt namn och sin första gräns',
  en: 'An area was entered in the register, with its name and first boundary',
  data: field.object({
    areaId,
    ...{ nameId, name, code, boundaryId, boundary, geometry },
    from: field.partial('Since when it is so'),
  }),
  validTime: ({ from }) => ({ from: knownDay(from) }),
});

export const AreaRenamed = defineEvent('AreaRenamed', {
  sv: 'Området har ett nytt namn från en dag',
  en: 'The area has a new name from a day on',
  data: field.object({ areaId, nameId, name, from: field.day('First day of the name'), basis }),
  validTime: ({ from }) => ({ from }),
});

export const AreaBoundaryChanged = defineEvent('AreaBoundaryChanged', {
  sv: 'Området har en ny gräns från en dag; siffror före och efter gäller inte samma yta',
  en: 'The area has a new boundary from a day on; figures before and after are not of the same surface',
  data: field.object({ areaId, boundaryId, boundary, geometry, from: field.day('First day of the boundary'), basis }),
  validTime: ({ from }) => ({ from }),
});

export const AreaSucceeded = defineEvent('AreaSucceeded', {
  sv: 'Området har gått upp i ett annat, eller delats',
  en: 'The area went into another, or was split',
  data: field.object({
    areaId,
    successionId: field.uuid('The succession'),
    successorId: field.uuid('The area it goes on in'),
    kind: field.oneOf(AREA_SUCCESSIONS, 'Merged into it, or one of several it was split into'),
    on: field.day('First day of the successor'),
    basis,
  }),
  validTime: ({ on }) => ({ from: on }),
});

export const AreaRegistrationCorrected = defineEvent('AreaRegistrationCorrected', {
  sv: 'Registrets uppgift om området var fel; området självt är oförändrat',
  en: 'What the register said of the area was wrong; the area itself is unchanged',
  corrects: true,
  data: field.object({
    areaId,
    corrects: field.uuid('Id of the fact (name, boundary or succession) that was wrong'),
    name: field.optional(name),
    boundary: field.optional(boundary),
    geometry,
    withdrawn: field.optional(Type.Literal(true, { description: 'The fact was registered by mistake' })),
    reason,
  }),
});

export const areaEvents = new EventCatalogue([
  AreaRegistered,
  AreaRenamed,
  AreaBoundaryChanged,
  AreaSucceeded,
  AreaRegistrationCorrected,
] as const);

export type AreaEvent = EventOf<(typeof areaEvents.definitions)[number]>;
