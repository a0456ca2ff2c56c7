import type { Column } from './column.js';
import { THE_PERSON, type Line, type Table } from './line.js';
import { BIRTH_YEAR, FAMILY_NAME, GIVEN_NAME, namedPerson, REFERENCE, registerPerson } from './person-columns.js';

const columns: readonly Column[] = [
  REFERENCE,
  { ...GIVEN_NAME, required: true },
  { ...FAMILY_NAME, required: true },
  BIRTH_YEAR,
  { key: 'email', header: 'E-post', kind: { is: 'email' }, sv: 'e-postadress', example: 'amanda@kommun.example' },
  { key: 'phone', header: 'Telefon', kind: { is: 'line', max: 50 }, sv: 'telefonnummer', example: '08-555 000 00' },
  {
    key: 'postalAddress',
    header: 'Postadress',
    kind: { is: 'lines', max: 500 },
    sv: 'postadress, får ha flera rader',
    example: 'Påhittsgatan 7, 123 45 Fiktionsköping',
  },
  {
    key: 'partyId',
    header: 'Parti-id',
    kind: { is: 'id' },
    sv: 'det parti personen företräder, ur registret',
    example: '',
    pointers: ['/partyId'],
  },
  {
    key: 'partyFrom',
    header: 'Parti från',
    kind: { is: 'day' },
    sv: 'första dagen för partiet',
    example: '',
    pointers: ['/from'],
  },
];

/** Persons; also what contact details and which party they have. */
export const PERSONS: Table = {
  name: 'persons',
  sv: 'Personer',
  columns,
  meaning(cells) {
    const { partyId, partyFrom } = cells;
    const from = partyFrom === undefined ? {} : { from: partyFrom };
    const affiliation: Line = {
      category: 'person',
      target: THE_PERSON,
      command: { type: 'StartAffiliation', partyId, ...from },
    };
    const person = namedPerson(cells);
    return {
      ...(person ? { person } : {}),
      lines: [registerPerson(cells), ...(partyId === undefined ? [] : [affiliation])],
    };
  },
};
