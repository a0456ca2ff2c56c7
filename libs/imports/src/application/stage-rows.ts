import { createHash } from 'node:crypto';
import type { Transaction } from '@liggare/database';
import { NIL_ID, phaseOf } from './line-order.js';
import { THE_PERSON, type ReadRow } from '../tables/line.js';
import { messageOf, type CellRule, type Remark } from '../tables/rules.js';

/** So many rows go to the database at a time; no more are in memory. */
const AT_A_TIME = 1_000;

/** Puts the rows of a file where they can be tried and recorded from. @returns how many there were */
export async function stageRows(tx: Transaction, importId: string, rows: AsyncIterable<ReadRow>): Promise<number> {
  let [total, waiting]: [number, ReadRow[]] = [0, []];
  for await (const row of rows) {
    // A remark about the headers is not a row of the file.
    if (row.lines.length > 0 || row.row > 1) total++;
    waiting.push(row);
    if (waiting.length < AT_A_TIME) continue;
    await insertRows(tx, importId, waiting);
    waiting = [];
  }
  await insertRows(tx, importId, waiting);
  if (total === 0) await insertRemarks(tx, importId, [remark('error', 1, 'no-data')], false);
  await tellPersonsApart(tx, importId);
  return total;
}

async function insertRows(tx: Transaction, importId: string, rows: readonly ReadRow[]): Promise<void> {
  const lines = rows.flatMap(({ row, lines: of }) => of.map((line, part) => ({ row, part, ...line })));
  await tx.query(
    `insert into imports.line (import_id, row, part, phase, category, target, creates, command)
     select $1, * from unnest($2::int[], $3::int[], $4::int[], $5::text[], $6::uuid[], $7::bool[], $8::jsonb[])`,
    [
      importId,
      lines.map(({ row }) => row),
      lines.map(({ part }) => part),
      lines.map(phaseOf),
      lines.map(({ category }) => category),
      lines.map(({ target }) => (target === THE_PERSON ? NIL_ID : target)),
      lines.map(({ creates }) => creates ?? false),
      lines.map(({ command }) => JSON.stringify(command)),
    ],
  );
  const named = rows.flatMap(({ row, person }) => (person ? [{ row, ...person }] : []));
  await tx.query(
    'insert into imports.person (import_id, row, key, name) select $1, * from unnest($2::int[], $3::bytea[], $4::bytea[])',
    [
      importId,
      named.map(({ row }) => row),
      named.map(({ key }) => digest(importId, key)),
      named.map(({ name }) => (name === undefined ? null : digest(importId, name))),
    ],
  );
  await insertRemarks(
    tx,
    importId,
    rows.flatMap(({ remarks }) => remarks),
    false,
  );
}

export async function insertRemarks(
  tx: Pick<Transaction, 'query'>,
  importId: string,
  remarks: readonly Remark[],
  ofTrial: boolean,
): Promise<void> {
  if (remarks.length === 0) return;
  await tx.query(
    `insert into imports.remark (import_id, of_trial, row, n, severity, cell, "column", rule, message)
     select $1, $2, r.row, coalesce((select max(n) from imports.remark m
         where m.import_id = $1 and m.of_trial = $2 and m.row = r.row), 0)
       + row_number() over (partition by r.row order by r.i), r.severity, r.cell, r."column", r.rule, r.message
     from unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
       with ordinality as r (row, severity, cell, "column", rule, message, i)`,
    [
      importId,
      ofTrial,
      remarks.map(({ row }) => row),
      remarks.map(({ severity }) => severity),
      remarks.map(({ cell }) => cell ?? null),
      remarks.map(({ column }) => column ?? null),
      remarks.map(({ rule }) => rule),
      remarks.map(({ message }) => message),
    ],
  );
}

/** Of the rows that name the same person, the first with a name registers them; the others mean that one. */
async function tellPersonsApart(tx: Transaction, importId: string): Promise<void> {
  await tx.query('analyze imports.line, imports.person');
  await tx.query(
    `update imports.line l set person_row = f.first, stream_row = case when l.target = $2 then f.first else 0 end
     from (select row, min(row) filter (where name is not null) over (partition by key) as first
           from imports.person where import_id = $1) f
     where l.import_id = $1 and l.row = f.row and f.first is not null`,
    [importId, NIL_ID],
  );
  const { rows: again } = await tx.query<{ row: number; lines: boolean }>(
    `delete from imports.line l where import_id = $1 and target = $2 and creates and row > person_row
     returning row, exists (select from imports.line o where o.import_id = $1 and o.row = l.row and o.category <> 'person') as lines`,
    [importId, NIL_ID],
  );
  const same = again.filter(({ lines }) => !lines).map(({ row }) => remark('warning', row, 'same-person'));
  const { rows: unnamed } = await tx.query<{ row: number }>(
    `select row from (select row, bool_or(name is not null) over (partition by key) as named
       from imports.person where import_id = $1) p where not named order by row`,
    [importId],
  );
  const { rows: two } = await tx.query<{ row: number }>(
    `select row from (select row, name, first_value(name) over (partition by key order by (name is null), row) as first
       from imports.person where import_id = $1) p where name <> first order by row`,
    [importId],
  );
  await insertRemarks(tx, importId, same, false);
  const broken = [
    ...unnamed.map(({ row }) => remark('error', row, 'unknown-reference')),
    ...two.map(({ row }) => remark('error', row, 'reference-names-two')),
  ];
  await insertRemarks(tx, importId, broken, false);
  await tx.query('delete from imports.line where import_id = $1 and row = any($2::int[])', [
    importId,
    broken.map(({ row }) => row),
  ]);
}

function remark(severity: Remark['severity'], row: number, rule: CellRule): Remark {
  return { severity, row, rule, message: messageOf(rule) };
}

/** Names are compared, not kept: the import's id keeps equal names of two files apart. */
function digest(importId: string, text: string): Buffer {
  return createHash('sha256').update(`${importId} ${text}`).digest();
}
