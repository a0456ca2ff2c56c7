import fc from 'fast-check';
import { connect, createTestDatabase, type Database, type TestDatabase } from '@liggare/database';
import {
  addDays,
  civilDate,
  commandContext,
  derivedId,
  MemoryEventStore,
  partialDate,
  position,
  Refusal,
  Repository,
  sealerWithoutKeys,
  type Commitment,
  type Position,
  type Sealer,
} from '@liggare/kernel';
import { nameOn } from '../domain/name-periods.js';
import type { PersonCommand } from '../domain/person-commands.js';
import { affiliationsOn } from '../domain/person-view.js';
import { personAggregate } from '../domain/person.js';
import { dump, layReadModel, rebuild } from '@liggare/projections';
import { peopleProjection } from './people.projection.js';

const epoch = civilDate('2023-01-01');
const days = Array.from({ length: 12 }, (_, n) => addDays(epoch, n - 1));
const people = [0, 1].map((n) => derivedId('person', n));
const parties = [0, 1].map((n) => derivedId('party', n));
const day = fc.integer({ min: 0, max: 9 }).map((offset) => addDays(epoch, offset));
const name = { givenName: 'Amanda', familyName: 'Exempelsson' };
const nth = fc.integer({ min: 0, max: 3 });

/** What somebody may ask next about a person; `nth` chooses among the facts there are by then. */
type Step = (facts: { names: string[]; affiliations: string[]; death: string }) => PersonCommand;
const party = fc.constantFrom(...parties);
const from = fc.option(day, { nil: undefined }).map((from) => (from === undefined ? {} : { from }));
const to = fc.option(day, { nil: undefined }).map((to) => (to === undefined ? {} : { to }));
const step: fc.Arbitrary<Step> = fc.oneof(
  day.map((from): Step => () => ({ type: 'ChangeName', ...name, from })),
  fc.tuple(nth, from).map(([n, from]): Step => ({ names }) => {
    return { type: 'CorrectName', nameId: names[n % names.length]!, ...name, ...from };
  }),
  fc.tuple(party, from).map(([partyId, from]): Step => () => ({ type: 'StartAffiliation', partyId, ...from })),
  fc.tuple(nth, day).map(([n, to]): Step => ({ affiliations: a }) => {
    return { type: 'EndAffiliation', affiliationId: a[n % a.length] ?? '', to };
  }),
  fc.tuple(nth, party, from, to).map(([n, partyId, from, to]): Step => ({ affiliations: a }) => {
    return { type: 'CorrectAffiliation', affiliationId: a[n % a.length] ?? '', partyId, ...from, ...to };
  }),
  nth.map((n): Step => ({ affiliations: a }) => ({ type: 'RetractAffiliation', affiliationId: a[n % a.length] ?? '' })),
  day.map((on): Step => () => ({ type: 'RecordDeath', on: partialDate(on.slice(0, 7)) })),
  fc.constant<Step>(({ death }) => ({ type: 'RetractDeath', deathId: death })),
  fc.constant<Step>(() => ({ type: 'ChangeContactDetails', email: 'a@example.se' })),
);
const history = fc.array(fc.tuple(fc.constantFrom(...people), step), { minLength: 1, maxLength: 25 });

describe('the read model of people', () => {
  let server: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    server = await createTestDatabase();
    database = connect(server.url);
    await layReadModel(database, peopleProjection);
  });

  afterAll(async () => {
    await database.end();
    await server.drop();
  });

  async function lived(
    steps: readonly (readonly [string, Step])[],
  ): Promise<{ store: MemoryEventStore; repository: Repository }> {
    const store = new MemoryEventStore();
    const repository = new Repository(store, { sealer: sealerWithoutKeys });
    for (const personId of people) {
      await repository.execute(
        personAggregate,
        personId,
        { type: 'RegisterPerson', personId, ...name },
        commandContext(),
      );
    }
    for (const [personId, step] of steps) {
      const { state } = await repository.load(personAggregate, personId);
      const command = step({
        names: state.names.map(({ nameId }) => nameId),
        affiliations: state.affiliations.map(({ affiliationId }) => affiliationId),
        death: state.death?.deathId ?? '',
      });
      // A step that does not fit what is there is refused and changes nothing.
      await repository.execute(personAggregate, personId, command, commandContext()).catch(unlessRefused);
    }
    return { store, repository };
  }

  /** What SQL says of a person on each of the days, as known at a position. */
  async function asOf(personId: string, knownAt: Position) {
    const known = 'person_id = $1 and recorded_from <= $2 and (recorded_to is null or recorded_to > $2)';
    const lines = async (table: string, columns: string) => {
      const { rows } = await database.query<{ line: string }>(
        `select concat_ws(' ', to_char(day, 'YYYY-MM-DD'), ${columns}) as line
         from people.${table} cross join unnest($3::date[]) as day
         where ${known} and valid @> day`,
        [personId, String(knownAt), days],
      );
      return rows.map(({ line }) => line).toSorted();
    };
    const persons = await database.query<{ died: string | null }>(`select died from people.person where ${known}`, [
      personId,
      String(knownAt),
    ]);
    return {
      affiliations: await lines('affiliation', 'affiliation_id, party_id'),
      names: await lines('person_name', 'name_id, given_name_sd'),
      died: persons.rows.map(({ died }) => died),
    };
  }

  it('says of every day, as known at any position, what folding the events says', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(), async (steps, anywhere) => {
        const { store, repository } = await lived(steps);
        await rebuild(database, peopleProjection, store, 7);
        const head = await store.head();
        for (const knownAt of [head, position(1 + (anywhere % Number(head)))]) {
          for (const personId of people) {
            const { state } = await repository.load(personAggregate, personId, knownAt);
            expect(await asOf(personId, knownAt)).toEqual({
              affiliations: days.flatMap((day) =>
                affiliationsOn(state, day)
                  .map((a) => `${day} ${a.affiliationId} ${a.partyId}`)
                  .toSorted(),
              ),
              names: days.flatMap((day) => {
                const name = nameOn(state.names, day);
                return name ? [`${day} ${name.nameId} ${(name.givenName as Commitment)._sd}`] : [];
              }),
              died: state.id === '' ? [] : [state.death?.on ?? null],
            });
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('comes out the same whatever the batches', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.integer({ min: 2, max: 9 }), async (steps, batchSize) => {
        const { store } = await lived(steps);
        const oneByOne = await rebuild(database, peopleProjection, store, 1);
        expect(oneByOne.length).toBeGreaterThan(people.length);
        expect(await rebuild(database, peopleProjection, store, batchSize)).toEqual(oneByOne);
        expect(await rebuild(database, peopleProjection, store, 1000)).toEqual(oneByOne);
      }),
      { numRuns: 30 },
    );
  });

  it('never lets a value that was not sealed into a table', async () => {
    const store = new MemoryEventStore();
    const careless: Sealer = { seal: (_id, event) => Promise.resolve({ event }) };
    const personId = people[0]!;
    const command = { type: 'RegisterPerson', personId, ...name } as const;
    await new Repository(store, { sealer: careless }).execute(personAggregate, personId, command, commandContext());
    await expect(rebuild(database, peopleProjection, store, 1)).rejects.toThrow(/was not sealed/);
    expect(await dump(database, peopleProjection)).toEqual([]);
  });
});

function unlessRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
