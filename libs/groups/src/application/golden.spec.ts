import { connect, createTestDatabase, type Database, type TestDatabase } from '@liggare/database';
import { civilDate, instant, MemoryEventStore, Repository, type Position } from '@liggare/kernel';
import { layReadModel, project } from '@liggare/projections';
import type { Composition } from '../domain/composition.js';
import type { View } from '../domain/views.js';
import { GOLDEN, MEMBERSHIPS, partyOf, personOf, REFERENCE_GROUP, type GoldenRow } from '../testing/chronology.js';
import { loadChronology } from '../testing/load-chronology.js';
import { compositionAt } from './composition-at.js';
import { compositionProjection } from './composition/composition.projection.js';
import { personAssignments } from './person-assignments.js';
import { seatHistory } from './seat-history.js';

const PERSONS = new Map(
  Array.from({ length: 30 }, (_, i) => `P${String(i).padStart(2, '0')}`).map((p) => [personOf(p), p]),
);
const PARTIES = new Map(['S', 'M', 'SD', 'V', 'C', 'L', 'MP', 'HP', 'KD'].map((p) => [partyOf(p), p]));

describe('the chronology of the reference group', () => {
  let test: TestDatabase;
  let db: Database;
  const store = new MemoryEventStore();

  beforeAll(async () => {
    test = await createTestDatabase();
    db = connect(test.url);
    await loadChronology(store, new Repository(store));
    const projection = compositionProjection();
    await layReadModel(db, projection);
    await project(db, projection, store, { batches: [7] });
  });

  afterAll(async () => {
    await db.end();
    await test.drop();
  });

  const at = async (day: string, knownOn?: string, view: View = 'dejure'): Promise<Composition> => {
    const knownAt = knownOn === undefined ? {} : { knownAt: await knownOnEvening(knownOn) };
    return (await compositionAt(db, REFERENCE_GROUP, { validAt: civilDate(day), view, ...knownAt }))!;
  };
  const knownOnEvening = (day: string): Promise<Position> => store.positionAt(instant(`${day}T22:00:00Z`));

  it.each(GOLDEN)('has the expected answer for $day', async (row) => {
    expect(goldenOf(await at(row.day, row.knownThen ? row.day : undefined))).toEqual(inOrder(row));
  });

  it('brings out every membership from and to the day', async () => {
    const { rows } = await db.query<{ line: string; person_id: string; kind: string; seat: number }>(
      `select person_id, kind, seat, lower(valid) || ' ' || upper(valid) as line
       from composition.membership where recorded_to is null and view is distinct from 'dejure'`,
    );
    const found = rows.map(({ person_id, kind, seat, line }) => {
      const order = kind === 'member' ? 'L -' : `E ${seat}`;
      return `${PERSONS.get(person_id)!} ${order} ${line}`;
    });
    expect(found.sort()).toEqual([...MEMBERSHIPS].sort());
  });

  it('voids an election that a court annulled, de facto only until the judgment was final, edge cases 3, 4 and 12', async () => {
    const members = (composition: Composition) => goldenOf(composition).members;
    const with_ = 'P01 P03 P04 P05 P06 P07 P08 P10 P12 P18 P22';
    const without = 'P01 P03 P04 P05 P06 P07 P08 P12 P22';
    expect(members(await at('2024-07-01', undefined, 'defacto'))).toBe(with_);
    expect(members(await at('2024-07-01', undefined, 'dejure'))).toBe(without);
    // The judgment was not known yet, or not final yet.
    for (const knownOn of ['2024-07-01', '2024-11-10']) {
      for (const view of ['dejure', 'defacto'] as const)
        expect(members(await at('2024-07-01', knownOn, view))).toBe(with_);
    }
    expect(members(await at('2024-11-10', undefined, 'defacto'))).toBe(with_);
    for (const view of ['dejure', 'defacto'] as const) {
      const between = await at('2024-11-20', undefined, view);
      expect(members(between)).toBe(without);
      // The other points of the paragraph stand: P10 stays released, P26 keeps the seat.
      expect(goldenOf(between).substitutes).toBe('1:P24 2:P26 3:P25 4:P11 5:P14');
      expect(between.members).toMatchObject({ seats: 11, vacant: 2 });
    }
    const vacancies = async (view: View) => (await at('2024-11-20', undefined, view)).members.vacancies;
    expect((await vacancies('defacto')).map(({ since, lastHolder }) => [since, lastHolder?.cause])).toEqual([
      ['2024-11-11', 'judgment'],
      ['2024-11-11', 'judgment'],
    ]);
    expect((await vacancies('dejure')).map(({ since, lastHolder }) => [since, lastHolder])).toEqual([
      ['2024-05-01', undefined],
      ['2024-05-01', undefined],
    ]);
  });

  it('still shows what was believed before the clerical error was put right, edge case 9 and 64', async () => {
    const then = await at('2023-03-01', '2023-02-20');
    expect(then.substitutes).toMatchObject({ seats: 9, filled: 5, vacant: 4 });
    expect((await at('2023-03-01')).substitutes).toMatchObject({ seats: 5, filled: 5, vacant: 0 });
  });

  it('leaves no trace of a retroactive release in what was known before it, edge case 1', async () => {
    const substitutes = (composition: Composition) => goldenOf(composition).substitutes;
    expect(substitutes(await at('2025-11-15', '2025-11-15'))).toBe('1:P24 2:P26 3:P25 5:P14 6:P21');
    expect(substitutes(await at('2025-11-15', '2026-01-31'))).toBe('1:P24 2:P26 5:P14 6:P21');
    expect((await at('2025-11-15', '2026-01-31')).substitutes.vacancies).toEqual([
      {
        seat: 3,
        since: '2025-11-01',
        nominatingPartyId: partyOf('M'),
        lastHolder: { personId: personOf('P25'), to: '2025-11-01', cause: 'released' },
      },
      expect.objectContaining({ seat: 4, since: '2024-12-09' }),
    ]);
  });

  it('does not know of a party switch before it was reported, edge case 19', async () => {
    expect(goldenOf(await at('2023-10-25', '2023-10-25')).parties).toContain('SD1');
    expect(goldenOf(await at('2023-10-25')).parties).toContain('partilös1');
    const byNomination = (await at('2023-12-01')).parties.byNomination;
    expect(byNomination).toContainEqual({ partyId: partyOf('SD'), seats: 1 });
  });

  it('has the seat empty from the day of death until the by-election, edge case 21 and 18', async () => {
    expect((await at('2024-02-01')).members.vacancies).toEqual([
      {
        seat: 2,
        since: '2024-01-19',
        nominatingPartyId: partyOf('S'),
        lastHolder: { personId: personOf('P02'), to: '2024-01-19', cause: 'died' },
      },
    ]);
    const history = await seatHistory(db, REFERENCE_GROUP, 'member', 2);
    expect(history.periods.map(({ from, to, holder }) => [from, to, holder && PERSONS.get(holder.personId)])).toEqual([
      ['2023-02-13', '2024-01-19', 'P02'],
      ['2024-01-19', '2024-02-12', undefined],
      ['2024-02-12', '2027-01-01', 'P12'],
      ['2027-01-01', undefined, undefined],
    ]);
    expect(history.beliefs).toHaveLength(3);
  });

  it('moves the chair without moving the seat, edge case 29', async () => {
    const chair = async (day: string) =>
      (await at(day)).members.holders
        .filter((h) => h.roles.some((r) => r.role === 'chair'))
        .map((h) => PERSONS.get(h.personId));
    expect(await chair('2025-02-28')).toEqual(['P01']);
    expect(await chair('2025-03-01')).toEqual(['P03']);
    expect(goldenOf(await at('2025-03-01')).members).toContain('P01');
  });

  it('elects the same person twice with a gap between, edge case 12 and 26', async () => {
    const seats = await personAssignments(db, personOf('P10'), { validAt: civilDate('2024-11-20'), view: 'defacto' });
    expect(seats.map(({ kind, from, to, status }) => [kind, from, to, status])).toEqual([
      ['member', '2024-12-09', '2027-01-01', 'future'],
      ['member', '2024-05-01', '2024-11-11', 'past'],
      ['substitute', '2023-02-13', '2024-05-01', 'past'],
    ]);
    expect(seats[1]).toMatchObject({
      endCause: 'judgment',
      groupName: 'Politiska referensgruppen för preventionsarbetet',
    });
  });

  it('ends with the term when nobody has been elected, edge case 42', async () => {
    const after = await at('2027-01-01');
    expect(after.term.status).toBe('expired-no-successor');
    expect(after.members).toMatchObject({ seats: 0, filled: 0, vacant: 0 });
    expect((await at('2026-12-31')).term.status).toBe('current');
    expect((await at('2023-02-12')).term.status).toBe('not-started');
  });

  it('knows nothing of the group before it was registered', async () => {
    expect(
      await compositionAt(db, REFERENCE_GROUP, { validAt: civilDate('2024-01-01'), knownAt: 0n as Position }),
    ).toBeUndefined();
  });
});

function goldenOf({ members, substitutes, parties }: Composition) {
  return inOrder({
    seats: members.seats,
    filled: members.filled,
    vacant: members.vacant,
    members: members.holders.map((h) => PERSONS.get(h.personId)!).join(' '),
    parties: parties.byAffiliation
      .map((p) => `${p.partyId === null ? 'partilös' : PARTIES.get(p.partyId)!}${p.seats}`)
      .join(' '),
    substitutes: substitutes.holders.map((h) => `${h.seat}:${PERSONS.get(h.personId)!}`).join(' '),
    substituteSeats: substitutes.seats,
  });
}

/** The order of members and of parties within the row carries no meaning. */
function inOrder({ members, parties, ...row }: Omit<GoldenRow, 'day' | 'knownThen'>) {
  const { seats, filled, vacant, substitutes, substituteSeats } = row;
  const sorted = (list: string) => list.split(' ').sort().join(' ');
  return { seats, filled, vacant, substitutes, substituteSeats, members: sorted(members), parties: sorted(parties) };
}
