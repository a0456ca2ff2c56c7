import type { RunningRegister } from './running-register.js';

/** The id of one entity, by collection. */
export type MadeIds = Readonly<Record<string, string>>;

const points = [{ number: 1, kind: 'other', text: 'Punkt' }];

/** The least that makes one entity of each kind, by collection. */
const LEAST: Readonly<Record<string, object>> = {
  parties: { name: 'Fiktionspartiet', abbreviation: 'FiP' },
  persons: { givenName: 'Fia', familyName: 'Fuzzman' },
  matters: { title: 'Ärende', openedOn: '2024' },
  meetings: { organ: {}, date: '2024-01-01' },
  decisions: { instrument: 'meeting', outcome: 'adopted', decidedOn: '2024', confidence: 'certain', points },
  groups: { name: 'Grupp', legalForm: 'reference-group', from: '2020' },
  initiatives: { title: 'Åtgärd', kinds: ['social'], level: 'universal', areas: [], confidence: 'certain' },
  areas: { name: 'Skogås', boundary: 'Skogås kommundel', from: '2017' },
  problems: { title: 'Problem', areas: [], firstNoticed: '2022' },
  indicators: {
    ...{ name: 'Otrygghet', direction: 'lower', frequency: 'yearly' },
    ...{ definition: 'Andel otrygga', unit: '%', source: 'NTU', from: '2017' },
  },
  'situation-reports': { title: 'Lägesbild', adoptedOn: '2023-11', areas: [], parts: [], problemIds: [] },
  'action-plans': { title: 'Åtgärdsplan', adoptedOn: '2024-06-10', items: [] },
  agreements: { title: 'Samverkan', parties: [{ name: 'Polisen' }], purposes: [], areas: [], signedOn: '2024' },
  coordinations: { duty: 'coordination-function', name: 'Trygghetssamordnare', from: '2023-07-01' },
};

/** Makes one entity of each kind. @returns their ids, by collection */
export async function oneOfEach(
  running: RunningRegister,
  answered: (path: string, response: Response) => Promise<void> = () => Promise.resolve(),
): Promise<MadeIds> {
  const made: Record<string, string> = {};
  for (const [name, body] of Object.entries(LEAST)) {
    const path = `/v1/${name}`;
    const response = await running.post(path, body);
    if (response.status !== 201) throw new Error(`${path} → ${response.status} ${await response.text()}`);
    made[name] = response.headers.get('location')!.split('/').at(-1)!;
    await answered(path, response);
  }
  return made;
}

/** What minutes tell of a meeting and a decision of {@link oneOfEach}: paths of the document, and what is sent there. */
export function minutesOf(made: MadeIds): readonly (readonly [string, object])[] {
  const person = { personId: made['persons'] };
  const lists = [
    { number: 1, designation: 'Samverkan', partyIds: [made['parties']], votes: 20, candidates: [person] },
    { number: 2, votes: 20, candidates: [{ name: 'Siri Stafettsson' }] },
  ];
  return [
    [
      '/v1/meetings/{id}/attendances',
      {
        entries: [
          { role: 'chair', ...person },
          { role: 'disqualified', ...person, spans: [{ from: '8', to: '8' }] },
          { role: 'serving-substitute', name: 'Siri Stafettsson', servesFor: person, spans: [{ from: '8', to: '8' }] },
        ],
      },
    ],
    [
      '/v1/decisions/{id}/ballots',
      {
        method: 'open',
        point: 1,
        votes: [
          { ...person, vote: 'yes' },
          { name: 'Siri Stafettsson', vote: 'no' },
        ],
        castingVote: { ...person, vote: 'yes' },
      },
    ],
    [
      '/v1/decisions/{id}/elections',
      { method: 'proportional', office: 'members', seats: 1, request: { by: 20, present: 40 }, lists },
    ],
    [
      '/v1/decisions/{id}/registration-corrections',
      { outcome: 'referred-back', meetingId: made['meetings'], paragraph: '8' },
    ],
    ['/v1/decisions/{id}/deferrals', { by: 'minority', to: { name: 'Kommunstyrelsen' }, grounds: 'Utred kostnaden' }],
  ];
}
