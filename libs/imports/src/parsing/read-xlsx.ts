import { posix } from 'node:path';
import { dayOfSerial, isDateFormat } from './excel-dates.js';
import { columnIndex, UnreadableFile, type RawRow } from './raw-row.js';
import { readWholeXml, readXml } from './read-xml.js';
import { ZipParts } from './zip-file.js';

interface Workbook {
  readonly sheet: string;
  readonly date1904: boolean;
  readonly strings: readonly string[];
  /** By the number of a cell's style: whether its numbers are dates. */
  readonly dates: readonly boolean[];
}

/** A sheet has at most so many columns that are looked at; cells further to the right are not ours. */
const WIDEST = 200;

/** The rows of the first sheet, streamed. @throws UnreadableFile */
export async function* readXlsx(file: string): AsyncGenerator<RawRow> {
  const parts = await ZipParts.open(file);
  try {
    const workbook = await readWorkbook(parts);
    const sheet = await parts.read(workbook.sheet);
    if (!sheet) throw new UnreadableFile('malformed-xlsx', 'the workbook has no sheet');
    let rows: RawRow[] = [];
    for await (const _ of readXml(
      sheet,
      sheetReader(workbook, (row) => rows.push(row)),
    )) {
      const read = rows;
      rows = [];
      yield* read;
    }
  } finally {
    parts.close();
  }
}

async function readWorkbook(parts: ZipParts): Promise<Workbook> {
  let [relation, sheet, date1904] = ['', '', false];
  await readWholeXml(await parts.read('xl/workbook.xml'), {
    open({ name, attributes }) {
      if (name === 'sheet' && relation === '') relation = attributes['r:id'] ?? '';
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    },
  });
  await readWholeXml(await parts.read('xl/_rels/workbook.xml.rels'), {
    open({ name, attributes }) {
      if (name !== 'Relationship' || attributes['Id'] !== relation) return;
      sheet = posix.join('/xl', posix.resolve('/xl', attributes['Target'] ?? '').replace(/^\/xl/, '')).slice(1);
    },
  });
  return { sheet, date1904, strings: await readStrings(parts), dates: await readStyles(parts) };
}

/** Texts that cells share. Phonetic hints (`rPh`) are no text of the cell. */
async function readStrings(parts: ZipParts): Promise<string[]> {
  const strings: string[] = [];
  let [text, phonetic] = ['', false];
  await readWholeXml(await parts.read('xl/sharedStrings.xml'), {
    open({ name }) {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
    },
    close(name, content) {
      if (name === 't' && !phonetic) text += content;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') strings.push(text);
    },
  });
  return strings;
}

async function readStyles(parts: ZipParts): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const dates: boolean[] = [];
  let within = false;
  await readWholeXml(await parts.read('xl/styles.xml'), {
    open({ name, attributes }) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') within = true;
      const id = Number(attributes['numFmtId'] ?? 0);
      if (name === 'xf' && within) dates.push(isDateFormat(id, codes.get(id)));
    },
    close(name) {
      if (name === 'cellXfs') within = false;
    },
  });
  return dates;
}

function sheetReader(workbook: Workbook, take: (row: RawRow) => void) {
  let [number, column, type, style, text] = [0, 0, '', 0, ''];
  let cells: string[] = [];
  return {
    open({ name, attributes }: { readonly name: string; readonly attributes: Readonly<Record<string, string>> }) {
      if (name === 'row') {
        number = Number(attributes['r'] ?? number + 1);
        [cells, column] = [[], -1];
      }
      if (name !== 'c') return;
      column = columnIndex(attributes['r'] ?? '') ?? column + 1;
      [type, style, text] = [attributes['t'] ?? 'n', Number(attributes['s'] ?? 0), ''];
    },
    close(name: string, content: string) {
      // `v` is the value, also of a formula (`f`); `t` a text within the cell.
      if (name === 'v' || name === 't') text += content;
      if (name === 'c' && column < WIDEST) {
        while (cells.length < column) cells.push('');
        cells[column] = cellText(workbook, type, style, text);
      }
      if (name === 'row') take({ number, cells });
    },
  };
}

function cellText({ strings, dates, date1904 }: Workbook, type: string, style: number, text: string): string {
  if (type === 's') return strings[Number(text)] ?? '';
  if (type === 'd') return text.slice(0, 10);
  if (type !== 'n' || text === '') return text;
  const value = Number(text);
  if (dates[style]) return dayOfSerial(value, date1904) ?? text;
  // 1E3 and 2023.0 are numbers as Excel writes them, not as anybody reads them.
  return Number.isFinite(value) ? String(value) : text;
}
