import type { Attack } from '../attack.js';
import { Copy } from '../copy.js';
import { showReport } from './times.js';

/** T6, T8: what is not there. */
export const missingAttacks: readonly Attack[] = [
  {
    threat: 'T6',
    title: { sv: 'Utelämna en händelse ur en ström', en: 'Leave an event out of a stream' },
    aim: {
      sv: 'Operatören tar bort en av en grupps händelser innan någon sett en enda kontrollpunkt, och låter registret skriva under det som är kvar.',
      en: 'The operator removes one of a group’s events before anybody has seen a checkpoint, and has the register sign what is left.',
    },
    limits: {
      sv: 'Varje händelse har ett nummer i sin ström; det fattas ett (L5). Numreras resten om är det angrepp T2, och utan vittnen och sparad kontrollpunkt återstår protokollen (T8).',
      en: 'Every event has a number in its stream; one is lacking (L5). If the rest is numbered anew it is attack T2, and without witnesses and a kept checkpoint only the minutes are left (T8).',
    },
    perform: (original) =>
      Copy.of(original, async (copy) => {
        await copy.unlockLog();
        await copy.sql(
          "delete from event_store.event where position = (select min(position) from event_store.event where type = 'MemberAppointed')",
        );
        await copy.signAnew();
        await copy.exportAndExamine({ quorum: 'none' });
      }),
  },
  {
    threat: 'T8',
    title: { sv: 'Aldrig registrera händelsen', en: 'Never record the event at all' },
    aim: {
      sv: 'Ett beslut fattas, och ingen för in det.',
      en: 'A decision is taken, and nobody enters it.',
    },
    limits: {
      sv: 'Ingen matematik hittar det som aldrig fanns; L8 körs aldrig av ett program. Det som hjälper är numren utanför registret: paragrafer och diarienummer utan lucka, jämförda med de justerade protokollen. Rapporten visar demologgens luckor.',
      en: 'No mathematics finds what never was; L8 is never run by a program. What helps is the numbers outside the register: paragraphs and registry numbers without gaps, compared with the signed minutes. The report shows the gaps in the demo’s log.',
    },
    perform: (original) =>
      Copy.of(original, async (copy) => {
        copy.did.push('–');
        await copy.exportAndExamine();
        await showReport(copy, 'gaps', await copy.register.store.head());
      }),
  },
];
