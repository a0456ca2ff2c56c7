import type { Column } from './column.js';
import { THE_PERSON, type Cells, type Line, type NamedPerson } from './line.js';

const name = { is: 'line', max: 200 } as const;

/** How the rows of a file name people. The year of birth is only for telling them apart; the register does not keep it. */
export const REFERENCE: Column = {
  key: 'reference',
  header: 'Referens',
  kind: { is: 'line', max: 100 },
  sv: 'valfri beteckning för personen i just den här filen',
  example: 'P1',
};
export const GIVEN_NAME: Column = { key: 'givenName', header: 'Förnamn', kind: name, sv: 'förnamn', example: 'Amanda' };
export const FAMILY_NAME: Column = {
  key: 'familyName',
  header: 'Efternamn',
  kind: name,
  sv: 'efternamn',
  example: 'Exempelsson',
};
export const BIRTH_YEAR: Column = {
  key: 'birthYear',
  header: 'Födelseår',
  kind: { is: 'year' },
  sv: 'skiljer personer med samma namn åt i filen; förs inte in',
  example: '1970',
};

/** The person that the row names; undefined when it names none. */
export function namedPerson(cells: Cells): NamedPerson | undefined {
  const { reference, givenName, familyName, birthYear } = cells;
  const full = givenName === undefined ? undefined : `${String(givenName)} ${String(familyName)}`.toLowerCase();
  if (reference !== undefined) return { key: `ref ${String(reference)}`, ...(full ? { name: full } : {}) };
  return full === undefined ? undefined : { key: `name ${full} ${String(birthYear ?? '')}`, name: full };
}

export function registerPerson({ givenName, familyName, email, phone, postalAddress }: Cells): Line {
  const contact = Object.fromEntries(
    Object.entries({ email, phone, postalAddress }).filter(([, value]) => value !== undefined),
  );
  return {
    category: 'person',
    target: THE_PERSON,
    creates: true,
    command: {
      type: 'RegisterPerson',
      personId: THE_PERSON,
      givenName,
      familyName,
      ...(Object.keys(contact).length === 0 ? {} : { contact }),
    },
  };
}
