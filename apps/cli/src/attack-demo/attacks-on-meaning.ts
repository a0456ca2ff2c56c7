import { makeReport, REPORTS, type ReportOrder } from '@liggare/audit';
import { addDays, civilDateAt, instantFromMillis, millisOf } from '@liggare/kernel';
import type { Attack, Seen } from './attack.js';
import type { Copy } from './copy.js';
import { who } from './who.js';

const DAY_MS = 86_400_000;

/** A report of the register, its first rows. */
async function report({ register }: Copy, name: string, order: ReportOrder = {}, rows = 3): Promise<Seen> {
  const made = await makeReport(
    register,
    REPORTS.find((each) => each.name === name)!,
    order,
  );
  const said: string[] = [];
  for await (const row of made.rows) said.push(row.map((cell) => String(cell ?? '')).join(' · '));
  const more = said.length > rows ? [`… ${said.length - rows} more`] : [];
  return { by: who.reporting(name), said: [...said.slice(0, rows), ...more] };
}

function daysFromNow({ register }: Copy, days: number) {
  return instantFromMillis(millisOf(register.clock.now()) + days * DAY_MS);
}

/** T4 to T6, and T8 to T12: the log is whole, and what it says is not so. */
export const attacksOnMeaning: readonly Attack[] = [
  {
    threat: 'T4',
    title: {
      sv: 'Daterar tillbaka: registrerar i dag med förra veckans tid',
      en: 'Back-dates: records today with last week’s time',
    },
    lesson: {
      sv: 'Vittnet såg loggen utan händelsen i dag; då kan den inte vara från förra veckan.',
      en: 'The witness saw the log without the event today; so it cannot be of last week.',
    },
    async perform(scene, copy) {
      copy.deeds.push('an event whose recordedAt is a week ago is appended, and signed as usual');
      await copy.recordAt(daysFromNow(copy, -7), 'Tillbakadaterade partiet');
      await copy.sign();
      await scene.askWitness(copy);
      const options = { policy: scene.policyWithWitness, pinned: scene.pinned };
      return [await copy.verified(await copy.bundle(), who.auditor, options)];
    },
  },
  {
    threat: 'T5',
    title: {
      sv: 'Daterar framåt: händelsen säger sig vara från nästa vecka',
      en: 'Forward-dates: the event says it is of next week',
    },
    lesson: {
      sv: 'Vittnet såg den i loggen redan i dag.',
      en: 'The witness saw it in the log today already.',
    },
    async perform(scene, copy) {
      copy.deeds.push('an event whose recordedAt is in a week is appended, and signed as usual');
      await copy.recordAt(daysFromNow(copy, 7), 'Framtidspartiet');
      await copy.sign();
      await scene.askWitness(copy);
      const options = { policy: scene.policyWithWitness, pinned: scene.pinned };
      return [await copy.verified(await copy.bundle(), who.auditor, options)];
    },
  },
  {
    threat: 'T6',
    title: {
      sv: 'Utelämnar en händelse ur en ström och gör om trädet',
      en: 'Leaves an event out of a stream and makes the tree anew',
    },
    lesson: { sv: 'Strömmens nummer har en lucka.', en: 'The numbers of the stream have a gap.' },
    async perform({ policy }, copy) {
      await copy.sql(`delete from event_store.event where revision = 1 and stream =
        (select stream from event_store.event where stream like 'group-%' group by stream order by count(*) desc limit 1)`);
      await copy.signAnew();
      return [await copy.verified(await copy.bundle(), who.auditor, { policy })];
    },
  },
  {
    threat: 'T8',
    title: { sv: 'Registrerar aldrig ett beslut', en: 'Never records a decision at all' },
    lesson: {
      sv: 'Ingen matematik visar det. Luckor i paragraf- och diarienummer gör det, mot de justerade protokollen.',
      en: 'No mathematics shows it. Gaps in numbers of paragraphs and matters do, against the adjusted minutes.',
    },
    async perform({ policy }, copy) {
      return [await copy.verified(await copy.bundle(), who.auditor, { policy }), await report(copy, 'gaps')];
    },
  },
  {
    threat: 'T9',
    title: {
      sv: 'Ljuger om tillståndet: uppger ett annat än loggens',
      en: 'Lies in a projection: states what does not follow from the log',
    },
    lesson: {
      sv: 'Revisorn spelar upp loggen med reglerna i paketet och får ett annat kontrolltal.',
      en: 'The auditor replays the log with the rules in the bundle, and gets another digest.',
    },
    async perform({ policy }, copy) {
      const bundle = await copy.bundle();
      await copy.rewrite(bundle, 'state/digests.csv', (text) =>
        text.replace(/[A-Za-z0-9_-]{43}/, (digest) => digest.split('').reverse().join('')),
      );
      return [await copy.verified(bundle, who.auditor, { policy })];
    },
  },
  {
    threat: 'T10',
    title: {
      sv: 'Visar ett annat namn än det som registrerades',
      en: 'Shows another name than the one that was recorded',
    },
    lesson: {
      sv: 'Ett saltat åtagande öppnas av en enda text.',
      en: 'A salted commitment is opened by one text only.',
    },
    async perform({ policy }, copy) {
      const bundle = await copy.bundle();
      await copy.rewrite(bundle, 'events.jsonl', (lines) => {
        const [one, other] = [...lines.matchAll(/"\/givenName":"([A-Za-z0-9_-]+)"/g)].map(
          ([, disclosure]) => disclosure!,
        );
        return lines.replace(one!, other!);
      });
      return [await copy.verified(bundle, who.auditor, { policy })];
    },
  },
  {
    threat: 'T11',
    title: { sv: 'Förstör nycklar för att dölja bevis', en: 'Destroys keys to hide evidence' },
    lesson: {
      sv: 'Allt oläsligt ska förklaras av en radering med beslut och rättslig grund.',
      en: 'All that cannot be read must be explained by an erasure with authority and legal basis.',
    },
    async perform({ policy }, copy) {
      await copy.sql(`update keys.subject_key set state = 'erased', wrapped = null
        where subject = (select subject from keys.subject_key where wrapped is not null order by created_at limit 1)`);
      return [await copy.verified(await copy.bundle(), who.auditor, { policy })];
    },
  },
  {
    threat: 'T12',
    title: {
      sv: 'Ljuger om när något gällde: ”bildades redan förra året”',
      en: 'Lies about when it held: “it was formed last year”',
    },
    lesson: {
      sv: 'Tillåtet, för verkligheten registreras ofta i efterhand, och synligt: rapporten visar det.',
      en: 'Allowed, for reality is often recorded late, and visible: the report shows it.',
    },
    async perform({ policy }, copy) {
      const today = civilDateAt(copy.register.clock.now());
      const from = addDays(today, -400);
      copy.deeds.push(`a party is registered today, said to exist since ${from}`);
      await copy.recordAt(copy.register.clock.now(), 'Det sena partiet', from);
      await copy.work();
      return [
        await copy.verified(await copy.bundle(), who.auditor, { policy }),
        await report(copy, 'retroactive', { since: today }),
      ];
    },
  },
];
