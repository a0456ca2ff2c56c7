import { connect, createTestDatabase, type Database, type TestDatabase } from '@liggare/database';
import {
  civilDate,
  commandContext,
  derivedId,
  MemoryEventStore,
  Repository,
  sealerWithoutKeys,
  type Position,
} from '@liggare/kernel';
import { dump, layReadModel, project, rebuild } from '@liggare/projections';
import type { PersonCommand } from '../domain/person-commands.js';
import { personAggregate } from '../domain/person.js';
import { ChangePersonHandler } from './command-handlers.js';
import { noGroups } from '../testing/no-groups.js';
import { ChangePerson } from './commands.js';
import { MergedPersons } from './merged-persons.js';
import { NameLookup } from './names.js';
import { partiesProjection } from './parties.projection.js';
import { peopleProjection } from './people.projection.js';
import { PersonDirectory } from './person-directory.js';

const [amanda, amandaToo, amandaThree] = [derivedId('P01'), derivedId('P02'), derivedId('P03')];
const party = derivedId('S');
const validAt = civilDate('2024-07-01');

describe('edge case 55: what a merge shows, and when it was known', () => {
  let server: TestDatabase;
  let database: Database;
  const store = new MemoryEventStore();
  const repository = new Repository(store, { sealer: sealerWithoutKeys });
  const known = { apart: 0n as Position, merged: 0n as Position, chained: 0n as Position, undone: 0n as Position };

  const change = (id: string, command: PersonCommand) =>
    new ChangePersonHandler(repository, noGroups).execute(new ChangePerson(id, command, commandContext()));

  beforeAll(async () => {
    server = await createTestDatabase();
    database = connect(server.url);
    for (const personId of [amanda, amandaToo, amandaThree]) {
      await change(personId, { type: 'RegisterPerson', personId, givenName: 'Amanda', familyName: 'Exempelsson' });
    }
    const joins = { type: 'StartAffiliation', partyId: party, from: civilDate('2022-10-15') } as const;
    known.apart = (await repository.execute(personAggregate, amandaThree, joins, commandContext())).position;
    const first = { type: 'MergePersons', survivorId: amandaToo, mergedId: amandaThree } as const;
    known.merged = (await change(amandaToo, first)).position;
    const second = { type: 'MergePersons', survivorId: amanda, mergedId: amandaToo } as const;
    const { state, position } = await change(amanda, second);
    known.chained = position;
    known.undone = (await change(amanda, { type: 'UndoMerge', mergeId: state.standsFor[0]!.mergeId })).position;
    for (const projection of [peopleProjection, partiesProjection]) {
      await layReadModel(database, projection);
      await project(database, projection, store);
    }
  });

  afterAll(async () => {
    await database.end();
    await server.drop();
  });

  const survivorsAt = async (knownAt: Position) => {
    const { persons } = await new NameLookup(database).find({ validAt, knownAt }, [amanda, amandaToo, amandaThree], []);
    return [amanda, amandaToo, amandaThree].map((id) => persons[id]?.samePersonAs);
  };

  it('an id is resolved to who stands for it, at the end of a chain, as known then', async () => {
    expect(await survivorsAt(known.apart)).toEqual([undefined, undefined, undefined]);
    expect(await survivorsAt(known.merged)).toEqual([undefined, undefined, amandaToo]);
    expect(await survivorsAt(known.chained)).toEqual([undefined, amanda, amanda]);
    expect(await survivorsAt(known.undone)).toEqual([undefined, undefined, amandaToo]);
  });

  it('everybody stays in the list; the merged ones point to the survivor', async () => {
    const directory = new PersonDirectory(database, { reveal: () => Promise.resolve(new Map()) });
    const at = async (knownAt: Position) => {
      const { items } = await directory.list({ validAt, knownAt }, { limit: 20, offset: 0 });
      return items.map(({ samePersonAs }) => samePersonAs);
    };
    expect(await at(known.chained)).toEqual([undefined, amanda, amanda]);
    expect(await at(known.apart)).toEqual([undefined, undefined, undefined]);
  });

  it('the survivor is shown with the names and affiliations of all it stands for, as known then', async () => {
    const merged = new MergedPersons(repository);
    const of = async (knownAt: Position) => {
      const { state } = await repository.load(personAggregate, amanda, knownAt);
      return merged.of(state.standsFor, validAt, knownAt);
    };
    const shown = await of(known.chained);
    expect(shown.map(({ personId }) => personId)).toEqual([amandaToo, amandaThree]);
    expect(shown.map(({ history }) => history.names.length)).toEqual([1, 1]);
    expect(shown.map(({ affiliations }) => affiliations.map(({ partyId }) => partyId))).toEqual([[], [party]]);
    expect(await of(known.apart)).toEqual([]);
    expect(await of(known.undone)).toEqual([]);
  });

  it('rebuilt, the rows are those that were written as it happened', async () => {
    const live = await dump(database, peopleProjection);
    for (const size of [1, 3]) expect(await rebuild(database, peopleProjection, store, size)).toEqual(live);
  });
});
