import type { DemoClock } from '@liggare/kernel';
import { readFile } from 'node:fs/promises';
import { runDemo, silent } from '../testing/running-demo.js';
import type { RunningRegister } from '../testing/running-register.js';
import { loadDemo } from './load-demo.js';

interface GoldenRow {
  readonly day: string;
  readonly knownAt?: string;
  readonly note: string;
  readonly seats: number;
  readonly filled: number;
  readonly vacant: number;
  readonly members: readonly string[];
  readonly parties: readonly string[];
  readonly substitutes: readonly string[];
  readonly substituteSeats: number;
}

interface Seating {
  readonly seats: number;
  readonly filled: number;
  readonly vacant: number;
  readonly holders: readonly { personId: string; seat: number; roles: readonly { role: string }[] }[];
  readonly vacancies: readonly { seat: number; since?: string }[];
}

interface Composition {
  readonly term: { readonly status: string };
  readonly members: Seating;
  readonly substitutes: Seating;
  readonly parties: { readonly byAffiliation: readonly { partyId: string | null; seats: number }[] };
  readonly names: {
    readonly persons: Record<string, { givenName: unknown; familyName: unknown }>;
    readonly parties: Record<string, { abbreviation: string }>;
  };
}

describe('the demo, loaded through the admin API under its own clock', () => {
  let clock: DemoClock;
  let running: RunningRegister;
  let ids: ReadonlyMap<string, string>;
  let codes: ReadonlyMap<string, string>;
  let golden: readonly GoldenRow[];

  beforeAll(async () => {
    golden = JSON.parse(
      await readFile(new URL('../../../../demo/golden.json', import.meta.url), 'utf8'),
    ) as GoldenRow[];
    ({ running, clock, ids } = await runDemo());
    codes = new Map([...ids].map(([ref, id]) => [id, ref]));
  }, 180_000);

  afterAll(() => running.stop());

  async function json<T>(path: string, role: 'auditor' | 'bi' = 'auditor'): Promise<T> {
    const response = await running.get(path, role);
    expect(response.status).toBe(200);
    return (await response.json()) as T;
  }

  function composition(day: string, knownAt?: string, view = 'dejure'): Promise<Composition> {
    const known = knownAt === undefined ? '' : `&knownAt=${knownAt}`;
    return json(`/v1/groups/${ids.get('RG')}/composition?validAt=${day}&view=${view}${known}`);
  }

  const holders = ({ holders: all }: Seating) => all.map(({ personId }) => codes.get(personId)!);

  it.each([0, 1, 2, 3, 4, 5])('answers golden row %i exactly', async (index) => {
    const row = golden[index]!;
    const { members, substitutes, parties, names } = await composition(row.day, row.knownAt);
    expect(members).toMatchObject({ seats: row.seats, filled: row.filled, vacant: row.vacant });
    expect(holders(members).sort()).toEqual([...row.members].sort());
    expect(substitutes.holders.map(({ seat, personId }) => `${seat}:${codes.get(personId)}`)).toEqual(row.substitutes);
    expect(substitutes.seats).toBe(row.substituteSeats);
    const distribution = parties.byAffiliation.map(
      ({ partyId, seats }) => `${partyId === null ? 'partilös' : names.parties[partyId]!.abbreviation}${seats}`,
    );
    expect(distribution.sort()).toEqual([...row.parties].sort());
  });

  it('has all six golden rows', () => {
    expect(golden).toHaveLength(6);
  });

  it('voids an election that a court annulled, and says in the trail why, edge cases 3 and 4', async () => {
    const elected = async (day: string, knownAt?: string, view?: string) =>
      holders((await composition(day, knownAt, view)).members).filter((code) => ['P10', 'P18'].includes(code));
    expect(await elected('2024-07-01', '2024-07-01T12:00:00Z')).toEqual(['P10', 'P18']);
    expect(await elected('2024-07-01')).toEqual([]);
    expect(await elected('2024-07-01', undefined, 'defacto')).toEqual(['P10', 'P18']);
    expect(await elected('2024-11-11', undefined, 'defacto')).toEqual([]);
    // The other points of the paragraph stand.
    expect(holders((await composition('2024-11-20')).substitutes)).toEqual(['P24', 'P26', 'P25', 'P11', 'P14']);
    const { items } = await json<{
      items: { type: string; data: { rests: { what: string }[] }; why: { causedBy?: string } }[];
    }>('/v1/audit/events?actor=policy:annulment-voids-what-rested');
    expect(items.map(({ type, data }) => [type, data.rests.map(({ what }) => what)])).toEqual([
      ['BasisAnnulled', ['appointment', 'appointment']],
    ]);
    expect(items[0]!.why.causedBy).toBeDefined();
  });

  describe('legal force', () => {
    const force = async (ref: string, validAt: string, point = 1) => {
      const { points } = await json<{ points: { number: number; legalForce: object }[] }>(
        `/v1/decisions/${ids.get(ref)}?validAt=${validAt}`,
      );
      return points.find(({ number }) => number === point)!.legalForce;
    };

    it('of the elections came before that of the group, by immediate adjustment, edge case 8', async () => {
      expect(await force('B01', '2023-03-10')).toMatchObject({ status: 'appeal-period', gainedOn: '2023-03-22' });
      expect(await force('B02', '2023-03-10')).toMatchObject({ status: 'gained', gainedOn: '2023-03-08' });
    });

    it('waited for a notice that was taken down by mistake and posted again, edge case 6', async () => {
      expect(await force('B25', '2026-07-15')).toMatchObject({ status: 'notice-broken', gainedOn: '2026-09-09' });
      expect(await force('B25', '2026-09-09')).toMatchObject({ status: 'gained', lastAppealDay: '2026-09-08' });
    });

    it('did not come to the point that was appealed against, and did to its neighbours, edge case 4', async () => {
      expect(await force('B11', '2024-07-01', 1)).toMatchObject({ status: 'gained', gainedOn: '2024-05-15' });
      expect(await force('B11', '2024-07-01', 2)).toEqual({ status: 'annulled' });
      const { items } = await json<{ items: { decisionId: string; point: number; annulledOn: string }[] }>(
        '/v1/legal-force?underAppealOn=2024-07-01',
      );
      expect(items).toMatchObject([{ decisionId: ids.get('B11'), point: 2, annulledOn: '2024-11-11' }]);
    });

    it('is the day that the chronology has, of every decision whose notice is known, edge case 7', async () => {
      const { items } = await json<{ items: { decisionId: string; gainedOn?: string }[] }>(
        '/v1/legal-force?gainedFrom=2025-01-01&gainedTo=2025-07-01&limit=200',
      );
      const gained = new Set(items.map(({ decisionId, gainedOn }) => `${codes.get(decisionId)} ${gainedOn}`));
      expect([...gained].sort()).toEqual(['B14 2025-01-08', 'B15 2025-03-19', 'B16 2025-04-26', 'B17 2025-06-24']);
    });
  });

  it('shows nine substitute seats, four vacant, as known before the clerical error was corrected, edge case 9', async () => {
    const before = await composition('2023-02-20', '2023-02-20T12:00:00Z');
    expect(before.substitutes).toMatchObject({ seats: 9, filled: 5, vacant: 4 });
    const after = await composition('2023-02-20');
    expect(after.substitutes).toMatchObject({ seats: 5, filled: 5, vacant: 0 });
  });

  it('knew the third substitute until the retroactive release was recorded, edge case 1', async () => {
    const then = await composition('2025-11-15', '2025-11-15T12:00:00Z');
    expect(holders(then.substitutes)).toContain('P25');
    const later = await composition('2025-11-15', '2026-01-31T12:00:00Z');
    expect(holders(later.substitutes)).not.toContain('P25');
    expect(later.substitutes.vacancies).toContainEqual(expect.objectContaining({ seat: 3, since: '2025-11-01' }));
  });

  it('keeps the member who lost the chair, edge case 29', async () => {
    const { members } = await composition('2025-03-01');
    const chair = members.holders.find(({ roles }) => roles.some(({ role }) => role === 'chair'))!;
    expect(codes.get(chair.personId)).toBe('P03');
    expect(holders(members)).toContain('P01');
  });

  it('ends a dead member’s seat on the day of death, by policy, recorded when the death was, edge case 21', async () => {
    const { items } = await json<{
      items: { type: string; recordedAt: string; stream: string; who: { actor: string }; why: { causedBy?: string } }[];
    }>('/v1/audit/events?actor=policy:death-ends-appointments');
    expect(items).toHaveLength(1);
    const end = items[0]!;
    expect(end).toMatchObject({ type: 'AppointmentEnded', stream: `group-${ids.get('RG')}` });
    expect(end.recordedAt.slice(0, 10)).toBe('2024-02-13');
    expect(end.why.causedBy).toBeDefined();
  });

  it('shows in a person’s trail what happened to the person’s appointments', async () => {
    const { items } = await json<{ items: { type: string }[] }>(
      `/v1/audit/entities/person/${ids.get('P09')}/trail?limit=50`,
    );
    expect(items.map(({ type }) => type)).toEqual([
      'PersonRegistered',
      'AffiliationStarted',
      'MemberAppointed',
      'ResignationRequested',
      'AppointmentEnded',
      'MemberAppointed',
    ]);
  });

  it('says that a group whose mandate has run out has no successor, edge case 42', async () => {
    expect((await composition('2027-01-01')).term.status).toBe('expired-no-successor');
  });

  it('tells the history of one seat with its gaps', async () => {
    const { periods } = await json<{ periods: { from: string; to?: string; holder?: { personId: string } }[] }>(
      `/v1/groups/${ids.get('RG')}/seats/member/8/history`,
    );
    expect(periods.map(({ from, holder }) => [from, holder ? codes.get(holder.personId) : null])).toEqual([
      ['2023-02-13', 'P09'],
      ['2023-10-01', 'P22'],
      ['2025-10-13', 'P09'],
      ['2027-01-01', null],
    ]);
  });

  it('keeps item 22 as the legacy record it is, edge case 58', async () => {
    const decision = await json<{
      decidedOn: string;
      organ: { candidates: string[] };
      agendaItem: string;
      paragraph?: string;
      registryNumber?: string;
      statements: { kind: string; text: string; signatory: string }[];
    }>(`/v1/decisions/${ids.get('B00')}`);
    expect(decision).toMatchObject({ decidedOn: '2018-06/2022-10', agendaItem: '22' });
    expect(decision.organ.candidates).toEqual(['Kommunfullmäktige', 'Kommunstyrelsen']);
    expect([decision.paragraph, decision.registryNumber]).toEqual([undefined, undefined]);
    const [statement] = decision.statements;
    expect(statement).toMatchObject({ kind: 'unknown' });
    expect(statement!.text).toContain('konstruktiv part i den grupp som nu tillsätts');
  });

  it('shows names to staff and auditors, and to BI that it may not see them', async () => {
    const path = `/v1/groups/${ids.get('RG')}/composition`;
    const person = ids.get('P01')!;
    expect((await json<Composition>(path)).names.persons[person]).toEqual({
      givenName: 'Amanda',
      familyName: 'Exempelsson',
    });
    const masked = (await json<Composition>(path, 'bi')).names.persons[person];
    expect(masked).toEqual({ givenName: { withheld: 'not-permitted' }, familyName: { withheld: 'not-permitted' } });
  });

  it('has no name in clear anywhere in the log', async () => {
    const { rows } = await running.register.database.query<{ found: number }>(
      `select count(*)::int as found from event_store.event
       where data::text || metadata::text ~ '(Exempelsson|Fiktberg|Provström|Heelge|Vikmång)'`,
    );
    expect(rows[0]!.found).toBe(0);
  });

  it('transfers an initiative when its group ends, and merges and splits with lineage, edge cases 45 and 46', async () => {
    const list = await json<{ items: { id: string }[] }>(
      `/v1/initiatives?bodyGroupId=${ids.get('SBN')}&validAt=2025-06-01&limit=200`,
    );
    expect(list.items.map(({ id }) => codes.get(id))).toContain('I17');
    const merged = await json<{ status: string }>(`/v1/initiatives/${ids.get('I13')}?validAt=2026-04-13`);
    expect(merged.status).toBe('merged');
  });

  it('asks the preventive chain from both ends, with a break in the series and a follow-up that came late', async () => {
    const fromProblem = JSON.stringify(await json(`/v1/problems/${ids.get('PB1')}/chain?validAt=2026-03-01`));
    const fromMeasure = JSON.stringify(await json(`/v1/initiatives/${ids.get('I17')}/chain?validAt=2026-03-01`));
    for (const ref of ['PB1', 'I17', 'IN1']) {
      expect([ref, fromProblem.includes(ids.get(ref)!), fromMeasure.includes(ids.get(ref)!)]).toEqual([
        ref,
        true,
        true,
      ]);
    }
    expect(fromProblem).not.toContain(ids.get('IN2')!);
    const indicator = JSON.stringify(await json(`/v1/indicators/${ids.get('IN1')}`));
    expect(indicator).toContain('"breaksSeries":true');
    const findings = await json<{ items: { rule: string; entityId: string }[] }>(
      '/v1/findings?rule=indicator-without-measurement',
    );
    const found = findings.items.map(({ rule, entityId }) => `${rule} ${codes.get(entityId) ?? ''}`);
    expect(found).toContain('indicator-without-measurement IN3');
  });

  it('has an action plan in two versions, each resting on a version of the situation report', async () => {
    const plan = `/v1/action-plans/${ids.get('AP')}`;
    const differences = JSON.stringify(await json(`${plan}/differences?from=1&to=2`));
    expect(differences).toContain(ids.get('I23')!);
    const compliance = async (day: string) =>
      JSON.stringify(await json(`/v1/compliance/sfs-2023-196?validAt=${day}`)).match(/"answer":"fulfilled"/g)?.length ??
      0;
    expect(await compliance('2024-07-01')).toBeGreaterThan(await compliance('2023-08-01'));
  });

  it('masks the protected identity, also for the time when the name was public: edge case 53', async () => {
    const then = await json<{ givenName: unknown }>(`/v1/persons/${ids.get('P21')}?validAt=2025-07-01`);
    expect(then.givenName).toEqual({ withheld: 'protected' });
  });

  it('lists what rests on the point that a court annulled', async () => {
    const { items } = await json<{ items: { point: number; eventType: string }[] }>(
      `/v1/decisions/${ids.get('B11')}/dependents?point=2`,
    );
    expect(items.map(({ eventType }) => eventType)).toEqual(['MemberAppointed', 'MemberAppointed']);
  });

  it('says on every answer that its log is a demo', async () => {
    const response = await running.get('/v1/api-info');
    expect(response.headers.get('liggare-origin')).toMatch(/clock=demo/);
  });

  it('is loaded once: a second start changes nothing', async () => {
    const head = await running.register.store.head();
    expect(await loadDemo({ ...running, clock, progress: silent })).toBeUndefined();
    expect(await running.register.store.head()).toBe(head);
  });
});
