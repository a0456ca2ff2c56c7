import { replay } from '@liggare/audit';
import type { Attack } from '../attack.js';
import { Copy } from '../copy.js';
import { WEDNESDAY } from '../demo-days.js';
import { registerParty } from '../register-party.js';

/** T2, T3, T7: with the log's own key. */
export const signingAttacks: readonly Attack[] = [
  {
    threat: 'T2',
    title: {
      sv: 'Skriva om historien och skriva under med den stulna nyckeln',
      en: 'Rewrite history and sign with the stolen key',
    },
    aim: {
      sv: 'Operatören ändrar ett förordnande, rättar det offentliggjorda kontrolltalet, kastar trädet och nyckelns minne och låter registret skriva under allt på nytt. Inuti stämmer allt.',
      en: 'The operator changes an appointment, mends the published digest, throws away the tree and the key’s memory, and has the register sign everything anew. Inside everything fits.',
    },
    limits: {
      sv: 'Ingen matematik i paketet kan visa det: en omskriven logg är en riktig logg. Det som visar det är att någon annan minns: vittnena vägrar (L3), och en kontrollpunkt som revisorn sparat, eller som står i protokollet, stämmer inte (L4). Sista körningen visar hålet: en policy utan vittnen och ingen sparad kontrollpunkt ger slutkod 0.',
      en: 'No mathematics in the bundle can show it: a rewritten log is a proper log. What shows it is that somebody else remembers: the witnesses refuse (L3), and a checkpoint the auditor kept, or that is printed in minutes, does not fit (L4). The last run shows the hole: a policy without witnesses and no kept checkpoint give exit code 0.',
    },
    perform: (original) =>
      Copy.of(original, async (copy) => {
        await copy.unlockLog();
        await copy.sql(
          `update event_store.event set data = jsonb_set(data::jsonb, '{seat}', '77')::json
where position = (select max(position) from event_store.event where type = 'MemberAppointed')`,
        );
        const { rows } = await copy.database.query<{ position: string; size: number }>(
          `select position, (data ->> 'size')::int as size from event_store.event where type = 'StateDigestPublished'`,
        );
        for (const { position, size } of rows) {
          const { digest } = await replay(copy.register.store, { size });
          await copy.sql(
            `update event_store.event set data = jsonb_set(data::jsonb, '{digest}', '"${digest}"')::json where position = ${position}`,
          );
        }
        await copy.signAnew();
        await copy.askWitnesses();
        const bundle = (await copy.export())!;
        await copy.examine(bundle);
        await copy.examine(bundle, { pinned: copy.kept('monday') });
        await copy.examine(bundle, { quorum: 'none' });
      }),
  },
  {
    threat: 'T3',
    title: { sv: 'Visa två revisorer var sin logg', en: 'Show two auditors a log each' },
    aim: {
      sv: 'Två loggar av samma längd, båda riktigt underskrivna: den ena får revisionen och dess vittne se, den andra stadsarkivet och dess.',
      en: 'Two logs of one length, both properly signed: one is for the audit office and its witness, the other for the city archive and its.',
    },
    limits: {
      sv: 'Med en policy som nöjer sig med ett av vittnena håller båda paketen var för sig. Att jämföra tre rader räcker: den enes kontrollpunkt mot den andres paket. En policy som kräver båda vittnena stoppar det utan jämförelse, eftersom inget vittne skriver under två rötter.',
      en: 'With a policy that is content with one of the witnesses both bundles hold by themselves. Comparing three lines is enough: one’s checkpoint against the other’s bundle. A policy that asks for both witnesses stops it without a comparison, as no witness cosigns two roots.',
    },
    perform: (original) =>
      Copy.of(original, async (first) => {
        first.did.push('createdb --template liggare annan_logg');
        await registerParty(first.register, 'Partiet som revisionen ser', WEDNESDAY);
        await first.sign();
        await first.askWitnesses(['revisionen']);
        const shown = await first.checkpoint();
        await first.exportAndExamine({ quorum: 'any' });
        const second = await Copy.of(
          original,
          async (copy) => {
            await registerParty(copy.register, 'Partiet som stadsarkivet ser', WEDNESDAY);
            await copy.sign();
            await copy.askWitnesses(['stadsarkivet', 'revisionen']);
            const bundle = (await copy.export())!;
            await copy.examine(bundle, { quorum: 'any' });
            await copy.examine(bundle, { quorum: 'any', pinned: ['revisionens-kontrollpunkt', shown] });
            await copy.examine(bundle);
          },
          'tuesday',
          first,
        );
        first.looks.push(...second.looks);
      }),
  },
  {
    threat: 'T7',
    title: { sv: 'Klippa av slutet', en: 'Cut off the end' },
    aim: {
      sv: 'Allt efter måndagen tas bort: händelser, löv, kontrollpunkter. Det som är kvar är precis vad alla kunde se i måndags, med vittnenas underskrifter.',
      en: 'Everything after Monday is removed: events, leaves, checkpoints. What is left is just what everybody could see on Monday, with the witnesses’ signatures.',
    },
    limits: {
      sv: 'Ett avklippt paket är ett riktigt, gammalt paket: första körningen ger slutkod 0. Fråga därför alltid ett vittne efter den senaste kontrollpunkten (alla får fråga), eller jämför med den du sparade.',
      en: 'A bundle cut off is a proper, old one: the first run gives exit code 0. So always ask a witness for the newest checkpoint (anybody may), or compare with the one you kept.',
    },
    perform: (original) =>
      Copy.of(original, async (copy) => {
        const { size } = copy.original.kept.monday;
        await copy.unlockLog();
        await copy.sql(
          `delete from event_store.event where position > (select position from evidence.leaf where seq = ${size - 1})`,
        );
        await copy.sql(
          `update evidence.progress set size = ${size}, position = (select position from evidence.leaf where seq = ${size - 1})`,
        );
        await copy.sql(`delete from evidence.leaf where seq >= ${size}`);
        await copy.sql(`delete from evidence.node where (index + 1) * (1::bigint << level) > ${size}`);
        await copy.sql(`delete from evidence.signed_checkpoint where size > ${size}`);
        await copy.sql(`delete from evidence.cosignature where size > ${size}`);
        await copy.forgetSigning();
        const bundle = (await copy.export())!;
        await copy.examine(bundle);
        const newest = await copy.witnesses.checkpointOf('revisionen', copy.original.logName);
        copy.looks.push({
          ...{ who: 'auditor', ran: 'curl https://revisionen.example/w1/…/checkpoint | head -2' },
          lines: newest.split('\n').slice(0, 2),
        });
        await copy.examine(bundle, { pinned: ['vittnets-kontrollpunkt', newest] });
      }),
  },
];
