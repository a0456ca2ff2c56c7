import { derivedId } from '@liggare/kernel';
import { readPopolo } from './popolo.js';

const IMPORT = derivedId('test', 'import');
const read = (file: object) => [...readPopolo(JSON.stringify(file), IMPORT)];
const person = { id: 'p1', name: 'Amanda Exempelsson', death_date: '2024' };
const group = { id: 'o1', name: 'Beredningen', founding_date: '2023-02' };

it('persons, organizations, posts and memberships become persons, parties, groups and appointments', () => {
  const rows = read({
    persons: [person],
    organizations: [group, { id: 'o2', name: 'Partiet', classification: 'party' }],
    posts: [
      { id: 's0', organization_id: 'o1', label: 'Ledamot' },
      { id: 's1', organization_id: 'o1', label: 'Ordförande' },
    ],
    memberships: [
      {
        person_id: 'p1',
        organization_id: 'o1',
        post_id: 's1',
        on_behalf_of_id: 'o2',
        start_date: '2023-02-13',
        end_date: '2026',
      },
      { person_id: 'p1', organization_id: 'o2', start_date: '2022', end_date: '2023-10-19' },
    ],
  });
  expect(rows.flatMap(({ lines }) => lines.map(({ command }) => command))).toMatchObject([
    { type: 'EstablishGroup', name: 'Beredningen', legalForm: 'unknown', from: '2023-02' },
    { type: 'RegisterParty', name: 'Partiet' },
    { type: 'RegisterPerson', givenName: 'Amanda', familyName: 'Exempelsson' },
    { type: 'RecordDeath', on: '2024' },
    { type: 'AppointMember', seat: 2, from: '2023-02-13', to: '2026', nominatingPartyId: expect.any(String) as string },
    { type: 'AssignRole', role: 'chair', from: '2023-02-13' },
    { type: 'StartAffiliation' },
    { type: 'EndAffiliation', to: '2023-10-20' },
  ]);
});

it('what refers to nothing is named by its pointer', () => {
  const rows = read({ persons: [person], memberships: [{ person_id: 'p9', organization_id: 'o9' }] });
  expect(rows[1]).toMatchObject({
    row: 2,
    lines: [],
    remarks: [
      { cell: '/memberships/0/person_id', rule: 'unknown-reference' },
      { cell: '/memberships/0/organization_id', rule: 'unknown-reference' },
    ],
  });
});

it.each([['{'], ['{"persons":1}'], ['{}']])('%s is refused', (json) => {
  expect(() => [...readPopolo(json, IMPORT)]).toThrow();
});
