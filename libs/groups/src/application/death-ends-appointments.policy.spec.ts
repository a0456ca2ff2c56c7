import { connect, createTestDatabase, type Database, type TestDatabase } from '@liggare/database';
import {
  DemoClock,
  instant,
  MemoryEventStore,
  position,
  Repository,
  runPolicy,
  START,
  type NewEvent,
  type Position,
} from '@liggare/kernel';
import type { ReadModels } from '@liggare/platform';
import { layReadModel, project } from '@liggare/projections';
import { groupAggregate } from '../domain/group.js';
import { date, id, personId } from '../testing/given-events.js';
import { contextOf } from '../testing/load-chronology.js';
import { compositionProjection } from './composition/composition.projection.js';
import { DeathEndsAppointments } from './death-ends-appointments.policy.js';
import type { ChangeGroup } from './messages.js';

const NOW = instant('2024-01-22T09:00:00Z');

describe('a death ends appointments, edge case 21', () => {
  let test: TestDatabase;
  let db: Database;
  let store: MemoryEventStore;
  let repository: Repository;
  const projection = compositionProjection();

  beforeAll(async () => {
    test = await createTestDatabase();
    db = connect(test.url);
  });

  afterAll(async () => {
    await db.end();
    await test.drop();
  });

  beforeEach(async () => {
    store = new MemoryEventStore();
    repository = new Repository(store);
    await layReadModel(db, projection);
    for (const group of [1, 2, 3]) {
      const run = (name: string, command: Parameters<typeof groupAggregate.decide>[1]) =>
        repository.execute(groupAggregate, id(group), command, contextOf(`${group} ${name}`, NOW));
      await run('establish', { type: 'EstablishGroup', name: 'G', legalForm: 'informal', from: date('2023-01-01') });
      await run('member', { type: 'AppointMember', personId: personId(group === 3 ? 7 : 1), from: date('2023-01-01') });
      await run('substitute', { type: 'AppointSubstitute', personId: personId(8), from: date('2023-01-01') });
    }
    await store.append(`person-${personId(1)}`, [died()], 'any');
    await project(db, projection, store);
  });

  it('in every group where the person held something, and nowhere else', async () => {
    await react();
    const ends = await Promise.all([1, 2, 3].map((n) => endsIn(n)));
    expect(ends).toEqual([
      [[{ on: '2024-01-19', cause: 'died' }], []],
      [[{ on: '2024-01-19', cause: 'died' }], []],
      [[], []],
    ]);
  });

  it('once, however often the policy runs', async () => {
    await react();
    const head = await store.head();
    await react();
    expect(await store.head()).toBe(head);
  });

  it('only when the read model has seen everything before the death', async () => {
    const policy = new DeathEndsAppointments(db, { waitFor: () => Promise.resolve(false) } as unknown as ReadModels);
    for await (const event of store.readAll({ filter: { types: ['PersonDied'] } })) {
      await expect(policy.react(event)).rejects.toThrow('lag');
    }
  });

  const endsIn = async (group: number) => {
    const { state } = await repository.load(groupAggregate, id(group));
    return state.appointments.map((a) => a.ends.map(({ on, cause }) => ({ on, cause })));
  };

  /** Runs the policy from the beginning of the log to its end, as after the loss of its checkpoint. */
  const react = async () => {
    const stop = new AbortController();
    const head = await store.head();
    await runPolicy(new DeathEndsAppointments(db, { waitFor: () => Promise.resolve(true) } as unknown as ReadModels), {
      store,
      checkpoints: {
        load: () => Promise.resolve(START),
        save: (_policy: string, at: Position) => {
          if (at >= position(head)) stop.abort();
          return Promise.resolve();
        },
      },
      clock: new DemoClock(NOW),
      dispatch: (message: object) => {
        const { id: group, change, context, options } = message as ChangeGroup;
        return repository.execute(groupAggregate, group, change, context, options);
      },
      onFailure: (_policy, _event, error) => {
        stop.abort();
        throw error;
      },
      signal: stop.signal,
    });
  };
});

function died(): NewEvent {
  return {
    eventId: id(500),
    type: 'PersonDied',
    data: { personId: personId(1), deathId: id(501), on: '2024-01-19' },
    metadata: {
      schemaVersion: 1,
      recordedAt: NOW,
      actor: { id: 'registrar-1', role: 'registrar' },
      correlationId: id(502),
      commandId: id(502),
      classification: 'internal',
      retentionClass: 'permanent',
    },
  };
}
