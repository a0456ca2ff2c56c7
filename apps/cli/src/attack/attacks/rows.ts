import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attack } from '../attack.js';
import { Copy } from '../copy.js';
import { WEDNESDAY } from '../demo-days.js';
import { listAnew } from '../list-anew.js';
import { registerParty } from '../register-party.js';

const APPOINTED = "(select min(position) from event_store.event where type = 'MemberAppointed')";

/** T1: the database, without the log's key. */
export const rowAttacks: readonly Attack[] = [
  {
    threat: 'T1',
    title: { sv: 'Ändra en rad i databasen', en: 'Edit a row in the database' },
    aim: {
      sv: 'Någon med databasens lösenord ändrar i efterhand vilken plats en ledamot utsågs till.',
      en: 'Somebody with the password of the database changes afterwards which seat a member was appointed to.',
    },
    limits: {
      sv: 'Hittas av var och en som har ett paket, utan tidigare kontrollpunkt: händelsen är inte den som lövet i trädet band (L1). Uppspelning ger också ett annat tillstånd än det som offentliggjorts. Databasens eget skydd (en trigger) stoppar bara misstag.',
      en: 'Found by anybody with a bundle, without an earlier checkpoint: the event is not the one its leaf bound (L1). Replay gives another state than the published one, too. The database’s own guard (a trigger) stops only mistakes.',
    },
    perform: (original) =>
      Copy.of(original, async (copy) => {
        await copy.unlockLog();
        await copy.sql(
          `update event_store.event set data = jsonb_set(data::jsonb, '{seat}', '77')::json where position = ${APPOINTED}`,
        );
        await copy.exportAndExamine();
        await copy.replay();
      }),
  },
  {
    threat: 'T1',
    title: { sv: 'Ta bort en rad', en: 'Delete a row' },
    aim: {
      sv: 'Ett förordnande ska aldrig ha funnits. När registret då inte längre kan göra något paket tar operatören bort raden ur ett gammalt paket för hand, och gör om listan med kontrollsummor.',
      en: 'An appointment is to have never been. As the register can then make no bundle any more, the operator takes the line out of an older bundle by hand, and makes the list of hashes anew.',
    },
    limits: {
      sv: 'Trädet har ett löv för mycket. Registret självt vägrar göra paketet, och det handgjorda faller på första raden efter luckan.',
      en: 'The tree has a leaf too many. The register itself refuses to make the bundle, and the one made by hand falls at the first line after the gap.',
    },
    perform: (original) =>
      Copy.of(original, async (copy) => {
        const honest = (await copy.export())!;
        await copy.unlockLog();
        await copy.sql(`delete from event_store.event where position = ${APPOINTED}`);
        await copy.export();
        copy.did.push('sed -i /MemberAppointed/{…} paket/events.jsonl; sha256sum … > paket/SHA256SUMS');
        const file = join(honest, 'events.jsonl');
        const lines = (await readFile(file, 'utf8')).split('\n');
        lines.splice(
          lines.findIndex((line) => line.includes('"type":"MemberAppointed"')),
          1,
        );
        await writeFile(file, lines.join('\n'));
        await listAnew(honest);
        await copy.examine(honest);
      }),
  },
  {
    threat: 'T1',
    title: { sv: 'Byta plats på två händelser', en: 'Swap two events' },
    aim: {
      sv: 'Vem som utsågs först avgör vem som är äldst i uppdraget.',
      en: 'Who was appointed first decides who is the senior.',
    },
    limits: {
      sv: 'Lövets plats i trädet är händelsens plats i loggen: båda händelserna är fel, var för sig.',
      en: 'The place of the leaf is the place of the event: both are wrong, each by itself.',
    },
    perform: (original) =>
      Copy.of(original, async (copy) => {
        const { rows } = await copy.database.query<{ position: string }>(
          "select position from event_store.event where type = 'MemberAppointed' order by position limit 2",
        );
        const [one, other] = rows.map(({ position }) => position);
        await copy.unlockLog();
        await copy.sql(
          `update event_store.event set position = case position when ${one} then -${other} else -${one} end where position in (${one}, ${other})`,
        );
        await copy.sql('update event_store.event set position = -position where position < 0');
        await copy.exportAndExamine();
      }),
  },
  {
    threat: 'T1',
    title: { sv: 'Läsa tillbaka en gammal säkerhetskopia', en: 'Restore an old backup' },
    aim: {
      sv: 'Måndagens säkerhetskopia läses tillbaka på onsdagen, så att det som registrerades på tisdagen är borta; sedan går arbetet vidare.',
      en: 'Monday’s backup is restored on Wednesday, so that what was recorded on Tuesday is gone; then work goes on.',
    },
    limits: {
      sv: 'Registret vägrar själv skriva under: nyckelns minne ligger bredvid nyckeln, inte i databasen. Tas också det bort, så vägrar vittnena, och var och en som har tisdagens kontrollpunkt ser det. Utan vittnen och utan någon som sparat tisdagens kontrollpunkt syns det inte.',
      en: 'The register itself refuses to sign: the key’s memory lies beside the key, not in the database. If that is removed too, the witnesses refuse, and whoever has Tuesday’s checkpoint sees it. Without witnesses, and nobody who kept Tuesday’s checkpoint, it cannot be seen.',
    },
    perform: (original) =>
      Copy.of(
        original,
        async (copy) => {
          copy.did.push('pg_restore --clean måndag.dump');
          for (const name of ['Nya partiet', 'Andra partiet', 'Tredje partiet', 'Fjärde partiet']) {
            await registerParty(copy.register, name, WEDNESDAY);
          }
          await copy.sign();
          await copy.forgetSigning();
          await copy.sign();
          await copy.askWitnesses();
          const bundle = (await copy.export())!;
          await copy.examine(bundle);
          await copy.examine(bundle, { pinned: copy.kept('tuesday') });
          await copy.examine(bundle, { quorum: 'none' });
        },
        'monday',
      ),
  },
];
