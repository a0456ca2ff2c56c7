import { connect, createTestDatabase, type Database, type TestDatabase } from '@liggare/database';
import { civilDate, commandContext, MemoryEventStore, Repository, START, type Position } from '@liggare/kernel';
import type { ReadModels } from '@liggare/platform';
import { dump, layReadModel, project } from '@liggare/projections';
import type { QueryBus } from '@nestjs/cqrs';
import type { GroupCommand } from '../domain/commands.js';
import { groupAggregate } from '../domain/group.js';
import { date, id, personId } from '../testing/given-events.js';
import { replayPolicy } from '../testing/replay-policy.js';
import { compositionProjection } from './composition/composition.projection.js';
import { LostSeatEndsDependents } from './lost-seat-ends-dependents.policy.js';
import type { FindGroup } from './messages.js';

const [committee, subcommittee, delegation] = [id(1), id(2), id(3)];
const seatOf = { [committee]: id(11), [subcommittee]: id(12), [delegation]: id(13) };

describe('edge case 28: losing a seat that others rest on', () => {
  let test: TestDatabase;
  let db: Database;
  let store: MemoryEventStore;
  let repository: Repository;
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

  const change = (groupId: string, command: GroupCommand) =>
    repository.execute(groupAggregate, groupId, command, commandContext());
  const catchUp = async () => {
    const head = await store.head();
    await project(db, projection, store, { after: projected });
    projected = head;
  };
  const react = async () => {
    const queries = {
      execute: async ({ id: of }: FindGroup) => (await repository.load(groupAggregate, of)).state,
    } as Partial<QueryBus> as QueryBus;
    const readModels = { waitFor: () => Promise.resolve(true) } as Partial<ReadModels> as ReadModels;
    let before: Position;
    // What it brought about is in the log, too, and may bring about more.
    do {
      before = await store.head();
      await catchUp();
      await replayPolicy(new LostSeatEndsDependents(db, readModels, queries), store, repository);
    } while (before !== (await store.head()));
    await catchUp();
  };
  const ends = async () => {
    const groups = [subcommittee, delegation].map((groupId) => repository.load(groupAggregate, groupId));
    return (await Promise.all(groups)).map(({ state }) =>
      state.appointments.flatMap((a) => a.ends.map(({ on, cause, restsOn }) => [on, cause, restsOn?.appointmentId])),
    );
  };
  const lost = (on: string) => [
    [[on, 'lost-underlying-seat', seatOf[committee]]],
    [[on, 'lost-underlying-seat', seatOf[subcommittee]]],
  ];

  beforeEach(async () => {
    store = new MemoryEventStore();
    repository = new Repository(store);
    projected = START;
    await layReadModel(db, projection);
    const from = date('2023-01-01');
    for (const groupId of [committee, subcommittee, delegation]) {
      await change(groupId, {
        type: 'EstablishGroup',
        name: 'G',
        legalForm: 'subcommittee',
        from,
        to: date('2027-01-01'),
      });
      const appointmentId = seatOf[groupId]!;
      await change(groupId, { type: 'AppointMember', appointmentId, personId: personId(1), from });
    }
    const needed = { type: 'RequireUnderlyingSeat', from: civilDate('2023-01-01') } as const;
    await change(subcommittee, { ...needed, underlyingId: committee });
    await change(delegation, { ...needed, underlyingId: subcommittee });
  });

  const end = (on: string) =>
    change(committee, { type: 'EndAppointment', appointmentId: seatOf[committee]!, on: date(on), cause: 'released' });

  it('ends them, in a chain, each naming what it rests on; the end of the mandate is no loss', async () => {
    await react();
    expect(await ends()).toEqual([[], []]);
    await end('2024-03-01');
    await react();
    expect(await ends()).toEqual(lost('2024-03-01'));
  });

  it('replayed from the beginning it doubles nothing, and the rows are those of a rebuild', async () => {
    await end('2024-03-01');
    await react();
    const head = await store.head();
    await react();
    expect(await store.head()).toBe(head);
    const live = await dump(db, projection);
    await layReadModel(db, projection);
    await project(db, projection, store);
    expect(await dump(db, projection)).toEqual(live);
  });

  it('a corrected end is a corrected derived end, and one registered by mistake takes the derived one back', async () => {
    await end('2024-03-01');
    await react();
    const appointmentId = seatOf[committee]!;
    await change(committee, { type: 'CorrectAppointmentEnd', appointmentId, on: date('2024-05-01') });
    await react();
    expect(await ends()).toEqual(lost('2024-05-01'));
    await change(committee, { type: 'DiscardAppointmentEnd', appointmentId });
    await react();
    expect(await ends()).toEqual([[], []]);
  });

  it('a seat registered after the loss, from a day before it, ends as well', async () => {
    await end('2024-03-01');
    await change(subcommittee, { type: 'DiscardAppointment', appointmentId: seatOf[subcommittee]! });
    const again = {
      type: 'AppointMember',
      appointmentId: id(14),
      personId: personId(1),
      from: date('2023-02-01'),
    } as const;
    await change(subcommittee, again);
    await react();
    expect((await ends())[0]).toEqual([['2024-03-01', 'lost-underlying-seat', seatOf[committee]]]);
  });

  it('a dissolved group takes what rests on it with it', async () => {
    await change(committee, { type: 'DissolveGroup', on: civilDate('2025-01-01') });
    await react();
    expect(await ends()).toEqual(lost('2025-01-01'));
  });
});
