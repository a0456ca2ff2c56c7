import { systemClock } from '@liggare/kernel';
import { minutesOf, oneOfEach } from '../testing/one-of-each.js';
import { fetchOpenApi, schemasOf, type OpenApi } from '../testing/open-api.js';
import { runRegister, type RunningRegister } from '../testing/running-register.js';
import { schemaViolations } from '../testing/schema-violations.js';

interface Participants {
  readonly attendanceKnown: boolean;
  readonly participants: readonly {
    readonly participation: string;
    readonly name?: unknown;
    readonly votes: object[];
  }[];
  readonly statements: readonly { readonly remarks: readonly string[] }[];
}

describe('what the minutes of a meeting tell, over HTTP', () => {
  let running: RunningRegister;
  let document: OpenApi;
  let ids: Record<string, string>;
  /** What each told path answered. */
  const answers: Record<string, Record<string, unknown>> = {};

  beforeAll(async () => {
    running = await runRegister(systemClock);
    document = await fetchOpenApi(running.url);
    ids = await oneOfEach(running);
    for (const [path, body] of minutesOf(ids)) answers[path] = await post(path, body);
  }, 60_000);

  afterAll(() => running.stop());

  const at = (path: string, part?: string) =>
    path.replace('{id}', ids[path.split('/')[2]!]!).replace(/\{\w+\}/, part ?? '');

  async function described<Answer>(path: string, method: string, response: Response): Promise<Answer> {
    const body: unknown = await response.json();
    expect([path, response.ok, body]).toEqual([path, true, expect.anything()]);
    const schema = document.paths[path]![method]!.responses[response.status]!.content!['application/json']!.schema;
    expect([path, schemaViolations(body, schema, schemasOf(document))]).toEqual([path, []]);
    return body as Answer;
  }

  const post = async (path: string, body: object, part?: string) =>
    described<Record<string, unknown>>(path, 'post', await running.post(at(path, part), body));
  const get = async <Answer>(path: string, query = '') =>
    described<Answer>(path, 'get', await running.get(at(path) + query));

  it('has who served, for whom, and who was disqualified, by paragraph, edge cases 32 and 33', async () => {
    const inParagraph = async (paragraph: string) =>
      (await get<Participants>('/v1/meetings/{id}/attendances', `?paragraph=${paragraph}`)).participants;
    expect(await inParagraph('8')).toMatchObject([
      { personId: ids['persons'], participation: 'disqualified' },
      { name: 'Siri Stafettsson', participation: 'served', servesFor: { personId: ids['persons'] } },
    ]);
    expect((await inParagraph('9')).map(({ participation }) => participation)).toEqual(['served', 'not-known']);
  });

  it('has what a ballot and an election come to, edge cases 34 and 35', () => {
    expect(answers['/v1/decisions/{id}/ballots']).toMatchObject({
      ballots: [{ outcome: { counts: { yes: 1, no: 1 }, decided: 'yes', remarks: [] } }],
    });
    expect(answers['/v1/decisions/{id}/elections']).toMatchObject({
      elections: [
        {
          statute: { sfs: '2022:629', stated: false },
          quota: 20,
          distribution: { undecided: { seats: 1, between: [1, 2] } },
          remarks: ['tie-needs-lot'],
        },
      ],
    });
  });

  it('says of a reservation whether its author took part, edge cases 36 and 38', async () => {
    const reservation = { kind: 'reservation', partyIds: [ids['parties']], personIds: [ids['persons']] };
    await post('/v1/decisions/{id}/statements', reservation);
    const before = await get<Participants>('/v1/decisions/{id}/participants');
    expect(before.attendanceKnown).toBe(true);
    // Whoever voted took part, though the list of attendance has jäv.
    expect(before.statements).toMatchObject([{ remarks: [] }]);
    const { ballots } = answers['/v1/decisions/{id}/ballots'] as { ballots: [{ ballotId: string }] };
    const withdrawal = { withdrawn: true, reason: 'Hörde till en annan paragraf' };
    const path = '/v1/decisions/{id}/ballots/{ballotId}/registration-corrections';
    expect(await post(path, withdrawal, ballots[0].ballotId)).toMatchObject({ ballots: [] });
    const after = await get<Participants>('/v1/decisions/{id}/participants');
    expect(after.statements).toMatchObject([{ remarks: ['author-took-no-part'] }]);
    expect(await get('/v1/decisions/{id}')).toMatchObject({
      outcome: 'referred-back',
      deferral: { by: 'minority', grounds: 'Utred kostnaden' },
      points: [{ status: 'without-effect' }],
    });
  });

  it('answers which decisions a person had part in, and what the register knew before a correction', async () => {
    const path = '/v1/persons/{id}/participations';
    const list = async (query = '') => {
      const { items } = await get<{ items: { decisionId: string; participation: string }[] }>(path, query);
      return items.map(({ decisionId, participation }) => [decisionId, participation]);
    };
    expect(await list()).toEqual([[ids['decisions'], 'disqualified']]);
    const head = await running.register.store.head();
    const { entries } = answers['/v1/meetings/{id}/attendances'] as { entries: { entryId: string; role: string }[] };
    const { entryId } = entries.find(({ role }) => role === 'disqualified')!;
    const correction = { role: 'absent', reason: 'Läst fel' };
    await post('/v1/meetings/{id}/attendances/{entryId}/registration-corrections', correction, entryId);
    expect(await list()).toEqual([[ids['decisions'], 'absent']]);
    expect(await list(`?knownAt=${head}`)).toEqual([[ids['decisions'], 'disqualified']]);
    expect(await list('?participation=served')).toEqual([]);
  });

  it('corrects an election when the lot is found, edge case 35', async () => {
    const { elections } = answers['/v1/decisions/{id}/elections'] as { elections: [{ electionId: string }] };
    const path = '/v1/decisions/{id}/elections/{electionId}/registration-corrections';
    const { elections: drawn } = (await post(path, { lots: [2] }, elections[0].electionId)) as { elections: object[] };
    expect(drawn).toMatchObject([{ remarks: [], holders: [{ place: 1, list: 2, name: 'Siri Stafettsson' }] }]);
  });

  it('refuses what no ballot can be, with the place of it', async () => {
    const secret = { method: 'secret', votes: [{ personId: ids['persons'], vote: 'yes' }] };
    const response = await running.post(at('/v1/decisions/{id}/ballots'), secret);
    expect([response.status, await response.text()]).toEqual([422, expect.stringContaining('names-in-secret')]);
    const negative = { method: 'secret', counts: { yes: -1 } };
    expect((await running.post(at('/v1/decisions/{id}/ballots'), negative)).status).toBe(422);
    const nobody = await running.get('/v1/persons/00000000-0000-4000-8000-000000000000/participations');
    expect(nobody.status).toBe(404);
  });
});
