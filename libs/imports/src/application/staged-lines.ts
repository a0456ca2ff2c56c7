import type { Queryable } from '@liggare/database';
import { targetOf, type StagedLine } from './line-commands.js';

/** Lines that are in memory at the same time. */
const AT_A_TIME = 500;

const LINE = `row, part, phase, category, target::text, creates, command, person_row as "personRow", stream_row as "streamRow"`;

/** The lines of an import in the order in which they are recorded, some at a time. @param all also those that are done */
export async function* linesOf(database: Queryable, importId: string, all = false): AsyncGenerator<StagedLine[]> {
  let after: readonly unknown[] = [-1, '00000000-0000-0000-0000-000000000000', -1, -1, -1];
  for (;;) {
    const { rows } = await database.query<StagedLine & Record<string, unknown>>(
      `select ${LINE} from imports.line where import_id = $1 and (phase, target, stream_row, row, part) > ($2, $3, $4, $5, $6)
         and ($7 or not done)
       order by phase, target, stream_row, row, part limit ${AT_A_TIME}`,
      [importId, ...after, all],
    );
    const last = rows.at(-1);
    if (!last) return;
    after = [last.phase, last.target, last.streamRow, last.row, last.part];
    yield rows;
  }
}

/** The lines of one stream, in order. */
export interface StreamLines {
  readonly id: string;
  readonly lines: readonly StagedLine[];
}

/** Lines that follow each other and go to the same stream. */
export function byStream(importId: string, lines: readonly StagedLine[]): readonly StreamLines[] {
  const runs: { id: string; phase: number; lines: StagedLine[] }[] = [];
  for (const line of lines) {
    const id = targetOf(importId, line);
    const last = runs.at(-1);
    if (last?.id === id && last.phase === line.phase) last.lines.push(line);
    else runs.push({ id, phase: line.phase, lines: [line] });
  }
  return runs;
}

/** @param made how many events the lines made; of lines that were recorded together, the first has all */
export async function markDone(
  database: Queryable,
  importId: string,
  lines: readonly StagedLine[],
  made: ReadonlyMap<StagedLine, number>,
): Promise<void> {
  await database.query(
    `update imports.line l set done = true, events = d.events from unnest($2::int[], $3::int[], $4::int[]) as d (row, part, events)
     where l.import_id = $1 and l.row = d.row and l.part = d.part`,
    [importId, lines.map(({ row }) => row), lines.map(({ part }) => part), lines.map((line) => made.get(line) ?? 0)],
  );
}
