import { connect } from '@liggare/database';
import { dump, layReadModel, project } from '@liggare/projections';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attack, Look } from '../attack.js';
import { Copy } from '../copy.js';
import { listAnew } from '../list-anew.js';
import { readModelNamed } from '../read-model-named.js';

/** The auditor builds the read model of who sits where in a database of their own, and compares every row. */
async function compared({ original, database, register }: Copy): Promise<Look> {
  const name = `auditor_${process.pid}`;
  const server = connect(original.server.url(), { max: 1 });
  await server.query(`create database ${name}`);
  const own = connect(original.server.url(name), { max: 2 });
  try {
    const composition = readModelNamed('composition');
    await layReadModel(own, composition);
    await project(own, composition, register.store);
    const [shown, built] = [await dump(database, composition), await dump(own, composition)];
    const only = (some: readonly string[], others: readonly string[]) => some.filter((row) => !others.includes(row));
    const lines = only(built, shown).map((row, n) => difference(row, only(shown, built)[n] ?? '{}'));
    const ran = 'compare the rows of composition with those built anew from the log';
    return { who: 'auditor', ran, lines: [`${built.length} rows, ${lines.length} differ`, ...lines] };
  } finally {
    await own.end();
    await server.query(`drop database ${name} with (force)`);
    await server.end();
  }
}

/** Fields in which two rows differ. */
function difference(built: string, shown: string): string {
  const fields = (row: string) => JSON.parse(row.slice(row.indexOf('{'))) as Record<string, unknown>;
  const [from, to] = [fields(built), fields(shown)];
  const table = built.slice(0, built.indexOf(' '));
  const changed = Object.keys(from).filter((key) => JSON.stringify(from[key]) !== JSON.stringify(to[key]));
  return changed
    .map((key) => `${table}.${key}: the log says ${String(from[key])}, the read model ${String(to[key])}`)
    .join('; ');
}

/** T9: a log that is right, and a screen that is not. */
export const readModelAttacks: readonly Attack[] = [
  {
    threat: 'T9',
    title: { sv: 'Ljuga i en läsmodell', en: 'Lie in a read model' },
    aim: {
      sv: 'Loggen lämnas i fred. I stället ändras tabellen som skärmen visar, och i paketet det tillstånd som registret uppger.',
      en: 'The log is left alone. The table that the screen shows is changed instead, and in the bundle the state that the register states.',
    },
    limits: {
      sv: 'Läsmodeller är inga bevis, och inga händelser visar att någon ändrat i dem: paketet är rätt och håller. Den som gör om dem ur loggen ser skillnaden rad för rad. Det uppgivna tillståndet prövas i varje paket genom uppspelning med reglerna ensamma (L6).',
      en: 'Read models are no evidence, and no event shows that somebody changed them: the bundle is right and holds. Whoever makes them anew from the log sees the difference row by row. The stated state is examined in every bundle by replaying with the rules alone (L6).',
    },
    perform: (original) =>
      Copy.of(original, async (copy) => {
        // Read models refuse to be changed as well; triggers do not run for a replica.
        await copy.sql(
          'set session_replication_role = replica;\nupdate composition.membership set seat = 77 where recorded_from = (select min(recorded_from) from composition.membership)',
        );
        copy.looks.push(await compared(copy));
        const bundle = (await copy.export())!;
        await copy.examine(bundle);
        const file = join(bundle, 'state/digests.csv');
        copy.did.push('edit paket/state/digests.csv; sha256sum … > paket/SHA256SUMS');
        const text = await readFile(file, 'utf8');
        await writeFile(
          file,
          text.replace(/;([^d])/, (_, first: string) => `;${first === 'A' ? 'B' : 'A'}`),
        );
        await listAnew(bundle);
        await copy.examine(bundle);
      }),
  },
];
