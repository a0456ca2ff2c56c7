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
import type { QueryBus } from '@nestjs/cqrs';
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
    told = 0;
    await tell('PersonDied', '2024-01-19');
    projected = START;
    await catchUp();
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
    const policy = policyOf(false);
    for await (const event of store.readAll({ filter: { types: ['PersonDied'] } })) {
      await expect(policy.react(event)).rejects.toThrow('lag');
    }
  });

  it('follows the day of death when that is corrected, to a later day and to an earlier', async () => {
    await react();
    for (const on of ['2024-01-21', '2024-01-10']) {
      await tell('DeathCorrected', on);
      await react();
      const head = await store.head();
      await react();
      expect([await store.head(), await endsIn(1), await endsIn(3)]).toEqual([
        head,
        [[{ on, cause: 'died' }], []],
        [[], []],
      ]);
    }
  });

  it('takes back what a death registered by mistake ended, also where it left nothing', async () => {
    const future = { type: 'AppointMember', personId: personId(1), from: date('2024-02-01') } as const;
    await repository.execute(groupAggregate, id(3), future, contextOf('3 future', NOW));
    await catchUp();
    await react();
    expect((await endsIn(3))[2]).toEqual([{ on: '2024-02-01', cause: 'died' }]);
    await catchUp();
    await tell('DeathRetracted');
    await react();
    const head = await store.head();
    expect(await Promise.all([1, 2, 3].map((n) => endsIn(n)))).toEqual([
      [[], []],
      [[], []],
      [[], [], []],
    ]);
    await react();
    expect(await store.head()).toBe(head);
  });

  it('does nothing about a death that is taken back before the policy comes to it', async () => {
    await tell('DeathRetracted');
    const head = await store.head();
    await react();
    expect(await store.head()).toBe(head);
  });

  const endsIn = async (group: number) => {
    const { state } = await repository.load(groupAggregate, id(group));
    return state.appointments.map((a) => a.ends.map(({ on, cause }) => ({ on, cause })));
  };

  let projected: Position;
  const catchUp = async () => {
    const head = await store.head();
    await project(db, projection, store, { after: projected });
    projected = head;
  };

  const policyOf = (current: boolean) =>
    new DeathEndsAppointments(
      db,
      { waitFor: () => Promise.resolve(current) } as Partial<ReadModels> as ReadModels,
      { execute: death } as Partial<QueryBus> as QueryBus,
    );

  /** Runs the policy from the beginning of the log to its end, as after the loss of its checkpoint. */
  const react = async () => {
    const stop = new AbortController();
    const head = await store.head();
    await runPolicy(policyOf(true), {
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

  /** What the register knows of the person's death, as the other slice would answer. */
  const death = async () => {
    let on: string | undefined;
    for await (const event of store.readStream(`person-${personId(1)}`)) on = (event.data as { on?: string }).on;
    return on === undefined ? {} : { death: { on } };
  };

  let told = 0;
  async function tell(type: 'PersonDied' | 'DeathCorrected' | 'DeathRetracted', on?: string): Promise<void> {
    const eventId = id(500 + told++);
    const event: NewEvent = {
      eventId,
      type,
      data: { personId: personId(1), ...(on === undefined ? {} : { on }) },
      metadata: {
        schemaVersion: 1,
        recordedAt: NOW,
        actor: { id: 'registrar-1', role: 'registrar' },
        correlationId: eventId,
        commandId: eventId,
        classification: 'internal',
        retentionClass: 'permanent',
      },
    };
    await store.append(`person-${personId(1)}`, [event], 'any');
  }
});
