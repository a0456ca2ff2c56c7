import { strToU8, zipSync } from 'fflate';
import { columnLetters } from './raw-row.js';

const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook of one sheet, all cells as text; no style but the default. */
export function writeXlsx(name: string, rows: readonly (readonly string[])[]): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': contentTypes(),
        '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
        'xl/workbook.xml': `<workbook xmlns="${SHEETS}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escape(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SHEETS}"><sheetData>${rows.map(row).join('')}</sheetData></worksheet>`,
      }).map(([path, xml]) => [path, strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`)]),
    ),
  );
}

function contentTypes(): string {
  const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${TYPES}.${type}+xml"/>`;
  const packaged = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  const parts = override('/xl/workbook.xml', 'sheet.main') + override('/xl/worksheets/sheet1.xml', 'worksheet');
  return `<Types xmlns="${PACKAGE}/content-types">${packaged}${parts}</Types>`;
}

function relations(type: string, target: string): string {
  const relation = `<Relationship Id="rId1" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  return `<Relationships xmlns="${PACKAGE}/relationships">${relation}</Relationships>`;
}

function row(cells: readonly string[], index: number): string {
  const xml = cells.map((text, column) =>
    text === ''
      ? ''
      : `<c r="${columnLetters(column)}${index + 1}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`,
  );
  return `<row r="${index + 1}">${xml.join('')}</row>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
