import { civilDateAt, systemClock } from '@liggare/kernel';
import { addYears, contactSubject } from '@liggare/people';
import type { Role } from '@liggare/platform';
import { runRegister, type RunningRegister } from '../testing/running-register.js';

interface Due {
  readonly items: readonly { subjectId: string; personId: string; since: string; dueOn: string; erasureId?: string }[];
  readonly _meta: { readonly totalRecords: number };
}

describe('disposal of contact details', () => {
  let running: RunningRegister;
  const persons: Record<string, string> = {};
  const today = civilDateAt(systemClock.now());

  const post = async (path: string, body: object, role: Role = 'registrar') => {
    const response = await running.post(path, body, { role });
    if (!response.ok) throw new Error(`${path} → ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown> & { id: string };
  };
  const read = async (path: string, role: Role = 'admin') =>
    (await (await running.get(path, role)).json()) as Record<string, unknown>;
  const due = async (on: string) => (await read(`/v1/disposals/due?on=${on}`)) as unknown as Due;
  const rule = (from: string, years: number) => ({
    ...{ what: 'contact-details', years, countedFrom: 'end-of-last-assignment', from },
    ...{ authority: 'Kommunstyrelsen', legalBasis: 'Informationshanteringsplan § 4.2' },
  });

  beforeAll(async () => {
    running = await runRegister(systemClock);
    const party = await post('/v1/parties', { name: 'Fiktionspartiet' });
    const group = await post('/v1/groups', { name: 'Beredningen', legalForm: 'reference-group', from: '2015-01-01' });
    const seated = async (name: string, from: string, to?: string) => {
      const contact = { email: `${name.toLowerCase()}@exempel.example` };
      const { id } = await post('/v1/persons', { givenName: name, familyName: 'Fristberg', contact });
      persons[name] = id;
      const appointment = { kind: 'member', personId: id, nominatingPartyId: party.id, from };
      await post(`/v1/groups/${group.id}/appointments`, { ...appointment, ...(to === undefined ? {} : { to }) });
    };
    await seated('Avgången', '2015-01-01', '2018-02-28');
    await seated('Nyligen', '2015-01-01', '2023-06-30');
    await seated('Kvarvarande', '2015-01-01');
    const bare = { givenName: 'Utan', familyName: 'Kontaktberg' };
    await post('/v1/persons', bare);
    persons['Dubblett'] = (
      await post('/v1/persons', { ...bare, givenName: 'Dubblett', contact: { phone: '08-123' } })
    ).id;
    await post(`/v1/persons/${persons['Kvarvarande']}/merges`, { mergedId: persons['Dubblett'], reason: 'Samma' });
  }, 60_000);

  afterAll(() => running.stop());

  const names = ({ items }: Due) =>
    items.map(({ personId }) => Object.entries(persons).find(([, id]) => id === personId)?.[0]);

  it('is due when a rule says so, and not before; who still serves, under any entry, is not on the list', async () => {
    expect((await due(today)).items).toEqual([]);
    await post('/v1/retention-rules', rule('2020-01-01', 2), 'admin');
    expect(names(await due('2019-12-31'))).toEqual([]);
    const list = await due('2024-01-01');
    expect(names(list)).toEqual(['Avgången']);
    expect(list.items[0]).toMatchObject({ subjectId: contactSubject(persons['Avgången']!), dueOn: '2020-02-28' });
    expect(names(await due('2025-07-01'))).toEqual(['Avgången', 'Nyligen']);
    const recorded = addYears(today, 2);
    expect(names(await due(recorded))).not.toContain('Kvarvarande');
    expect(names(await due(recorded))).not.toContain('Dubblett');
  });

  it('follows the rule of the day', async () => {
    const later = await post('/v1/retention-rules', rule('2024-06-01', 10), 'admin');
    expect(names(await due('2024-05-31'))).toEqual(['Avgången']);
    expect(names(await due('2024-06-01'))).toEqual([]);
    await post(`/v1/retention-rules/${later.id}/ends`, { on: '2025-01-01' }, 'admin');
    expect(names(await due('2025-01-01'))).toEqual(['Avgången']);
    expect(await read('/v1/retention-rules')).toMatchObject({ items: [{ years: 2 }, { years: 10, to: '2025-01-01' }] });
  });

  it('is carried out by a decision: contact details go, the name in the archive stays', async () => {
    const person = persons['Avgången']!;
    const request = { subjectId: contactSubject(person), ground: 'disposal-decision' };
    const { id } = await post('/v1/erasures', request, 'admin');
    expect((await due('2024-01-01')).items).toMatchObject([{ erasureId: id }]);
    const by = { authority: 'Kommunstyrelsen', legalBasis: 'Gallringsbeslut KS 2026:12' };
    await post(`/v1/erasures/${id}/executions`, by, 'admin');
    expect(names(await due('2024-01-01'))).toEqual([]);
    expect(await read(`/v1/persons/${person}`)).toMatchObject({
      ...{ givenName: 'Avgången', familyName: 'Fristberg', contact: { email: { withheld: 'erased' } } },
    });
  });

  it('is for administrators to decide, for auditors to see, and says what is wrong with a rule', async () => {
    expect((await running.get('/v1/disposals/due', 'auditor')).status).toBe(200);
    for (const role of ['registrar', 'bi'] as const)
      expect((await running.get('/v1/disposals/due', role)).status).toBe(403);
    expect((await running.post('/v1/retention-rules', rule('2020-01-01', 2), { role: 'registrar' })).status).toBe(403);
    const wrong = await running.post('/v1/retention-rules', rule('2020-02-30', 2), { role: 'admin' });
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { errors: [{ pointer: '/from' }] }]);
  });
});
