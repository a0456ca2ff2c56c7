import { commit, seal, type Sealed } from '@liggare/evidence';
import type { Attack } from '../attack.js';
import { Copy } from '../copy.js';

const REGISTERED = "(select min(position) from event_store.event where type = 'PersonRegistered')";

interface SealedRow {
  readonly event_id: string;
  readonly sealed: Readonly<Record<string, Sealed>>;
}

/** T10, T11: names, which are not in the log in the clear. */
export const personalAttacks: readonly Attack[] = [
  {
    threat: 'T10',
    title: { sv: 'Visa en annan text för samma åtagande', en: 'Show another text for the same commitment' },
    aim: {
      sv: 'Loggen har bara åtaganden för namn; texten ligger krypterad bredvid. Operatören, som har nycklarna, krypterar ett annat namn på rätt sätt och byter ut det. Dekrypteringen lyckas.',
      en: 'The log has only commitments to names; the text is encrypted beside. The operator, who has the keys, encrypts another name as it should be and exchanges it. It decrypts.',
    },
    limits: {
      sv: 'Lövet binder åtagandet, inte det krypterade: en annan text öppnar det inte (L7). Samma paket utan namn håller, och visar då heller inget namn.',
      en: 'The leaf binds the commitment, not the ciphertext: another text does not open it (L7). The same bundle without names holds, and shows no name either.',
    },
    perform: (original) =>
      Copy.of(original, async (copy) => {
        const { rows } = await copy.database.query<SealedRow>(
          `select event_id, metadata -> 'sealed' as sealed from event_store.event where position = ${REGISTERED}`,
        );
        const { event_id: event, sealed } = rows[0]!;
        const [ptr, { kid }] = Object.entries(sealed)[0]!;
        const key = (await copy.register.keys.forReading([kid])).get(kid) as Uint8Array;
        const place = { event, log: copy.register.log.name, ptr };
        const other = seal(commit(ptr, 'Någon Annan').disclosure, kid, key, place);
        await copy.unlockLog();
        const path = `{sealed,${ptr}}`;
        await copy.database.query(
          `update event_store.event set metadata = jsonb_set(metadata::jsonb, $1, $2)::json where position = ${REGISTERED}`,
          [path, JSON.stringify(other)],
        );
        copy.did.push(
          `update event_store.event set metadata = jsonb_set(metadata::jsonb, '${path}', '{"alg": "A256GCM", "ct": …}')::json where position = ${REGISTERED};`,
        );
        await copy.exportAndExamine();
      }),
  },
  {
    threat: 'T11',
    title: { sv: 'Förstöra nycklar för att dölja', en: 'Destroy keys to hide something' },
    aim: {
      sv: 'En persons nyckel förstörs i databasen, så att ingen kan läsa vem som satt där. Det ska se ut som en radering.',
      en: 'A person’s key is destroyed in the database, so that nobody can read who sat there. It is to look like an erasure.',
    },
    limits: {
      sv: 'En riktig radering är en händelse som säger vem som beslutade, med vilken grund och om vilka åtaganden. Saknas den är det en radering som ingen förklarat (L7, slutkod 4). Texten själv går inte att få tillbaka.',
      en: 'A real erasure is an event that says who decided, on what ground, and about which commitments. Without it, it is an erasure nobody explained (L7, exit code 4). The text itself cannot be had back.',
    },
    perform: (original) =>
      Copy.of(original, async (copy) => {
        await copy.sql(
          `update keys.subject_key set state = 'erased', wrapped = null
where kid = (select (jsonb_each(metadata::jsonb -> 'sealed')).value ->> 'kid'
  from event_store.event where position = ${REGISTERED} limit 1)`,
        );
        await copy.exportAndExamine();
      }),
  },
];
