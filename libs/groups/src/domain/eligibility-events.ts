import { defineEvent, field } from '@liggare/kernel';
import { knownDays } from './group-events.js';
import { ELIGIBILITY_GROUNDS } from './vocabulary.js';

const appointmentId = field.uuid('The appointment');

export const EligibilityLost = defineEvent('EligibilityLost', {
  sv: 'Innehavaren är inte längre valbar; den som fullmäktige valt behåller uppdraget till nästa fullmäktigesammanträde (4 kap. 7 § KL)',
  en: 'The holder is no longer eligible; whoever the council elected keeps the appointment until the next council meeting (KL 4:7)',
  data: field.object({
    lossId: field.uuid('This loss'),
    appointmentId,
    ground: field.oneOf(ELIGIBILITY_GROUNDS, 'Why; somebody has confirmed it'),
    since: field.partial('When the ground arose, e.g. the day of moving: not the day the appointment ends'),
    basis: field.basis(),
  }),
  validTime: ({ since }) => ({ ...knownDays(since) }),
});

export const EligibilityRetained = defineEvent('EligibilityRetained', {
  sv: 'Fullmäktige lät den som inte längre är valbar behålla uppdraget (4 kap. 7 § KL)',
  en: 'The council let somebody who is no longer eligible keep the appointment (KL 4:7)',
  data: field.object({
    lossId: field.uuid('The loss it is about'),
    appointmentId,
    on: field.day('Day of the decision'),
    basis: field.basis(),
  }),
  validTime: ({ on }) => ({ from: on }),
});
