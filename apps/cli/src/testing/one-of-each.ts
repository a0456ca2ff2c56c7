import type { RunningRegister } from './running-register.js';

const points = [{ number: 1, kind: 'other', text: 'Punkt' }];

/** The least that makes one entity of each kind, by collection. */
const LEAST: Readonly<Record<string, object>> = {
  parties: { name: 'Fiktionspartiet', abbreviation: 'FiP' },
  persons: { givenName: 'Fia', familyName: 'Fuzzman' },
  matters: { title: 'Ärende', openedOn: '2024' },
  meetings: { organ: {}, date: '2024-01-01' },
  decisions: { instrument: 'meeting', outcome: 'adopted', decidedOn: '2024', confidence: 'certain', points },
  groups: { name: 'Grupp', legalForm: 'informal', from: '2020' },
  initiatives: { title: 'Åtgärd', kinds: ['social'], level: 'universal', areas: [], confidence: 'certain' },
};

/** Makes one entity of each kind. @returns their ids, by collection */
export async function oneOfEach(
  running: RunningRegister,
  answered: (path: string, response: Response) => Promise<void> = () => Promise.resolve(),
): Promise<Record<string, string>> {
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
export function minutesOf(made: Readonly<Record<string, string>>): readonly (readonly [string, object])[] {
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

/** A decision's way to a court and back: paths of the document, what is sent there, and what a later path names. */
export function proceedingsOf(): readonly {
  readonly path: string;
  readonly body: object;
  /** The placeholder of a later path, and where in the answer its value stands. */
  readonly names?: readonly [placeholder: string, list: 'notices' | 'appeals', key: string];
}[] {
  const decision = '/v1/decisions/{id}';
  const appeal = `${decision}/appeals/{appealId}`;
  return [
    { path: `${decision}/adjustments`, body: { on: '2024-04-22', immediate: false } },
    {
      path: `${decision}/notices`,
      body: { on: '2024-04-23', statedLastDay: '2024-05-14' },
      names: ['{noticeId}', 'notices', 'noticeId'],
    },
    { path: `${decision}/notices/{noticeId}/removals`, body: { on: '2024-05-20' } },
    {
      path: `${decision}/appeals`,
      body: { court: 'Förvaltningsrätten', caseNumber: '1-24', on: '2024-05-10' },
      names: ['{appealId}', 'appeals', 'appealId'],
    },
    { path: `${appeal}/stays`, body: { on: '2024-05-12', points: [1] } },
    { path: `${appeal}/stay-ends`, body: { on: '2024-05-14' } },
    { path: `${appeal}/outcomes`, body: { outcome: 'rejected', on: '2024-09-01' } },
    { path: `${appeal}/further-appeals`, body: { court: 'Kammarrätten', on: '2024-09-10' } },
    { path: `${decision}/annulments`, body: { points: [1], court: 'Kammarrätten', judgmentOn: '2024-12-01' } },
    { path: `${decision}/notices/{noticeId}/registration-errors`, body: { reason: 'Fel paragraf' } },
  ];
}
