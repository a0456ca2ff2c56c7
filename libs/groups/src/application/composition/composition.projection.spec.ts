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
import { VIEWS } from '../../domain/views.js';
import { compositionHistory } from '../../testing/composition-history.js';
import { DAYS, GROUPS, play, randomHistory } from '../../testing/random-history.js';
import { applyBatch, dump, layReadModel, pastIn, project } from '@liggare/projections';
import { compositionAt } from '../composition-at.js';
import { compositionProjection } from './composition.projection.js';
import { personFold } from './person-fold.js';

type Persons = Map<string, typeof personFold.initialState>;

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
        const persons: Persons = new Map();
        for await (const event of store.readAll()) {
          fold(event, states, persons);
          for (const [id, state] of states) {
            for (const view of state.annulments.length === 0 ? (['dejure'] as const) : VIEWS) {
              const expected = DAYS.map((day) => compositionOf(id, state, day, affiliationOn(persons, day), view));
              const found = DAYS.map((day) => compositionAt(db, id, { validAt: day, knownAt: event.position, view }));
              expect(plain(await Promise.all(found))).toEqual(plain(expected));
            }
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
      await applyBatch(db, n % 3 === 1 ? other : one, store, events.slice(start, start + 30));
    }
    const written = await dump(db, one);
    expect(written).toEqual(await rows(store, [1_000], compositionProjection()));
  });

  describe('guarded', () => {
    const twice = (position: string) => `insert into composition_v3.membership
      select group_id, gen_random_uuid(), kind, seat, person_id, nominating_party_id, stated_from, stated_to,
        end_cause, basis_decision_id, basis_point, end_decision_id, end_point, view, valid, ${position}, recorded_to,
        99, event_id
      from composition_v3.membership where recorded_to is null order by recorded_from limit 1`;

    beforeEach(async () => {
      const store = new MemoryEventStore();
      for (const { stream, events } of compositionHistory(600)) await store.append(stream, events, 'any');
      await rows(store, [100], compositionProjection());
    });

    it('cannot be given a contradiction', async () => {
      await expect(db.query(twice('recorded_from'))).rejects.toMatchObject({
        code: '23P01',
        constraint: 'membership_never_contradicts',
      });
      await expect(db.query(twice('1000000'))).rejects.toThrow('two rows hold at once');
      await expect(inTransaction(db, (tx) => tx.query(twice('1000000')))).rejects.toThrow('two rows hold at once');
    });

    it('cannot have a row changed, deleted or closed twice', async () => {
      const refused = { code: '23000', message: 'a row is only closed, and only once' };
      for (const change of [
        'update composition_v3.membership set seat = 99',
        'update composition_v3.affiliation set valid = null',
        'update composition_v3.role set recorded_from = 1',
        'delete from composition_v3.seat_count',
        'update composition_v3.membership set recorded_to = 1000000 where recorded_to is not null',
        'update composition_v3.membership set recorded_to = null where recorded_to is not null',
      ]) {
        await expect(db.query(change)).rejects.toMatchObject(refused);
      }
    });

    it('does not get its guards while it contradicts itself', async () => {
      const { schema, whenFilled } = compositionProjection();
      for (const contradicts of [false, true]) {
        const laid = inTransaction(db, async (tx) => {
          await tx.query('create schema other; set local search_path to other, public');
          await tx.query(schema);
          await tx.query('insert into membership select * from composition_v3.membership');
          if (contradicts) await tx.query(twice('recorded_from').replace('composition_v3.membership', 'membership'));
          await tx.query(whenFilled!);
          throw new Error('no contradiction');
        });
        await expect(laid).rejects.toThrow(contradicts ? 'two rows hold at once' : 'no contradiction');
      }
    });
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
          await tx.query('set local search_path to composition_v3, public');
          await projection.apply(batch, breaks?.(tx) ?? tx, pastIn(store, projection));
          throw new Error('undo');
        });
        await expect(undone).rejects.toThrow('undo');
      }
      await applyBatch(db, projection, store, batch);
    }
    return dump(db, projection);
  };
});

/** A transaction in which one of the statements about `progress`, or some of the facts, fails. */
function failing(which: number): (tx: Transaction) => Transaction {
  const statement = ['update progress', 'copy membership', 'copy '][which]!;
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

function fold(event: RecordedEvent, states: Map<string, typeof groupAggregate.initialState>, persons: Persons): void {
  const id = event.stream.slice(event.stream.indexOf('-') + 1);
  const state = states.get(id);
  if (state) states.set(id, groupAggregate.evolve(state, event as never));
  else persons.set(id, personFold.evolve(persons.get(id) ?? personFold.initialState, event));
}

function affiliationOn(persons: Persons, day: CivilDate) {
  return (personId: string, nominated: string | undefined): Affiliation => {
    const held = Object.values(persons.get(personId)?.affiliations ?? {}).filter((a) => !isEmptyPeriod(a));
    const now = held.find((a) => includes(a, day));
    if (now) return { partyId: now.partyId, assumed: false };
    if (held.some((a) => a.to !== undefined && a.to <= day)) return { partyId: null, assumed: false };
    return { partyId: nominated ?? null, assumed: true };
  };
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, v: unknown) => v ?? null));
}
