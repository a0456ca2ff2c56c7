import { NO_EVENTS, NotFound, Refusal, civilDateAt, derivedId, type Instant } from '@liggare/kernel';
import { lineCommandId } from '../tables/line.js';
import { placeOf, type Layout } from '../tables/read-table.js';
import type { Remark } from '../tables/rules.js';
import { tableNamed, type Content } from '../tables/tables.js';
import type { ImportWork } from './import-work.js';
import { KnownReferences } from './known-references.js';
import { AGGREGATES, commandOf, importedPerson, targetOf, type StagedLine } from './line-commands.js';
import { insertRemarks } from './stage-rows.js';
import { linesOf } from './staged-lines.js';
import { TrialFindings, type TriedLine, type TriedStream } from './trial-findings.js';

/** The stream that is being tried. */
type TriedLines = Omit<TriedStream, 'after' | 'lines'> & { after: unknown; readonly lines: TriedLine[] };

export interface TrialResult {
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
}

/**
 * Carries every line of the file out on the state the register has now, without recording anything. What is refused
 * becomes a remark of its row, and so does what the rules of the register would find. One stream is in memory at a time.
 */
export async function tryImport(work: ImportWork, now: Instant): Promise<TrialResult> {
  const { importId } = work;
  const { database, repository, queries } = work.parts;
  await database.query('delete from imports.remark where import_id = $1 and of_trial', [importId]);
  const { rows: found } = await database.query<{ content: Content; layout: Record<string, number>; rows: number }>(
    'select content, layout, rows from imports.import where import_id = $1',
    [importId],
  );
  const { content, layout, rows } = found[0]!;
  const references = new KnownReferences(queries, database, importId);
  const columns: Pick<Layout, 'columns'> = { columns: new Map(Object.entries(layout)) };
  const findings = new TrialFindings(repository);
  let stream: TriedLines = { category: '', id: '', before: undefined, after: undefined, lines: [] };
  for await (const lines of linesOf(database, importId)) {
    work.goOn();
    const remarks: Remark[] = [];
    for (const line of lines) {
      const id = targetOf(importId, line);
      const aggregate = AGGREGATES[line.category];
      try {
        await references.check({ command: line.command, creates: line.creates });
        if (stream.id !== id) {
          remarks.push(...(await findings.of(stream)));
          // What the file makes has an id that nothing else has.
          const { state, revision } = line.creates
            ? { state: aggregate.initialState, revision: NO_EVENTS }
            : await repository.load(aggregate, id);
          const elsewhere = revision === NO_EVENTS && !line.creates;
          if (elsewhere) await references.target(line.category, id);
          stream = { category: line.category, id, before: state, after: state, lines: [] };
          // A death is told last, of somebody whom an earlier line registers.
          if (elsewhere) continue;
        }
        const commandId = lineCommandId(importId, line.row, line.part);
        const context = { today: civilDateAt(now), id: (n: number) => derivedId('id', commandId, n) };
        const events = aggregate.decide(stream.after, commandOf(importId, line), context);
        stream.after = events.reduce((before, event) => aggregate.evolve(before, event), stream.after);
        const { row, personRow } = line;
        stream.lines.push({
          row,
          events,
          ...(personRow > 0 ? { newPersonId: importedPerson(importId, personRow) } : {}),
        });
      } catch (error) {
        if (!(error instanceof Refusal || error instanceof NotFound)) throw error;
        remarks.push(remarkOf(error, line, content, columns));
      }
    }
    await insertRemarks(database, importId, remarks, true);
  }
  await insertRemarks(database, importId, await findings.of(stream), true);
  const { rows: counted } = await database.query<{ errors: number; warnings: number }>(
    `select count(*) filter (where severity = 'error')::int as errors, count(*) filter (where severity = 'warning')::int as warnings
     from imports.remark where import_id = $1`,
    [importId],
  );
  return { rows, ...(counted[0] ?? { errors: 0, warnings: 0 }) };
}

/** What the domain said, at the cell that the field came from. */
function remarkOf(
  error: Refusal | NotFound,
  { row, category }: StagedLine,
  content: Content,
  layout: Pick<Layout, 'columns'>,
): Remark {
  const {
    rule,
    field = '',
    message,
  } = error instanceof Refusal ? error : { rule: 'not-found', message: error.message };
  const said = { severity: 'error', row, rule, message } as const;
  if (content === 'popolo') return said;
  const table = tableNamed(content);
  const targets: Readonly<Record<string, string>> = { group: 'groupId', initiative: 'initiativeId' };
  const column = table.columns.find(({ pointers = [] }) => pointers.some((pointer) => field.startsWith(pointer)));
  const key = column?.key ?? (rule === `unknown-${category}` && field === '' ? targets[category] : undefined);
  return key === undefined ? said : { ...said, ...placeOf(table, layout, row, key) };
}
