import type { Queryable } from '@liggare/database';
import { targetOf, type StagedLine } from './line-commands.js';

/** Lines that are in memory at the same time. */
const AT_A_TIME = 500;

const LINE = `row, part, phase, category, target::text, creates, command, person_row as "personRow", stream_row as "streamRow"`;

/** `todo`: in the order in which they are recorded, without those that are done. `back`: all, the other way round. */
type Way = 'todo' | 'back';

/** The lines of an import, some at a time. */
export async function* linesOf(database: Queryable, importId: string, way: Way = 'todo'): AsyncGenerator<StagedLine[]> {
  const [than, order, todo] = way === 'back' ? ['<', 'desc', ''] : ['>', 'asc', 'and not done'];
  const by = ['phase', 'target', 'stream_row', 'row', 'part'];
  let after: readonly unknown[] | undefined;
  for (;;) {
    const on = after ? `and (${by.join(', ')}) ${than} ($2, $3, $4, $5, $6)` : '';
    const { rows } = await database.query<StagedLine & Record<string, unknown>>(
      `select ${LINE} from imports.line where import_id = $1 ${on} ${todo}
       order by ${by.map((column) => `${column} ${order}`).join(', ')} limit ${AT_A_TIME}`,
      [importId, ...(after ?? [])],
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
