import { writeXlsx } from '../parsing/write-xlsx.js';
import type { Table } from './line.js';

/** The headers and a row that shows how to fill them in; BOM, `;` and CRLF, as Excel in Swedish reads and writes. */
export function templateCsv(table: Table): string {
  return `\uFEFF${templateRows(table)
    .map((row) => row.map(quoted).join(';'))
    .join('\r\n')}\r\n`;
}

export function templateXlsx(table: Table): Uint8Array {
  return writeXlsx(table.sv, templateRows(table));
}

function templateRows({ columns }: Table): readonly (readonly string[])[] {
  return [columns.map(({ header }) => header), columns.map(({ example }) => example)];
}

function quoted(text: string): string {
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
