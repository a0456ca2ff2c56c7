import { defineEvent, field } from '@liggare/kernel';
import { Type } from '@sinclair/typebox';

const point = {
  decisionId: field.uuid('The decision'),
  point: Type.Integer({ minimum: 1, description: 'The point of it' }),
};

/** What can rest on a decision point, in a group. */
export const RESTING_FACTS = [
  'term',
  'dissolution',
  'underlying-seat',
  'name',
  'instruction',
  'seat-change',
  'appointment',
  'appointment-end',
  'role',
  'role-end',
  'function-seat',
  'vacancy',
] as const;
export type RestingFact = (typeof RESTING_FACTS)[number];

export const BasisAnnulled = defineEvent('BasisAnnulled', {
  sv: 'En domstol upphävde en beslutspunkt: det i gruppen som vilar på den har aldrig gällt rättsligt, och gällde i praktiken tills domen vann laga kraft',
  en: 'A court annulled a decision point: what rests on it in the group never held de jure, and held de facto until the judgment became final',
  data: field.object({
    ...point,
    finalOn: field.day('Day the judgment became final'),
    rests: field.list(
      field.object({
        what: field.oneOf(RESTING_FACTS, 'Kind of fact'),
        id: field.optional(field.text('Which one: an id, or a version or sequence number')),
      }),
      'What rested on the point when this was recorded',
    ),
  }),
  validTime: ({ finalOn }) => ({ from: finalOn }),
});

export const BasisAnnulmentRetracted = defineEvent('BasisAnnulmentRetracted', {
  sv: 'Upphävandet av en beslutspunkt var fel registrerat: det som vilar på den gäller som förut',
  en: 'The annulment of a decision point was registered in error: what rests on it holds as before',
  corrects: true,
  data: field.object(point),
});
