import { systemClock } from '@liggare/kernel';
import { setTimeout as pause } from 'node:timers/promises';
import { oneOfEach, type MadeIds } from '../testing/one-of-each.js';
import { runRegister, type RunningRegister } from '../testing/running-register.js';

interface Person {
  readonly mergedInto?: { readonly personId: string };
  readonly standsFor: readonly { mergeId: string; personId: string; givenName?: string; affiliations?: unknown[] }[];
}

/** Cases that cross streams, with read models and policies running. */
describe('over HTTP', () => {
  let running: RunningRegister;
  let made: MadeIds;
  let others: MadeIds;

  beforeAll(async () => {
    running = await runRegister(systemClock);
    [made, others] = [await oneOfEach(running), await oneOfEach(running)];
  }, 60_000);

  afterAll(() => running.stop());

  async function post<T>(path: string, body: object): Promise<T> {
    const response = await running.post(path, body);
    expect([path, response.status < 300 ? 'ok' : await response.text()]).toEqual([path, 'ok']);
    return (await response.json()) as T;
  }
  async function get<T>(path: string, role?: 'bi'): Promise<T> {
    const response = await running.get(path, role);
    expect([path, response.status]).toEqual([path, 200]);
    return (await response.json()) as T;
  }
  const head = async () => String(await running.register.store.head());

  it('edge case 55: the survivor shows names and assignments of both from then on, and not before', async () => {
    const [survivor, other] = [`/v1/persons/${made['persons']}`, `/v1/persons/${others['persons']}`];
    const member = { kind: 'member', from: '2024-01-01' };
    await post(`/v1/groups/${made['groups']}/appointments`, { ...member, personId: made['persons'] });
    await post(`/v1/groups/${others['groups']}/appointments`, { ...member, personId: others['persons'] });
    await post(`${other}/affiliations`, { partyId: made['parties'], from: '2024-01-01' });
    const before = await head();
    await post(`${survivor}/merges`, { mergedId: others['persons'], reason: 'Samma person' });

    const shown = await get<Person>(survivor);
    expect(shown.standsFor).toMatchObject([{ personId: others['persons'], givenName: 'Fia', affiliations: [{}] }]);
    expect((await get<Person>(other)).mergedInto).toMatchObject({ personId: made['persons'] });
    const total = async (known = '') =>
      (await get<{ items: unknown[] }>(`${survivor}/assignments${known}`)).items.length;
    expect([await total(), await total(`?knownAt=${before}`)]).toEqual([2, 1]);
    const composition = await get<{ names: { persons: Record<string, { samePersonAs?: string }> } }>(
      `/v1/groups/${others['groups']}/composition`,
    );
    expect(composition.names.persons[others['persons']!]!.samePersonAs).toBe(made['persons']);

    const { mergeId } = shown.standsFor[0]!;
    await post(`${survivor}/merges/${mergeId}/retractions`, { reason: 'Två med samma namn' });
    expect([await total(), (await get<Person>(survivor)).standsFor]).toEqual([1, []]);
    const trail = await get<{ items: { type: string; kind: string }[] }>(
      `/v1/audit/events?entityType=person&entityId=${others['persons']}&limit=50`,
    );
    const kinds = trail.items.filter(({ type }) => type.includes('Merge')).map(({ type, kind }) => [type, kind]);
    expect(kinds).toEqual([
      ['PersonsMerged', 'knowledge'],
      ['PersonsMerged', 'knowledge'],
      ['PersonMergeUndone', 'knowledge'],
      ['PersonMergeUndone', 'knowledge'],
    ]);
    expect(trail.items.find(({ type }) => type === 'MemberAppointed')?.kind).toBe('reality');
  }, 60_000);

  it('edge case 28: who leaves the committee leaves the subcommittee, and comes back when that was a mistake', async () => {
    const [committee, sub] = [made['groups']!, others['groups']!];
    await post(`/v1/groups/${sub}/appointments`, { kind: 'member', personId: made['persons'], from: '2024-02-01' });
    await post(`/v1/groups/${sub}/underlying-seats`, { underlyingId: committee, from: '2024-01-01' });
    const { history } = await get<{ history: { appointments: { appointmentId: string }[] } }>(
      `/v1/groups/${committee}`,
    );
    const seat = `/v1/groups/${committee}/appointments/${history.appointments[0]!.appointmentId}`;
    await post(`${seat}/ends`, { on: '2025-01-01', cause: 'released' });
    const ends = async () => {
      const group = await get<{ history: { appointments: { personId: string; ends: object[] }[] } }>(
        `/v1/groups/${sub}`,
      );
      return group.history.appointments.find(({ personId }) => personId === made['persons'])!.ends;
    };
    while ((await ends()).length === 0) await pause(20);
    const restsOn = { groupId: committee, appointmentId: history.appointments[0]!.appointmentId };
    expect(await ends()).toMatchObject([{ on: '2025-01-01', cause: 'lost-underlying-seat', restsOn }]);
    await post(`${seat}/end-discards`, { mistake: 'wrong-person' });
    while ((await ends()).length > 0) await pause(20);
  }, 60_000);

  it('edge cases 59 and 70: a follow-on decision is seen inside only, until its minutes are adjusted', async () => {
    const response = await running.post('/v1/decisions', {
      instrument: 'meeting',
      outcome: 'adopted',
      decidedOn: '2024-04-15',
      confidence: 'certain',
      points: [{ number: 1, kind: 'other', text: 'Samma lydelse' }],
      refersTo: [{ decisionId: made['decisions'], point: 1 }],
      awaitsAdjustment: true,
    });
    const { id } = (await response.json()) as { id: string };
    const dependents = `/v1/decisions/${made['decisions']}/points/1/dependents`;
    const followOn = async (role?: 'bi') =>
      (await get<{ followOn: { decisionId: string }[] }>(dependents, role)).followOn.map(
        ({ decisionId }) => decisionId,
      );
    const listed = async () =>
      (await get<{ items: { id: string }[] }>('/v1/decisions?limit=50', 'bi')).items.some((item) => item.id === id);
    expect([await followOn(), await followOn('bi'), await listed()]).toEqual([[id], [], false]);
    expect((await running.get(`/v1/decisions/${id}`, 'bi')).status).toBe(404);
    expect((await get<{ provisional: boolean }>(`/v1/decisions/${id}`)).provisional).toBe(true);
    await post(`/v1/decisions/${id}/adjustments`, { on: '2024-04-22', immediate: false });
    expect([await followOn('bi'), await listed()]).toEqual([[id], true]);
    expect((await get<{ provisional: boolean }>(`/v1/decisions/${id}`, 'bi')).provisional).toBe(false);
  }, 60_000);
});
