import { derivedId, isCivilDate } from '@liggare/kernel';
import { columnLetters, UnreadableFile, type RawRow } from '../parsing/raw-row.js';
import { readCell, type CellValue, type Column } from './column.js';
import type { ReadRow, Table } from './line.js';
import { messageOf, type CellRule, type Remark } from './rules.js';

/** Which column of the file holds what. */
export interface Layout {
  readonly columns: ReadonlyMap<string, number>;
  readonly remarks: readonly Remark[];
}

/**
 * The rows of a table, one by one. Row numbers are those of the file: the header is row 1. Ids depend on the import
 * and the row only.
 * @throws UnreadableFile `no-data` when there is no header
 */
export async function* readTable(
  table: Table,
  rows: AsyncIterable<RawRow>,
  importId: string,
  found: (layout: Layout) => void = () => undefined,
): AsyncGenerator<ReadRow> {
  let layout: Layout | undefined;
  for await (const { number, cells } of rows) {
    if (cells.every((text) => text.trim() === '')) continue;
    if (layout) yield readRow(table, layout, { number, cells }, importId);
    else {
      layout = layoutOf(table, cells, number);
      found(layout);
      if (layout.remarks.length > 0) yield { row: number, lines: [], remarks: layout.remarks };
      if (layout.remarks.some(({ severity }) => severity === 'error')) return;
    }
  }
  if (!layout) throw new UnreadableFile('no-data', messageOf('no-data'));
}

/** The cell of a row that a column stands in, for remarks. */
export function placeOf(table: Table, layout: Pick<Layout, 'columns'>, row: number, key: string): Partial<Remark> {
  const column = table.columns.find((one) => one.key === key);
  const index = layout.columns.get(key);
  return {
    ...(index === undefined ? {} : { cell: `${columnLetters(index)}${row}` }),
    ...(column ? { column: column.header } : {}),
  };
}

/** Where the headers stand. Case, spaces and the star of a required column do not matter. */
export function layoutOf({ columns }: Table, headers: readonly string[], row = 1): Layout {
  const found = new Map<string, number>();
  const remarks: Remark[] = [];
  const say = (severity: Remark['severity'], rule: CellRule, place: Partial<Remark>) =>
    remarks.push({ severity, row, rule, message: messageOf(rule), ...place });
  for (const [index, header] of headers.entries()) {
    const column = columns.find((one) => plain(one.header) === plain(header));
    const cell = `${columnLetters(index)}${row}`;
    if (plain(header) === '') continue;
    if (!column) say('warning', 'unknown-column', { cell });
    else if (found.has(column.key)) say('error', 'column-twice', { cell, column: column.header });
    else found.set(column.key, index);
  }
  for (const { key, header, required } of columns)
    if (required && !found.has(key)) say('error', 'missing-column', { column: header });
  return { columns: found, remarks };
}

function readRow(table: Table, layout: Layout, { number, cells }: RawRow, importId: string): ReadRow {
  const remarks: Remark[] = [];
  const values: Record<string, CellValue> = {};
  const say = (key: string, rule: CellRule, severity: Remark['severity'] = 'error') => {
    const place = placeOf(table, layout, number, key);
    remarks.push({ severity, row: number, rule, message: messageOf(rule), ...place });
  };
  for (const column of table.columns) {
    const text = cells[layout.columns.get(column.key) ?? -1] ?? '';
    if (text.trim() === '') {
      if (column.required && layout.columns.has(column.key)) say(column.key, 'required');
      continue;
    }
    const read = readCell(column, text);
    if ('rule' in read) say(column.key, read.rule);
    else {
      values[column.key] = read.value;
      if (isIncomplete(column, read.value)) say(column.key, 'incomplete-date', 'warning');
    }
  }
  if (remarks.some(({ severity }) => severity === 'error')) return { row: number, lines: [], remarks };
  const { lines, person, broken = [] } = table.meaning(values, (n) => derivedId('imported', importId, number, n));
  for (const { key, rule, warning } of broken) say(key, rule, warning ? 'warning' : 'error');
  const fine = !remarks.some(({ severity }) => severity === 'error');
  return { row: number, lines: fine ? lines : [], ...(fine && person ? { person } : {}), remarks };
}

function isIncomplete({ kind }: Column, value: CellValue): boolean {
  return kind.is === 'partial' && !isCivilDate(String(value));
}

function plain(header: string): string {
  return header.normalize('NFC').replaceAll('*', '').trim().toLowerCase();
}
