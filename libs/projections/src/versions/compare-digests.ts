import type { Database, Transaction } from '@liggare/database';
import pg from 'pg';
import { loadVersions, type ProjectionVersion } from './projection-version.js';

const { escapeIdentifier: quoted } = pg;

/** `later`: the two copies are not at the same position just now. `differs` names the tables, with their row counts. */
export type Comparison =
  | { readonly result: 'same' }
  | { readonly result: 'later' }
  | { readonly result: 'differs'; readonly explanation: string };

/**
 * Compares the published tables of two copies of the same version: row counts and a digest that does not depend on
 * the order of rows. One snapshot shows checkpoints and rows of both, so nothing need stand still meanwhile.
 */
export async function compareDigests(database: Database, a: string, b: string, name: string): Promise<Comparison> {
  const client = await database.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const versions = await loadVersions(client, name);
    const one = versions.find(({ schema }) => schema === a);
    const other = versions.find(({ schema }) => schema === b);
    if (!one || !other || one.checkpoint !== other.checkpoint) return { result: 'later' };
    const differences: string[] = [];
    for (const table of new Set([...one.publishes, ...other.publishes])) {
      const [left, right] = [await digest(client, one, table), await digest(client, other, table)];
      if (left?.digest === right?.digest) continue;
      differences.push(`${table} (${left?.rows ?? 'no such table'} rows in ${a}, ${right?.rows ?? 'none'} in ${b})`);
    }
    if (differences.length === 0) return { result: 'same' };
    return { result: 'differs', explanation: `at position ${one.checkpoint}: ${differences.join(', ')}` };
  } finally {
    await client.query('rollback').then(
      () => client.release(),
      (lost: unknown) => client.release(lost as Error),
    );
  }
}

async function digest(
  tx: Transaction,
  version: ProjectionVersion,
  table: string,
): Promise<{ readonly rows: string; readonly digest: string } | undefined> {
  if (!version.publishes.includes(table)) return undefined;
  const { rows } = await tx.query<{ rows: string; digest: string }>(
    `select rows::text, concat_ws('/', rows, a, b) as digest
       from (select count(*) as rows,
                    sum(hashtextextended(copied_row::text, 1)) as a,
                    sum(hashtextextended(copied_row::text, 2)) as b
               from ${quoted(version.schema)}.${quoted(table)} copied_row) sums`,
  );
  return rows[0];
}
