import { defineEvent, field } from '@liggare/kernel';
import { pointNumber } from './identity-fields.js';

const decisionId = field.uuid('The decision');
const appealId = field.uuid('The appeal in which it was judged');
const points = field.list(pointNumber, 'The points that were annulled, and no others');

/** KL 13:8; a court annuls or leaves as it is, it never decides in the municipality's place. */
export const PointsAnnulled = defineEvent('PointsAnnulled', {
  sv: 'En domstol upphävde punkter i beslutet',
  en: 'A court annulled points of the decision',
  data: field.object({
    decisionId,
    appealId,
    points,
    court: field.text('Which court'),
    caseNumber: field.optional(field.text("The court's number of the case")),
    judgmentOn: field.day('Day of the judgment'),
    finalOn: field.optional(field.day('Day the judgment became final; absent while it may be appealed against')),
  }),
  validTime: ({ judgmentOn }) => ({ from: judgmentOn }),
});

export const AnnulmentBecameFinal = defineEvent('AnnulmentBecameFinal', {
  sv: 'Domen som upphävde punkter i beslutet vann laga kraft',
  en: 'The judgment that annulled points of the decision became final',
  data: field.object({ decisionId, appealId, points, finalOn: field.day('Day the judgment became final') }),
  validTime: ({ finalOn }) => ({ from: finalOn }),
});

export const AnnulmentRegisteredInError = defineEvent('AnnulmentRegisteredInError', {
  sv: 'Upphävandet var fel registrerat: så dömdes det inte, eller domen ändrades i högre instans',
  en: 'The annulment was registered in error: no such judgment, or a higher court set it aside',
  corrects: true,
  data: field.object({ decisionId, appealId, points, reason: field.optional(field.sealed('Why')) }),
});
