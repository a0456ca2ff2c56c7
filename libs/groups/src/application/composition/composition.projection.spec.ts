import {
  connect,
  createTestDatabase,
  inTransaction,
  type Database,
  type TestDatabase,
  type Transaction,
} from '@liggare/database';
import { MemoryEventStore, Repository, type CivilDate, type RecordedEvent } from '@liggare/kernel';
import fc from 'fast-check';
import type { Affiliation } from '../../domain/composition.js';
import { compositionOf } from '../../domain/composition-of-state.js';
import { groupAggregate } from '../../domain/group.js';
import { includes, isEmptyPeriod } from '../../domain/period.js';
import { compositionHistory } from '../../testing/composition-history.js';
import { DAYS, GROUPS, play, randomHistory } from '../../testing/random-history.js';
import { applyBatch, dump, layReadModel, project } from '../../testing/read-model.js';
import { compositionAt } from '../composition-at.js';
import { affiliationFold } from './affiliation-fold.js';
import { compositionProjection } from './composition.projection.js';

type Affiliations = typeof affiliationFold.initialState;

describe('the composition read model', () => {
  let test: TestDatabase;
  let db: Database;

  beforeAll(async () => {
    test = await createTestDatabase();
    db = connect(test.url);
  });

  afterAll(async () => {
    await db.end();
    await test.drop();
  });

  it('says at every position and on every day what the fold of the events says', async () => {
    await fc.assert(
      fc.asyncProperty(randomHistory, async (history) => {
        const store = new MemoryEventStore();
        await play(history, store, new Repository(store));
        const projection = compositionProjection();
        await layReadModel(db, projection);
        await project(db, projection, store, { batches: [4, 1, 9] });
        const states = new Map(GROUPS.map((id) => [id, groupAggregate.initialState]));
        const affiliations = new Map<string, Affiliations>();
        for await (const event of store.readAll()) {
          fold(event, states, affiliations);
          for (const [id, state] of states) {
            const expected = DAYS.map((day) => compositionOf(id, state, day, affiliationOn(affiliations, day)));
            const found = DAYS.map((day) => compositionAt(db, id, { validAt: day, knownAt: event.position }));
            expect(plain(await Promise.all(found))).toEqual(plain(expected));
          }
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('has the same rows wherever batches end, with any memory, and after a rollback', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomHistory,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        async (history, batches) => {
          const store = new MemoryEventStore();
          await play(history, store, new Repository(store));
          const inOneGo = await rows(store, [1_000], compositionProjection());
          expect(await rows(store, batches, compositionProjection({ cacheSize: 1 }))).toEqual(inOneGo);
          expect(await rowsWithRollbacks(store)).toEqual(inOneGo);
        },
      ),
      { numRuns: 15 },
    );
  }, 120_000);

  it('rebuilds a long history to the same bytes', async () => {
    const store = new MemoryEventStore();
    for (const { stream, events } of compositionHistory(3_000)) await store.append(stream, events, 'any');
    const live = await rows(store, [1, 2, 3], compositionProjection({ cacheSize: 20 }));
    expect(await rows(store, [500], compositionProjection())).toEqual(live);
    expect(live.length).toBeGreaterThan(3_000);
  });

  it('finds out when another process has written', async () => {
    const store = new MemoryEventStore();
    for (const { stream, events } of compositionHistory(300)) await store.append(stream, events, 'any');
    const [one, other] = [compositionProjection(), compositionProjection()];
    await layReadModel(db, one);
    const events: RecordedEvent[] = [];
    for await (const event of store.readAll()) events.push(event);
    for (let start = 0, n = 0; start < events.length; start += 30, n++) {
      await applyBatch(db, n % 3 === 1 ? other : one, events.slice(start, start + 30));
    }
    const written = await dump(db, one);
    expect(written).toEqual(await rows(store, [1_000], compositionProjection()));
  });

  it('cannot hold a contradiction', async () => {
    const store = new MemoryEventStore();
    for (const { stream, events } of compositionHistory(100)) await store.append(stream, events, 'any');
    await rows(store, [100], compositionProjection());
    await expect(
      db.query(
        `insert into composition_v1.membership
         select group_id, gen_random_uuid(), kind, seat, person_id, nominating_party_id, stated_from, stated_to,
           end_cause, basis_decision_id, basis_point, end_decision_id, end_point, valid, recorded_from, recorded_to,
           99, event_id
         from composition_v1.membership limit 1`,
      ),
    ).rejects.toThrow(/membership_never_contradicts/);
  });

  it('is indexed and constrained once it has caught up with a long log', async () => {
    const store = new MemoryEventStore();
    for (const { stream, events } of compositionHistory(2_100)) await store.append(stream, events, 'any');
    const projection = compositionProjection();
    const constraints = async () => {
      const { rows: found } = await db.query(`select from pg_constraint where contype = 'x'`);
      return found.length;
    };
    await layReadModel(db, projection);
    await project(db, projection, store, { batches: [1_000, 1_000] });
    expect(await constraints()).toBe(8);
    await layReadModel(db, projection);
    const events: RecordedEvent[] = [];
    for await (const event of store.readAll()) events.push(event);
    await applyBatch(db, projection, events.slice(0, 1_000));
    expect(await constraints()).toBe(0);
    await applyBatch(db, projection, events.slice(1_000, 1_001));
    expect(await constraints()).toBe(8);
    await applyBatch(db, projection, events.slice(1_001));
  });

  const rows = async (store: MemoryEventStore, batches: readonly number[], projection = compositionProjection()) => {
    await layReadModel(db, projection);
    await project(db, projection, store, { batches });
    return dump(db, projection);
  };

  /** Every batch is written thrice: first it fails half-way, then its transaction is undone. */
  const rowsWithRollbacks = async (store: MemoryEventStore) => {
    const projection = compositionProjection();
    await layReadModel(db, projection);
    const events: RecordedEvent[] = [];
    for await (const event of store.readAll({ filter: { types: projection.handles } })) events.push(event);
    for (let start = 0; start < events.length; start += 5) {
      const batch = events.slice(start, start + 5);
      for (const breaks of [failing(start % 3), undefined]) {
        const undone = inTransaction(db, async (tx) => {
          await tx.query('set local search_path to composition_v1, public');
          await projection.apply(batch, breaks?.(tx) ?? tx);
          throw new Error('undo');
        });
        await expect(undone).rejects.toThrow('undo');
      }
      await applyBatch(db, projection, batch);
    }
    return dump(db, projection);
  };
});

/** A transaction in which one of the statements about `progress`, the journal or the facts fails. */
function failing(which: number): (tx: Transaction) => Transaction {
  const statement = ['update progress', 'copy journal', 'copy '][which]!;
  return (tx) =>
    new Proxy(tx, {
      get(target, property) {
        const value = Reflect.get(target, property) as unknown;
        if (property !== 'query') return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        return (query: string | { text: string }, ...rest: unknown[]) => {
          const text = typeof query === 'string' ? query : query.text;
          if (text.startsWith(statement)) throw new Error('undo');
          return (value as (...all: unknown[]) => unknown).call(target, query, ...rest);
        };
      },
    });
}

function fold(
  event: RecordedEvent,
  states: Map<string, typeof groupAggregate.initialState>,
  affiliations: Map<string, Affiliations>,
): void {
  const id = event.stream.slice(event.stream.indexOf('-') + 1);
  const state = states.get(id);
  if (state) states.set(id, groupAggregate.evolve(state, event as never));
  else affiliations.set(id, affiliationFold.evolve(affiliations.get(id) ?? affiliationFold.initialState, event));
}

function affiliationOn(affiliations: ReadonlyMap<string, Affiliations>, day: CivilDate) {
  return (personId: string, nominated: string | undefined): Affiliation => {
    const held = [...(affiliations.get(personId)?.values() ?? [])].filter((a) => !isEmptyPeriod(a));
    const now = held.find((a) => includes(a, day));
    if (now) return { partyId: now.partyId, assumed: false };
    if (held.some((a) => a.to !== undefined && a.to <= day)) return { partyId: null, assumed: false };
    return { partyId: nominated ?? null, assumed: true };
  };
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, v: unknown) => v ?? null));
}
