import { readFile } from 'node:fs/promises';
import type { Format } from '../domain/import-events.js';
import { UnreadableFile } from '../parsing/raw-row.js';
import { readCsv } from '../parsing/read-csv.js';
import { readXlsx } from '../parsing/read-xlsx.js';
import type { ReadRow } from '../tables/line.js';
import { readPopolo } from '../tables/popolo.js';
import { readTable, type Layout } from '../tables/read-table.js';
import { tableNamed, type Content } from '../tables/tables.js';
import type { SpooledFile } from './spool.js';

/** Popolo files are read as a whole. */
const LARGEST_POPOLO = 33_554_432;

/** What the file says, row by row. @param layout told where the columns stand @throws UnreadableFile */
export async function* readFileRows(
  { path, encoding }: SpooledFile,
  { content, format, importId }: { readonly content: Content; readonly format: Format; readonly importId: string },
  layout: (layout: Layout) => void,
): AsyncGenerator<ReadRow> {
  if (content === 'popolo' || format === 'popolo') {
    const json = await readFile(path, 'utf8');
    if (json.length > LARGEST_POPOLO) throw new UnreadableFile('too-large', 'the file is too large; split it');
    yield* readPopolo(json, importId);
    return;
  }
  const rows = format === 'xlsx' ? readXlsx(path) : readCsv(path, encoding);
  yield* readTable(tableNamed(content), rows, importId, layout);
}
