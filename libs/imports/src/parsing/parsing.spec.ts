import { strToU8, zipSync } from 'fflate';
import { collected, MadeFiles, sheetParts } from '../testing/made-files.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { columnIndex, columnLetters } from './raw-row.js';
import { Utf8Check } from './text-decoding.js';
import { writeXlsx } from './write-xlsx.js';

const cells = async (rows: AsyncIterable<{ cells: readonly string[] }>) =>
  (await collected(rows)).map((row) => row.cells);

describe('text files as Excel saves them', () => {
  it.each([
    [
      'semicolons, BOM and Windows line ends',
      '\uFEFFA;B\r\n"x;y";2\r\n',
      [
        ['A', 'B'],
        ['x;y', '2'],
      ],
    ],
    [
      'commas',
      'A,B\n1,"två, tre"\n',
      [
        ['A', 'B'],
        ['1', 'två, tre'],
      ],
    ],
    [
      'a line break within a cell',
      'A;B\n"rad 1\nrad 2";2\n',
      [
        ['A', 'B'],
        ['rad 1\nrad 2', '2'],
      ],
    ],
    [
      'a separator within a quoted header',
      '"A,a,a";B\n1;2\n',
      [
        ['A,a,a', 'B'],
        ['1', '2'],
      ],
    ],
    ['rows of unequal length', 'A;B;C\n1\n', [['A', 'B', 'C'], ['1']]],
  ])('%s', async (_, text, expected) => {
    await using files = await MadeFiles.make();
    expect(await cells(readCsv(await files.write('a.csv', text), 'utf-8'))).toEqual(expected);
  });

  it('are Windows-1252 when they are not UTF-8, and å, ä and ö survive', async () => {
    await using files = await MadeFiles.make();
    const bytes = Buffer.from('Förnamn;Å\r\n', 'latin1');
    const check = new Utf8Check();
    check.add(bytes);
    expect(check.encoding()).toBe('windows-1252');
    expect(await cells(readCsv(await files.write('a.csv', bytes), check.encoding()))).toEqual([['Förnamn', 'Å']]);
  });

  it('are UTF-8 even when a letter is cut in two by the network', () => {
    const bytes = Buffer.from('Ärende');
    const check = new Utf8Check();
    check.add(bytes.subarray(0, 1));
    check.add(bytes.subarray(1));
    expect(check.encoding()).toBe('utf-8');
  });

  it('with an open quotation mark are refused by row, and nothing of the content is told', async () => {
    await using files = await MadeFiles.make();
    const file = await files.write('a.csv', 'A;B\n1;"Hemlig Person\n');
    await expect(cells(readCsv(file, 'utf-8'))).rejects.toMatchObject({
      rule: 'malformed-csv',
      message: expect.not.stringContaining('Hemlig') as string,
    });
  });
});

describe('workbooks', () => {
  const zipped = (rows: string) =>
    zipSync(Object.fromEntries(Object.entries(sheetParts(rows)).map(([path, xml]) => [path, strToU8(xml)])));

  it('shared texts, dates by style, numbers, gaps and row numbers', async () => {
    await using files = await MadeFiles.make();
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
      <row r="4"><c r="A4" s="1"><v>45047.5</v></c><c r="B4"><v>2023.0</v></c><c r="C4" t="inlineStr"><is><t>okänt</t></is></c></row>`;
    expect(await collected(readXlsx(await files.write('a.xlsx', zipped(rows))))).toEqual([
      { number: 1, cells: ['Förnamn', '', 'Efternamn'] },
      { number: 4, cells: ['2023-05-01', '2023', 'okänt'] },
    ]);
  });

  it('that the register writes it can read', async () => {
    await using files = await MadeFiles.make();
    const rows = [
      ['Åtgärd', 'a < b & "c"'],
      ['', 'rad 1\nrad 2'],
    ];
    expect(await cells(readXlsx(await files.write('a.xlsx', writeXlsx('Blad & ett', rows))))).toEqual(rows);
  });

  it.each([
    ['no ZIP file', Buffer.from('A;B\n')],
    ['a ZIP file without a sheet', zipSync({ 'a.txt': strToU8('a') })],
    ['damaged XML', zipped('<row><c></row>')],
  ])('%s is refused', async (_, bytes) => {
    await using files = await MadeFiles.make();
    await expect(cells(readXlsx(await files.write('a.xlsx', bytes)))).rejects.toMatchObject({ rule: 'malformed-xlsx' });
  });
});

it('columns have letters', () => {
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  expect(['A1', 'Z9', 'AA12', 'ZZ1', 'AAA7'].map(columnIndex)).toEqual([0, 25, 26, 701, 702]);
});
