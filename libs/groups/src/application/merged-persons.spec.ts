import { connect, createTestDatabase, type Database, type TestDatabase } from '@liggare/database';
import {
  civilDate,
  commandContext,
  MemoryEventStore,
  partialDate,
  Repository,
  sealerWithoutKeys,
  START,
  type Position,
} from '@liggare/kernel';
import { personAggregate, type FindPerson, type PersonCommand } from '@liggare/people';
import type { ReadModels } from '@liggare/platform';
import { dump, layReadModel, project } from '@liggare/projections';
import type { QueryBus } from '@nestjs/cqrs';
import type { GroupCommand } from '../domain/commands.js';
import { groupAggregate } from '../domain/group.js';
import { date, id, personId } from '../testing/given-events.js';
import { replayPolicy } from '../testing/replay-policy.js';
import { compositionAt } from './composition-at.js';
import { compositionProjection } from './composition/composition.projection.js';
import { DeathEndsAppointments } from './death-ends-appointments.policy.js';
import { personAssignments } from './person-assignments.js';

const [council, committee] = [id(1), id(2)];
const [amanda, amandaToo] = [personId(1), personId(2)];
const [nominating, later] = [id(91), id(92)];
const mergeId = id(93);
const validAt = civilDate('2024-01-01');

describe('edge case 55: appointments of a human being with two entries', () => {
  let test: TestDatabase;
  let db: Database;
  let store: MemoryEventStore;
  let repository: Repository;
  let apart: Position;
  let projected: Position;
  const projection = compositionProjection();

  beforeAll(async () => {
    test = await createTestDatabase();
    db = connect(test.url);
  });

  afterAll(async () => {
    await db.end();
    await test.drop();
  });

  const group = (groupId: string, command: GroupCommand) =>
    repository.execute(groupAggregate, groupId, command, commandContext());
  const person = (of: string, command: PersonCommand) =>
    repository.execute(personAggregate, of, command, commandContext());
  const both = async (command: PersonCommand) => {
    await person(amandaToo, command);
    return (await person(amanda, command)).position;
  };
  const catchUp = async () => {
    const head = await store.head();
    await project(db, projection, store, { after: projected });
    projected = head;
  };
  const assignments = async (of: string, knownAt?: Position) => {
    const items = await personAssignments(db, of, { validAt, ...(knownAt === undefined ? {} : { knownAt }) });
    return items.map(({ groupId, personId }) => `${groupId} ${personId}`).toSorted();
  };
  const seated = async (groupId: string, knownAt?: Position) => {
    const composition = await compositionAt(db, groupId, { validAt, ...(knownAt === undefined ? {} : { knownAt }) });
    return composition!.members.holders.map(({ personId, affiliation }) => ({ personId, party: affiliation.partyId }));
  };

  beforeEach(async () => {
    store = new MemoryEventStore();
    repository = new Repository(store, { sealer: sealerWithoutKeys });
    projected = START;
    await layReadModel(db, projection);
    for (const own of [amanda, amandaToo]) {
      await person(own, { type: 'RegisterPerson', personId: own, givenName: 'Amanda', familyName: 'Exempelsson' });
    }
    for (const [groupId, of] of [
      [council, amanda],
      [committee, amandaToo],
    ] as const) {
      await group(groupId, { type: 'EstablishGroup', name: 'G', legalForm: 'committee', from: date('2023-01-01') });
      await group(groupId, {
        type: 'AdoptInstruction',
        effectiveFrom: date('2023-01-01'),
        memberSeats: 1,
        substituteSeats: 0,
      });
      await group(groupId, {
        type: 'AppointMember',
        personId: of,
        nominatingPartyId: nominating,
        from: date('2023-01-01'),
      });
    }
    await person(amanda, { type: 'StartAffiliation', partyId: later, from: civilDate('2023-06-01') });
    apart = await store.head();
    await both({ type: 'MergePersons', survivorId: amanda, mergedId: amandaToo, mergeId });
    await catchUp();
  });

  it('are all hers from the moment it was known, by either id, and not before', async () => {
    const all = [`${council} ${amanda}`, `${committee} ${amandaToo}`];
    expect([await assignments(amanda), await assignments(amandaToo)]).toEqual([all, all]);
    expect(await assignments(amanda, apart)).toEqual([`${council} ${amanda}`]);
    expect(await assignments(amandaToo, apart)).toEqual([`${committee} ${amandaToo}`]);
  });

  it('the composition keeps the id that was registered, with the party that is known of either', async () => {
    expect(await seated(committee)).toEqual([{ personId: amandaToo, party: later }]);
    expect(await seated(committee, apart)).toEqual([{ personId: amandaToo, party: nominating }]);
    expect(await seated(council)).toEqual(await seated(council, apart));
  });

  it('undone, all is as it was; what was believed meanwhile stays readable', async () => {
    const merged = await store.head();
    await both({ type: 'UndoMerge', mergeId });
    await catchUp();
    expect(await assignments(amanda)).toEqual([`${council} ${amanda}`]);
    expect(await seated(committee)).toEqual([{ personId: amandaToo, party: nominating }]);
    expect((await assignments(amanda, merged)).length).toBe(2);
    const live = await dump(db, projection);
    await layReadModel(db, projection);
    await project(db, projection, store);
    expect(await dump(db, projection)).toEqual(live);
  });

  const causes = async () => {
    const states = await Promise.all([council, committee].map((of) => repository.load(groupAggregate, of)));
    return states.map(({ state }) => state.appointments.flatMap(({ ends }) => ends.map(({ cause }) => cause)));
  };
  const react = async () => {
    await catchUp();
    const queries = {
      execute: async ({ id: of }: FindPerson) => (await repository.load(personAggregate, of)).state,
    } as Partial<QueryBus> as QueryBus;
    const readModels = { waitFor: () => Promise.resolve(true) } as Partial<ReadModels> as ReadModels;
    await replayPolicy(new DeathEndsAppointments(db, readModels, queries), store, repository);
  };

  it('a death known of one ends what either held, also when it was known before the merge, and only once', async () => {
    await person(amanda, { type: 'RecordDeath', on: partialDate('2024-01-19') });
    await react();
    expect(await causes()).toEqual([['died'], ['died']]);
    await react();
    expect(await causes()).toEqual([['died'], ['died']]);
  });

  it('a merge undone takes back the end that only the other’s death brought', async () => {
    await person(amanda, { type: 'RecordDeath', on: partialDate('2024-01-19') });
    await react();
    await both({ type: 'UndoMerge', mergeId });
    await react();
    expect(await causes()).toEqual([['died'], []]);
  });
});
