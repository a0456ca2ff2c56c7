/** What a cell, a row or a file can break, told to those who filled it in. Codes are stable. */
export const RULES = {
  'missing-column': { sv: 'kolumnen saknas i filen', en: 'the file lacks this column' },
  'unknown-column': { sv: 'kolumnen är okänd och läses inte', en: 'the column is unknown and is not read' },
  'column-twice': { sv: 'kolumnen finns två gånger', en: 'the column is there twice' },
  required: { sv: 'cellen får inte vara tom', en: 'the cell must not be empty' },
  'too-long': { sv: 'texten är för lång', en: 'the text is too long' },
  'control-characters': { sv: 'texten innehåller styrtecken', en: 'the text holds control characters' },
  'not-an-id': { sv: 'ska vara ett id (UUID) ur registret', en: 'must be an id (UUID) of the register' },
  'not-a-day': { sv: 'ska vara en dag, t.ex. 2023-05-01', en: 'must be a day, e.g. 2023-05-01' },
  'not-a-date': {
    sv: 'ska vara en dag, en månad (2023-05), ett år (2023) eller okänt',
    en: 'must be a day, a month (2023-05), a year (2023) or unknown (okänt)',
  },
  'not-a-number': { sv: 'ska vara ett heltal från 1', en: 'must be a whole number from 1' },
  'not-a-year': { sv: 'ska vara ett årtal med fyra siffror', en: 'must be a year of four digits' },
  'not-a-choice': { sv: 'är inget av de värden som kolumnen kan ha', en: 'is none of the values the column can have' },
  'not-an-email': { sv: 'ska vara en e-postadress', en: 'must be an e-mail address' },
  'no-person': {
    sv: 'raden säger inte vem: ange Person-id, Referens eller namn',
    en: 'the row does not say who: give Person-id, Referens or a name',
  },
  'person-named-twice': { sv: 'ange antingen Person-id eller ett namn', en: 'give either a Person-id or a name' },
  'point-without-decision': { sv: 'en punkt kräver Beslut-id', en: 'a point needs Beslut-id' },
  'decision-without-point': { sv: 'Beslut-id kräver en punkt', en: 'Beslut-id needs a point' },
  'points-with-gap': { sv: 'punkterna ska fyllas i från den första', en: 'points are filled in from the first' },
  'unknown-reference': { sv: 'Referens finns inte med namn i filen', en: 'no row of the file names this reference' },
  'reference-names-two': { sv: 'samma Referens har två olika namn', en: 'the same reference has two different names' },
  'same-person': {
    sv: 'samma person som på en tidigare rad; ingen ny person förs in',
    en: 'the same person as on an earlier row; no new person is recorded',
  },
  'incomplete-date': { sv: 'ofullständigt datum, bevaras som det står', en: 'incomplete date, kept as it stands' },
  'no-basis': { sv: 'ingen beslutspunkt är angiven', en: 'no decision point is given' },
  'no-data': { sv: 'filen har inga rader', en: 'the file has no rows' },
  'not-supported': { sv: 'kan inte föras in ur Popolo', en: 'cannot be recorded from Popolo' },
} as const;
export type CellRule = keyof typeof RULES;

/** Something about one row. Never quotes the cell: it may hold a name. */
export interface Remark {
  readonly severity: 'error' | 'warning';
  readonly row: number;
  /** E.g. `C17`; in JSON the pointer of the value. Absent when the whole row is meant. */
  readonly cell?: string;
  /** The header of the column. */
  readonly column?: string;
  /** A code of {@link RULES}, or of a rule of the domain. */
  readonly rule: string;
  readonly message: string;
}

export function messageOf(rule: CellRule): string {
  return `${RULES[rule].sv} · ${RULES[rule].en}`;
}
