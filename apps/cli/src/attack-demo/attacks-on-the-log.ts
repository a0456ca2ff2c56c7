import type { Attack, Seen, Words } from './attack.js';
import type { Copy } from './copy.js';
import { who } from './who.js';

/** The name of a party, where the operator wants another. */
const EDIT = `update event_store.event set data = replace(data::text, 'Fiktiva vänstern', 'Något annat parti')::json
  where type = 'PartyRegistered'`;

/** What a deed of the register itself ends with, when it refuses. */
async function refused(by: Words, deed: () => Promise<unknown>): Promise<Seen> {
  try {
    await deed();
    return { by, said: ['nothing: it went on'] };
  } catch (error) {
    return { by, said: [error instanceof Error ? error.message : String(error)] };
  }
}

/** T1 to T3, and T7: the log is changed, cut, or shown in two versions. */
export const attacksOnTheLog: readonly Attack[] = [
  {
    threat: 'T1',
    title: { sv: 'Ändrar en rad i databasen', en: 'Edits a row in the database' },
    lesson: { sv: 'Händelsen är inte den som trädet band.', en: 'The event is not the one that the tree bound.' },
    async perform({ policy }, copy) {
      await copy.sql(EDIT);
      return [await copy.verified(await copy.bundle(), who.auditor, { policy })];
    },
  },
  {
    threat: 'T1',
    title: { sv: 'Tar bort en rad', en: 'Deletes a row' },
    lesson: {
      sv: 'Registret självt vägrar; den som skriver paketet för hand har ett löv utan händelse.',
      en: 'The register itself refuses; who writes the bundle by hand has a leaf without an event.',
    },
    async perform({ policy }, copy) {
      const bundle = await copy.bundle();
      await copy.sql(`delete from event_store.event where data::text like '%Påhittade centern%'`);
      const exported = await refused(who.exporting, () => copy.bundle());
      await copy.rewrite(bundle, 'events.jsonl', (lines) => lines.replace(/^.*Påhittade centern.*\n/m, ''));
      return [exported, await copy.verified(bundle, who.auditor, { policy })];
    },
  },
  {
    threat: 'T1',
    title: { sv: 'Byter plats på två händelser', en: 'Swaps two events' },
    lesson: { sv: 'Varje löv har sin plats.', en: 'Every leaf has its place.' },
    async perform({ policy }, copy) {
      await copy.sql(`update event_store.event e set position = -s.other
        from (select position, lead(position) over (order by position) as next, lag(position) over (order by position) as last
              from event_store.event where data::text ~ 'Fiktiva vänstern|Påhittade centern') p,
        lateral (select coalesce(p.next, p.last) as other) s where e.position = p.position`);
      await copy.sql('update event_store.event set position = -position where position < 0');
      return [await copy.verified(await copy.bundle(), who.auditor, { policy })];
    },
  },
  {
    threat: 'T1',
    title: {
      sv: 'Återläser en gammal säkerhetskopia och fortsätter',
      en: 'Restores an old backup and goes on from it',
    },
    lesson: {
      sv: 'Registret minns vad nyckeln skrivit under. Tar man bort minnet vet vittnet och revisorn.',
      en: 'The register remembers what the key has signed. Take that memory away, and witness and auditor know.',
    },
    of: 'backup',
    async perform(scene, old) {
      old.deeds.push('pg_restore of an older backup; then four parties are registered');
      await old.record('Ett parti', 'Ett parti till', 'Ett tredje parti', 'Ett fjärde parti');
      const sequencer = await refused(who.register, () => old.sign());
      await old.forgetWhatWasSigned();
      await old.sign();
      const witness = { by: who.witness, said: [await scene.askWitness(old)] };
      const options = { policy: scene.policy, pinned: scene.pinned };
      return [sequencer, witness, await old.verified(await old.bundle(), who.withCheckpoint, options)];
    },
  },
  {
    threat: 'T2',
    title: {
      sv: 'Skriver om historien och undertecknar med loggens egen nyckel',
      en: 'Rewrites history and signs it with the log’s own key',
    },
    lesson: {
      sv: 'Utan en äldre kontrollpunkt ser allt rätt ut: därför ska någon annan ha en. Vittnet vägrar.',
      en: 'Without an earlier checkpoint all looks right: so somebody else must have one. The witness refuses.',
    },
    async perform(scene, copy) {
      await copy.sql(EDIT);
      await copy.signAnew();
      const bundle = await copy.bundle();
      const { policy, policyWithWitness, pinned } = scene;
      return [
        await copy.verified(bundle, who.naive, { policy }),
        { by: who.witness, said: [await scene.askWitness(copy)] },
        await copy.verified(bundle, who.withWitness, { policy: policyWithWitness }),
        await copy.verified(bundle, who.withCheckpoint, { policy, pinned }),
      ];
    },
  },
  {
    threat: 'T3',
    title: { sv: 'Visar två revisorer olika loggar', en: 'Shows two auditors two different logs' },
    lesson: {
      sv: 'De jämför tre rader text, eller har samma vittne.',
      en: 'They compare three lines of text, or have the same witness.',
    },
    async perform(scene, copy) {
      const other = await scene.copy('backup');
      try {
        await sideBySide(copy, other);
        const pinned = await copy.checkpoint();
        return [
          await copy.verified(await copy.bundle(), who.first, { policy: scene.policy }),
          await other.verified(await other.bundle(), who.second, { policy: scene.policy }),
          await other.verified(await other.bundle(), who.compared, {
            ...{ policy: scene.policy, pinned },
          }),
        ];
      } finally {
        await other.close();
      }
    },
  },
  {
    threat: 'T7',
    title: { sv: 'Klipper av loggens slut', en: 'Cuts off the end of the log' },
    lesson: { sv: 'Någon har sett en längre logg.', en: 'Somebody has seen a longer log.' },
    async perform({ policy, pinned }, copy) {
      await copy.sql(`delete from event_store.event where data::text ~ 'Fiktiva vänstern|Påhittade centern'`);
      await copy.sql(`delete from event_store.event where data::text ~ 'Hittepåmoderaterna|Sagoliberalerna'`);
      await copy.signAnew();
      const bundle = await copy.bundle();
      return [await copy.verified(bundle, who.withCheckpoint, { policy, pinned })];
    },
  },
];

/** The same size, signed by the same key, with another event in one. */
async function sideBySide(first: Copy, second: Copy): Promise<void> {
  await second.record('Fiktiva vänstern', 'Påhittade centern', 'Hittepåmoderaterna', 'För den andra revisorn');
  await second.forgetWhatWasSigned();
  await second.sign();
  first.deeds.push('a second copy of the register: the same but for its last event, signed by the same key');
}
