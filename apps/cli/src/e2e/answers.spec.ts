import { runDemo } from '../testing/running-demo.js';
import type { RunningRegister } from '../testing/running-register.js';

interface Chapter {
  readonly type: string;
  readonly on?: string;
  readonly cause?: string;
  readonly recordedAt: string;
  readonly paper?: { readonly decidedOn: string; readonly paragraph?: string };
}

describe('what secretaries and auditors ask, of the demo', () => {
  let running: RunningRegister;
  let ids: ReadonlyMap<string, string>;

  beforeAll(async () => {
    ({ running, ids } = await runDemo());
  }, 180_000);

  afterAll(() => running.stop());

  async function json<T>(path: string): Promise<T> {
    const response = await running.get(path, 'auditor');
    expect([path, response.status]).toEqual([path, 200]);
    return (await response.json()) as T;
  }

  const group = () => `/v1/groups/${ids.get('RG')}`;
  const codeOf = (id: string) => [...ids].find(([, other]) => other === id)?.[0];

  it('who could lawfully decide: under appeal they could, as was known then; annulled, they never could', async () => {
    interface Answer {
      power: string;
      seats: number;
      quorum: number;
      quorumPossible: boolean;
      members: { personId: string; remarks: string[] }[];
    }
    const then = await json<Answer>(`${group()}/deciders?validAt=2024-07-01&knownAt=2024-07-01T12:00:00Z`);
    expect(then).toMatchObject({ power: 'prepares', seats: 11, quorum: 6, quorumPossible: true });
    const appealed = then.members.filter(({ remarks }) => remarks.includes('under-appeal'));
    expect(appealed.map(({ personId }) => codeOf(personId)).sort((a, b) => (a! < b! ? -1 : 1))).toEqual(['P10', 'P18']);
    const now = await json<Answer>(`${group()}/deciders?validAt=2024-07-01`);
    expect(now.members.map(({ personId }) => codeOf(personId))).not.toContain('P10');
    const before = await json<Answer>(`${group()}/deciders?validAt=2001-01-01`);
    expect(before).toMatchObject({ status: 'not-started', quorumPossible: false, members: [] });
  });

  it('when and why somebody became a member and ceased to be, down to the paragraph', async () => {
    const { story } = await json<{ story: Chapter[] }>(`${group()}/memberships/${ids.get('P09')}`);
    const told = story.map(({ type, on, cause }) => [type, on, cause].filter(Boolean).join(' '));
    expect(told[0]).toMatch(/^MemberAppointed 2023-02-13/);
    expect(told.some((chapter) => /^AppointmentEnded \S+ released/.test(chapter))).toBe(true);
    for (const { type, paper } of story) {
      if (type === 'MemberAppointed')
        expect(paper).toMatchObject({ decidedOn: expect.stringMatching(/^\d{4}/) as string });
    }
    const whole = story.length;
    const before = await json<{ story: Chapter[] }>(
      `${group()}/memberships/${ids.get('P09')}?knownAt=2023-03-01T12:00:00Z`,
    );
    expect(before.story.length).toBeGreaterThan(0);
    expect(before.story.length).toBeLessThan(whole);
    expect(before.story.every(({ recordedAt }) => recordedAt < '2023-03-01T12:00')).toBe(true);
  });

  it('an election that was annulled is told with the judgment', async () => {
    const { story } = await json<{ story: Chapter[] }>(`${group()}/memberships/${ids.get('P18')}`);
    expect(story.map(({ type }) => type)).toEqual(['MemberAppointed', 'BasisAnnulled']);
  });

  it('which seats are empty, and since when', async () => {
    const { items } = await json<{ items: { groupId: string; kind: string; seat: number; since?: string }[] }>(
      '/v1/vacancies?validAt=2024-02-01&limit=200',
    );
    const ours = items.filter(({ groupId, kind }) => groupId === ids.get('RG') && kind === 'member');
    expect(ours).toMatchObject([{ since: '2024-01-19' }]);
  });

  it('what rests on a point, what is under appeal, and what gained legal force between two days', async () => {
    const under = await json<{ items: { decisionId: string }[] }>('/v1/legal-force?underAppealOn=2024-07-01');
    expect(under.items.map(({ decisionId }) => codeOf(decisionId))).toContain('B11');
    const rests = await json<{ items: unknown[] }>(`/v1/decisions/${ids.get('B11')}/dependents?point=2`);
    expect(rests.items.length).toBeGreaterThan(0);
    const gained = await json<{ items: { gainedOn: string }[] }>(
      '/v1/legal-force?gainedFrom=2023-01-01&gainedTo=2024-01-01&limit=200',
    );
    expect(gained.items.length).toBeGreaterThan(0);
    for (const { gainedOn } of gained.items) expect(gainedOn >= '2023-01-01' && gainedOn < '2024-01-01').toBe(true);
  });

  it('what does not fit: the election under appeal that day, and that it is to be put right afterwards', async () => {
    const found = async (query: string) =>
      (await json<{ items: { rule: string; raisedOn?: string }[] }>(`/v1/findings?limit=200&${query}`)).items;
    const appeal = await found('validAt=2024-07-01&knownAt=2024-07-01T12:00:00Z&rule=appointment-under-appeal');
    expect(appeal.map(({ raisedOn }) => raisedOn)).toEqual(['2024-05-10', '2024-05-10']);
    expect(await found('validAt=2024-07-01&rule=executed-then-annulled')).toEqual([]);
    expect(await found('validAt=2025-01-01&rule=executed-then-annulled')).toHaveLength(2);
    expect(await found('validAt=2024-05-05&knownAt=2024-05-05T12:00:00Z&rule=appointment-under-appeal')).toEqual([]);
  });

  it('a finding that somebody acknowledged stays, and says so until that is withdrawn', async () => {
    const listed = async (acknowledged: boolean) =>
      (
        await json<{ items: { id: string; acknowledgement?: { id: string; reason: string } }[] }>(
          `/v1/findings?rule=executed-then-annulled&acknowledged=${acknowledged}`,
        )
      ).items;
    const [finding] = await listed(false);
    const posted = await running.post(`/v1/findings/${finding!.id}/acknowledgements`, {
      reason: 'Rättat i minnesanteckning',
    });
    expect(posted.status).toBe(201);
    const [acknowledged] = await listed(true);
    expect(acknowledged).toMatchObject({ id: finding!.id, acknowledgement: { reason: 'Rättat i minnesanteckning' } });
    const withdrawal = `/v1/findings/${finding!.id}/acknowledgements/${acknowledged!.acknowledgement!.id}/withdrawals`;
    expect((await running.post(withdrawal, {})).status).toBe(200);
    expect(await listed(true)).toEqual([]);
    const twice = await running.post('/v1/findings/00000000-0000-4000-8000-000000000000/acknowledgements', {
      reason: 'x',
    });
    expect(twice.status).toBe(404);
  });
});
