import { makeReport, REPORTS } from '@liggare/audit';
import { groupAggregate } from '@liggare/groups';
import { civilDateAt, derivedId, instant, partialDate, type Instant, type Position } from '@liggare/kernel';
import { project } from '@liggare/projections';
import { table } from '../../output/table.js';
import type { Attack } from '../attack.js';
import { Copy } from '../copy.js';
import { WEDNESDAY } from '../demo-days.js';
import { readModelNamed } from '../read-model-named.js';
import { operatorContext, registerParty } from '../register-party.js';

const SUNDAY_BEFORE = instant('2026-11-29T20:00:00Z');
const NEXT_YEAR = instant('2027-12-01T09:00:00Z');

/** The operator sets the server’s clock, and records. */
async function recordAt(copy: Copy, moment: Instant): Promise<void> {
  copy.did.push(`date --set ${moment}`);
  await registerParty(copy.register, 'Efterhandspartiet', moment);
  copy.did.push('date --set now');
  await copy.sign();
  await copy.askWitnesses();
  await copy.exportAndExamine();
}

/** A report of the copy, as far as the audit trail is behind the log brought up to it. */
export async function showReport(copy: Copy, name: string, after: Position, words = ''): Promise<void> {
  const { store, database } = copy.register;
  await project(database, readModelNamed('audit-trail'), store, { after });
  const definition = REPORTS.find((each) => each.name === name)!;
  const report = await makeReport(copy.register, definition, { since: civilDateAt(WEDNESDAY) });
  const rows: string[][] = [report.columns.map(({ en }) => en)];
  for await (const row of report.rows)
    rows.push(row.map((cell) => String(cell ?? '').replace(/^(.{28}).{4,}$/, '$1…')));
  const lines = table(rows.slice(0, 6));
  const more = rows.length > 6 ? [`… ${rows.length - 6} more`] : [];
  copy.looks.push({ who: 'auditor', ran: `liggare audit report ${name}${words}`, lines: [...lines, ...more] });
}

/** T4, T5, T12: lies about when. */
export const timeAttacks: readonly Attack[] = [
  {
    threat: 'T4',
    title: { sv: 'Registrera med ett gammalt datum', en: 'Back-date' },
    aim: {
      sv: 'Något registreras på onsdagen, men ska se ut att ha gjorts söndagen före. Servern får sin klocka ställd.',
      en: 'Something is recorded on Wednesday and is to look as if it had been on the Sunday before last. The server’s clock is set.',
    },
    limits: {
      sv: 'Lövet står efter en kontrollpunkt som vittnen skrev under på tisdagen, och säger sig vara äldre än löven framför (L5). Det kräver vittnen: de säger vad klockan var. Mellan två kontrollpunkter går tiden inte att pröva; gör dem täta.',
      en: 'The leaf stands after a checkpoint that witnesses cosigned on Tuesday, and says it is older than the leaves before it (L5). That takes witnesses: they say what time it was. Between two checkpoints times cannot be examined; make them frequent.',
    },
    perform: (original) => Copy.of(original, (copy) => recordAt(copy, SUNDAY_BEFORE)),
  },
  {
    threat: 'T5',
    title: { sv: 'Registrera med ett framtida datum', en: 'Forward-date' },
    aim: {
      sv: 'En händelse tillverkas i förväg, för att finnas där när den behövs.',
      en: 'An event is made beforehand, to be there when it is needed.',
    },
    limits: {
      sv: 'Ett vittne skrev under en kontrollpunkt som har händelsen i sig, långt före den tid den säger (L5).',
      en: 'A witness cosigned a checkpoint with the event in it long before the time it says (L5).',
    },
    perform: (original) => Copy.of(original, (copy) => recordAt(copy, NEXT_YEAR)),
  },
  {
    threat: 'T12',
    title: { sv: 'Ljuga om när något gällde', en: 'Lie about when something held' },
    aim: {
      sv: 'I dag registreras att en grupp inrättades redan 2021. Det är tillåtet: så ser också en sann uppgift ut som kommit sent.',
      en: 'Today it is recorded that a group was established in 2021 already. That is allowed: a true fact that came late looks the same.',
    },
    limits: {
      sv: 'Ingen nivå faller, och ska inte göra det: om det är sant kan bara protokollet säga. Men att det registrerades först nu går inte att dölja (T4), och rapporten över det som registrerats i efterhand visar det.',
      en: 'No level fails, and none should: only the minutes can say whether it is true. But that it was recorded only now cannot be hidden (T4), and the report of what was recorded afterwards shows it.',
    },
    perform: (original) =>
      Copy.of(original, async (copy) => {
        const { store, repository } = copy.register;
        const before = await store.head();
        const from = partialDate('2021-01-01');
        const command = { type: 'EstablishGroup', name: 'Arbetsgruppen', legalForm: 'reference-group', from } as const;
        copy.did.push(
          'POST /v1/groups {"name": "Arbetsgruppen", "legalForm": "reference-group", "from": "2021-01-01"}',
        );
        await repository.execute(
          groupAggregate,
          derivedId('group', 'T12'),
          command,
          operatorContext(WEDNESDAY, 'group'),
        );
        await copy.sign();
        await copy.askWitnesses();
        await copy.exportAndExamine();
        await showReport(copy, 'retroactive', before, ' --since 2026-12-09');
      }),
  },
];
