import { connect, createTestDatabase, type Database, type TestDatabase } from '@liggare/database';
import { commandContext, MemoryEventStore, Repository, type Position } from '@liggare/kernel';
import { dump, layReadModel, project } from '@liggare/projections';
import type { QueryBus } from '@nestjs/cqrs';
import fc from 'fast-check';
import type { GroupCommand } from '../domain/commands.js';
import { compositionOf } from '../domain/composition-of-state.js';
import { groupAggregate } from '../domain/group.js';
import { VIEWS } from '../domain/views.js';
import { date, id, personId } from '../testing/given-events.js';
import { correct, DAYS, GROUPS, play, randomCorrections, randomHistory } from '../testing/random-history.js';
import { compositionAt } from './composition-at.js';
import { compositionProjection } from './composition/composition.projection.js';
import { ChangeGroupHandler } from './handlers.js';
import { ChangeGroup } from './messages.js';
import { personAssignments } from './person-assignments.js';

describe('corrections', () => {
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

  it('never change any answer at an earlier known position, by the fold or by SQL', async () => {
    let corrected = 0;
    await fc.assert(
      fc.asyncProperty(randomHistory, randomCorrections, async (history, corrections) => {
        const store = new MemoryEventStore();
        const repository = new Repository(store);
        const projection = compositionProjection();
        await play(history, store, repository);
        await layReadModel(db, projection);
        await project(db, projection, store);
        const head = await store.head();
        const positions = [head, (head / 2n) as Position];
        const before = await answers(repository, positions);
        await correct(corrections, repository);
        await project(db, projection, store, { after: head });
        expect(await answers(repository, positions)).toEqual(before);
        if ((await store.head()) !== head) corrected++;
      }),
      { numRuns: 20 },
    );
    expect(corrected).toBeGreaterThan(3);
  }, 120_000);

  async function answers(repository: Repository, positions: readonly Position[]) {
    const all: unknown[] = [];
    for (const knownAt of positions) {
      for (const groupId of GROUPS) {
        const { state } = await repository.load(groupAggregate, groupId, knownAt);
        for (const view of VIEWS) {
          all.push(DAYS.map((day) => compositionOf(groupId, state, day, undefined, view)));
          const found = DAYS.map((validAt) => compositionAt(db, groupId, { validAt, knownAt, view }));
          all.push(await Promise.all(found));
        }
      }
    }
    return all;
  }

  it('an annulment registered in error leaves no seat with two holders in the read model', async () => {
    const store = new MemoryEventStore();
    const repository = new Repository(store);
    const run = (command: GroupCommand) => repository.execute(groupAggregate, id(1), command, commandContext());
    const point = { decisionId: id(900), point: 1 };
    const from = date('2023-01-01');
    await run({ type: 'EstablishGroup', name: 'G', legalForm: 'informal', from });
    await run({ type: 'AdoptInstruction', effectiveFrom: from, memberSeats: 1, substituteSeats: 0 });
    await run({ type: 'AppointMember', personId: personId(1), from, basis: point });
    await run({ type: 'AnnulBasis', ...point, finalOn: DAYS[1]! });
    await run({ type: 'AppointMember', personId: personId(2), seat: 1, from: date(DAYS[2]!) });
    await run({ type: 'RetractAnnulment', ...point });
    const projection = compositionProjection();
    await layReadModel(db, projection);
    await project(db, projection, store, { batches: [1] });
    const composition = await compositionAt(db, id(1), { validAt: DAYS[3]! });
    const { state } = await repository.load(groupAggregate, id(1));
    expect(composition!.members.holders.map(({ seat, personId: who }) => [seat, who])).toEqual([
      [1, personId(2)],
      [undefined, personId(1)],
    ]);
    expect(composition).toEqual(compositionOf(id(1), state, DAYS[3]!));
  });

  describe('of the wrong group: edge case 10', () => {
    const [right, wrong] = [id(1), id(2)];
    const queries = { execute: () => Promise.resolve({}) } as Partial<QueryBus> as QueryBus;
    let store: MemoryEventStore;
    let repository: Repository;
    let appointmentId: string;
    const change = (groupId: string, command: ChangeGroup['change']) =>
      new ChangeGroupHandler(repository, queries).execute(new ChangeGroup(groupId, command, commandContext()));

    beforeEach(async () => {
      store = new MemoryEventStore();
      repository = new Repository(store);
      for (const groupId of [right, wrong]) {
        await change(groupId, { type: 'EstablishGroup', name: 'G', legalForm: 'informal', from: date('2023-01-01') });
      }
      const { state } = await change(wrong, {
        type: 'AppointMember',
        personId: personId(1),
        from: date('2023-01-01'),
      });
      ({ appointmentId } = state.appointments[0]!);
      const role = { type: 'AssignRole', appointmentId, role: 'chair', from: DAYS[1]! } as const;
      await change(wrong, role);
    });

    it('the appointment is moved with its role, each end says where the other is, the past stays readable', async () => {
      const before = await store.head();
      await change(wrong, { type: 'MoveAppointment', appointmentId, groupId: right });
      const [there, here] = await Promise.all([right, wrong].map((g) => repository.load(groupAggregate, g)));
      expect(here!.state.appointments).toEqual([]);
      expect(there!.state.appointments).toMatchObject([
        { personId: personId(1), movedFrom: { groupId: wrong, appointmentId }, roles: [{ role: 'chair' }] },
      ]);
      const projection = compositionProjection();
      await layReadModel(db, projection);
      await project(db, projection, store, { batches: [1] });
      const groups = async (knownAt: Position) =>
        (await personAssignments(db, personId(1), { validAt: DAYS[3]!, knownAt })).map(({ groupId }) => groupId);
      expect([await groups(before), await groups(await store.head())]).toEqual([[wrong], [right]]);
      const live = await dump(db, projection);
      await layReadModel(db, projection);
      await project(db, projection, store);
      expect(await dump(db, projection)).toEqual(live);
    });

    it('a move of which the second half was lost is made whole by the same wish', async () => {
      const move = { type: 'MoveAppointment', appointmentId, groupId: right } as const;
      const lost = new Repository(failingFor(store, `group-${wrong}`));
      const handler = new ChangeGroupHandler(lost, queries);
      await expect(handler.execute(new ChangeGroup(wrong, move, commandContext()))).rejects.toThrow('lost');
      await change(wrong, move);
      expect((await repository.load(groupAggregate, wrong)).state.appointments).toEqual([]);
      await expect(change(wrong, move)).rejects.toMatchObject({ rule: 'unknown-appointment' });
      expect((await repository.load(groupAggregate, right)).state.appointments.length).toBe(1);
    });

    it('refuses the same group and one that is not there', async () => {
      for (const [groupId, rule] of [
        [wrong, 'same-group'],
        [id(3), 'unknown-group'],
      ] as const) {
        await expect(change(wrong, { type: 'MoveAppointment', appointmentId, groupId })).rejects.toMatchObject({
          rule,
        });
      }
    });

    it('a group that is empty is discarded, and is known no more', async () => {
      await change(wrong, { type: 'MoveAppointment', appointmentId, groupId: right });
      const before = await store.head();
      await change(wrong, { type: 'DiscardGroup', otherId: right });
      const projection = compositionProjection();
      await layReadModel(db, projection);
      await project(db, projection, store);
      const validAt = DAYS[3]!;
      expect(await compositionAt(db, wrong, { validAt })).toBeUndefined();
      expect(await compositionAt(db, wrong, { validAt, knownAt: before })).toMatchObject({ name: 'G' });
    });
  });
});

/** The same store, in which nothing can be written to one stream. */
function failingFor(store: MemoryEventStore, failing: string): MemoryEventStore {
  return new Proxy(store, {
    get(target, property) {
      const value = Reflect.get(target, property) as unknown;
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (property === 'append' && args[0] === failing) throw new Error('lost');
        return value.apply(target, args) as unknown;
      };
    },
  });
}
