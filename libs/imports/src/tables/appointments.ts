import type { PartialDate } from '@liggare/kernel';
import { BASIS, basisOf } from './basis-columns.js';
import type { Column } from './column.js';
import { dayAfter } from './dates.js';
import { THE_PERSON, type Cells, type RowMeaning, type Table } from './line.js';
import { BIRTH_YEAR, FAMILY_NAME, GIVEN_NAME, namedPerson, REFERENCE, registerPerson } from './person-columns.js';

const EXAMPLE_GROUP = '8c1f0f7e-1d0b-5e43-9c55-2f6a70f3b201';

const columns: readonly Column[] = [
  {
    key: 'groupId',
    header: 'Grupp-id',
    kind: { is: 'id' },
    required: true,
    sv: 'gruppen, ur registret',
    example: EXAMPLE_GROUP,
  },
  {
    key: 'kind',
    header: 'Uppdrag',
    kind: { is: 'choice', of: { ledamot: 'member', ersättare: 'substitute' } },
    required: true,
    sv: 'ledamot eller ersättare',
    example: 'ledamot',
  },
  {
    key: 'personId',
    header: 'Person-id',
    kind: { is: 'id' },
    sv: 'en person som redan finns i registret; annars Referens eller namn',
    example: '',
    pointers: ['/personId'],
  },
  REFERENCE,
  GIVEN_NAME,
  FAMILY_NAME,
  BIRTH_YEAR,
  {
    key: 'seat',
    header: 'Plats',
    kind: { is: 'number' },
    sv: 'platsens nummer; tomt: den första som är ledig',
    example: '1',
    pointers: ['/seat'],
  },
  {
    key: 'nominatingPartyId',
    header: 'Parti-id',
    kind: { is: 'id' },
    sv: 'det parti som nominerade, ur registret',
    example: '',
    pointers: ['/nominatingPartyId'],
  },
  {
    key: 'from',
    header: 'Från och med',
    kind: { is: 'partial' },
    required: true,
    sv: 'första dagen så gott den är känd',
    example: '2023-02-13',
    pointers: ['/from'],
  },
  {
    key: 'until',
    header: 'Till och med',
    kind: { is: 'partial' },
    sv: 'sista dagen så gott den är känd; tomt: pågår',
    example: '2026-12-31',
    pointers: ['/to'],
  },
  ...BASIS,
];

/** Elections to groups. A person who is not in the register is named, and becomes registered. */
export const APPOINTMENTS: Table = {
  name: 'appointments',
  sv: 'Uppdrag i grupper',
  columns,
  meaning(cells, id) {
    const { groupId, kind, personId, seat, nominatingPartyId, from, until, givenName } = cells;
    const { basis, broken: brokenBasis } = basisOf(cells);
    const person = personId === undefined ? namedPerson(cells) : undefined;
    const optional = { seat, nominatingPartyId, to: until === undefined ? undefined : dayAfter(until as PartialDate) };
    const appoint = {
      type: kind === 'member' ? 'AppointMember' : 'AppointSubstitute',
      appointmentId: id(0),
      personId: personId ?? THE_PERSON,
      from,
      ...Object.fromEntries(Object.entries({ ...optional, basis }).filter(([, value]) => value !== undefined)),
    };
    const register =
      person && givenName !== undefined ? [registerPerson({ givenName, familyName: cells['familyName'] })] : [];
    return {
      ...(person ? { person } : {}),
      lines: [...register, { category: 'group', target: String(groupId), command: appoint }],
      broken: [
        ...whoIsMeant(cells),
        ...brokenBasis,
        ...(basis ? [] : [{ key: 'decisionId', rule: 'no-basis', warning: true } as const]),
      ],
    };
  },
};

function whoIsMeant({ personId, reference, givenName, familyName }: Cells): NonNullable<RowMeaning['broken']> {
  const named = givenName !== undefined || familyName !== undefined;
  if (personId !== undefined) {
    return named || reference !== undefined ? [{ key: 'personId', rule: 'person-named-twice' }] : [];
  }
  if (!named && reference === undefined) return [{ key: 'personId', rule: 'no-person' }];
  if (named && givenName === undefined) return [{ key: 'givenName', rule: 'required' }];
  return named && familyName === undefined ? [{ key: 'familyName', rule: 'required' }] : [];
}
