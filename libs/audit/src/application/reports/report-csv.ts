import type { Cell } from './report.js';
import type { MadeReport } from './reports.js';

/**
 * A report as a file for spreadsheets: UTF-8 with BOM, `;`, CRLF. A text that a spreadsheet would take for a formula
 * gets an apostrophe before it.
 * @param language of the headings
 */
export async function* reportCsv(
  { columns, rows }: Pick<MadeReport, 'columns' | 'rows'>,
  language: 'sv' | 'en' = 'sv',
): AsyncGenerator<string, void> {
  yield `\uFEFF${line(columns.map((column) => column[language]))}`;
  for await (const row of rows) yield line(row);
}

function line(cells: readonly Cell[]): string {
  return `${cells.map(written).join(';')}\r\n`;
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
