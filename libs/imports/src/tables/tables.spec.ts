import { derivedId } from '@liggare/kernel';
import type { RawRow } from '../parsing/raw-row.js';
import { readXlsx } from '../parsing/read-xlsx.js';
import { collected, MadeFiles } from '../testing/made-files.js';
import { readDay, readPartial } from './dates.js';
import { readTable } from './read-table.js';
import { TABLES, tableNamed, type TableName } from './tables.js';
import { templateCsv, templateXlsx } from './template.js';

const IMPORT = derivedId('test', 'import');
const GROUP = derivedId('test', 'group');

async function* sheet(...rows: string[][]): AsyncGenerator<RawRow> {
  for (const [index, cells] of rows.entries()) yield await Promise.resolve({ number: index + 1, cells });
}
const read = (table: TableName, ...rows: string[][]) => collected(readTable(tableNamed(table), sheet(...rows), IMPORT));

describe('dates, edge case 58', () => {
  it.each([
    ['2023-05-01', '2023-05-01'],
    ['20230501', '2023-05-01'],
    ['1/5 2023', '2023-05-01'],
    ['1.5.2023', '2023-05-01'],
    ['den 1 maj 2023', '2023-05-01'],
    ['2023-05-01 00:00:00', '2023-05-01'],
    ['45047', '2023-05-01'],
    ['2023-05', '2023-05'],
    ['Maj 2023', '2023-05'],
    ['2023', '2023'],
    ['2018-06/2022-10', '2018-06/2022-10'],
    ['Okänt', 'unknown'],
    ['2023-02-30', undefined],
    ['31/2 2023', undefined],
    ['i våras', undefined],
  ])('%s', (text, expected) => expect(readPartial(text)).toBe(expected));

  it('a day is a day', () => expect([readDay('2023-05'), readDay('1 maj 2023')]).toEqual([undefined, '2023-05-01']));
});

describe('rows of appointments', () => {
  const headers = ['Grupp-id', ' UPPDRAG* ', 'Förnamn', 'Efternamn', 'Från och med', 'Till och med', 'Anm'];

  it('become a person and an appointment; the last day becomes the first day without, partial dates stay', async () => {
    const rows = await read(
      'appointments',
      headers,
      [GROUP.toUpperCase(), 'Ledamot', 'Amanda', 'Exempelsson', '1/5 2023', '2026-12-31'],
      [],
      [GROUP, 'ersättare', 'Bo', 'Påhittad', '2023', 'okänt'],
    );
    expect(rows[0]).toMatchObject({ row: 1, remarks: [{ severity: 'warning', cell: 'G1', rule: 'unknown-column' }] });
    expect(rows[1]?.lines.map(({ command }) => command)).toMatchObject([
      { type: 'RegisterPerson', givenName: 'Amanda' },
      { type: 'AppointMember', personId: '@person', from: '2023-05-01', to: '2027-01-01' },
    ]);
    expect(rows[2]).toMatchObject({ row: 4, lines: [{}, { command: { from: '2023', to: 'unknown' } }] });
    expect(rows[2]?.remarks.map(({ cell, rule }) => [cell, rule])).toEqual([
      ['E4', 'incomplete-date'],
      ['F4', 'incomplete-date'],
      [undefined, 'no-basis'],
    ]);
  });

  it('that are wrong make nothing, and say cell, column and rule', async () => {
    const [, wrong] = await read('appointments', headers, ['x', 'gäst', 'Amanda', '', 'i våras', '']);
    expect(wrong?.lines).toEqual([]);
    expect(wrong?.remarks.map(({ cell, column, rule }) => [cell, column, rule])).toEqual([
      ['A2', 'Grupp-id', 'not-an-id'],
      ['B2', 'Uppdrag', 'not-a-choice'],
      ['E2', 'Från och med', 'not-a-date'],
    ]);
  });

  it('need somebody, and only one somebody', async () => {
    const header = ['Grupp-id', 'Uppdrag', 'Person-id', 'Referens', 'Från och med', 'Förnamn'];
    const row = (personId: string, reference: string, name = '') => [
      GROUP,
      'ledamot',
      personId,
      reference,
      '2023',
      name,
    ];
    const rows = await read(
      'appointments',
      header,
      row('', ''),
      row(GROUP, 'P1'),
      row('', '', 'Amanda'),
      row('', 'P1'),
    );
    const rules = rows.map(({ remarks }) => remarks.filter((one) => one.severity === 'error').map(({ rule }) => rule));
    expect(rules).toEqual([['no-person'], ['person-named-twice'], ['required'], []]);
  });

  it('are not read when a column that must be there is missing', async () => {
    const rows = await read('appointments', ['Grupp-id', 'Uppdrag'], [GROUP, 'ledamot']);
    expect(rows).toMatchObject([{ row: 1, remarks: [{ column: 'Från och med', rule: 'missing-column' }] }]);
  });
});

it('a reference or name with year of birth tells persons apart', async () => {
  const header = ['Förnamn', 'Efternamn', 'Födelseår', 'Referens'];
  const rows = await read(
    'persons',
    header,
    ['Bo', 'Ek', '1970', ''],
    ['BO', 'EK', '1970', ''],
    ['Bo', 'Ek', '1980', 'B2'],
  );
  const keys = rows.map(({ person }) => person?.key);
  expect([keys[0] === keys[1], keys[0] === keys[2]]).toEqual([true, false]);
});

it('points of decisions are filled in without gaps', async () => {
  const header = ['Beslutsdatum', 'Utfall', 'Punkt 1', 'Typ 1', 'Punkt 2', 'Typ 3'];
  const rows = await read(
    'decisions',
    header,
    ['2023', 'bifall', 'a', 'val', 'b', ''],
    ['2023', 'avslag', 'a', '', '', 'val'],
  );
  expect(rows[0]?.lines[0]?.command).toMatchObject({
    outcome: 'adopted',
    points: [
      { number: 1, kind: 'elects', text: 'a' },
      { number: 2, kind: 'other', text: 'b' },
    ],
  });
  expect(rows[1]?.remarks).toMatchObject([{ rule: 'incomplete-date' }, { cell: 'E3', rule: 'points-with-gap' }]);
});

describe.each(TABLES.map((table) => [table.name, table] as const))('the template of %s', (_, table) => {
  it('is read without a word, as text and as a workbook', async () => {
    await using files = await MadeFiles.make();
    const xlsx = await files.write('a.xlsx', templateXlsx(table));
    const rows = await collected(readTable(table, readXlsx(xlsx), IMPORT));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.remarks.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(templateCsv(table).split('\r\n')[0]).toBe(`\uFEFF${table.columns.map(({ header }) => header).join(';')}`);
  });
});
