import { FindDecision, FindEntitiesRestingOn } from '@liggare/decisions';
import { DemoClock, instant, MemoryEventStore, Repository, runPolicy, START, type NewEvent } from '@liggare/kernel';
import type { ReadModels } from '@liggare/platform';
import type { QueryBus } from '@nestjs/cqrs';
import { groupAggregate } from '../domain/group.js';
import { date, day, id, personId } from '../testing/given-events.js';
import { contextOf } from '../testing/load-chronology.js';
import { AnnulmentVoidsWhatRested } from './annulment-voids-what-rested.policy.js';
import type { ChangeGroup } from './messages.js';

const NOW = instant('2024-11-12T09:00:00Z');
const decisionId = id(900);
const FINAL = day('2024-11-11');

describe('an annulment voids what rested on the point', () => {
  let store: MemoryEventStore;
  let repository: Repository;
  /** What the decision's stream says, as far as a late registration asks. */
  let annulments: readonly object[];

  beforeEach(async () => {
    annulments = [];
    store = new MemoryEventStore();
    repository = new Repository(store);
    for (const group of [1, 2]) {
      await change(group, 'establish', {
        type: 'EstablishGroup',
        name: 'G',
        legalForm: 'informal',
        from: date('2023-01-01'),
      });
      await elect(group, 2 + group);
    }
  });

  const change = (group: number, name: string, command: Parameters<typeof groupAggregate.decide>[1]) =>
    repository.execute(groupAggregate, id(group), command, contextOf(`${group} ${name}`, NOW));
  const elect = (group: number, point: number, person = group) =>
    change(group, `elect ${person}`, {
      type: 'AppointMember',
      personId: personId(person),
      from: date('2024-05-01'),
      basis: { decisionId, point },
    });

  it('in the groups where something rested on it, when the judgment is final, edge case 3', async () => {
    await judged('PointsAnnulled', { points: [3], court: 'FR', judgmentOn: '2024-10-18' });
    await react();
    expect(await annulledIn(1)).toEqual([]);
    await judged('AnnulmentBecameFinal', { points: [3], finalOn: FINAL });
    await react();
    expect(await annulledIn(1)).toEqual([{ decisionId, point: 3, finalOn: FINAL }]);
    expect(await annulledIn(2)).toEqual([]);
  });

  it('once, however often the policy runs', async () => {
    await judged('PointsAnnulled', { points: [3, 4], court: 'FR', judgmentOn: '2024-10-18', finalOn: FINAL });
    await react();
    const head = await store.head();
    await react();
    expect(await store.head()).toBe(head);
    expect(await annulledIn(2)).toEqual([{ decisionId, point: 4, finalOn: FINAL }]);
  });

  it('until it proves wrongly registered, edge case 10', async () => {
    await judged('PointsAnnulled', { points: [3], court: 'FR', judgmentOn: '2024-10-18', finalOn: FINAL });
    await judged('AnnulmentRegisteredInError', { points: [3] });
    await react();
    expect(await annulledIn(1)).toEqual([]);
  });

  it('also when that is registered afterwards', async () => {
    await judged('PointsAnnulled', { points: [9], court: 'FR', judgmentOn: '2024-10-18', finalOn: FINAL });
    await react();
    annulments = [{ points: [9], finalOn: FINAL }];
    await elect(2, 9, 7);
    await react();
    expect(await annulledIn(2)).toEqual([{ decisionId, point: 9, finalOn: FINAL }]);
  });

  async function annulledIn(group: number) {
    return (await repository.load(groupAggregate, id(group))).state.annulments;
  }

  /** The read model of what rests on a point, and the decision, as the other slice would answer. */
  async function answer(query: unknown): Promise<unknown> {
    if (query instanceof FindDecision) return { annulments };
    const { ref } = query as FindEntitiesRestingOn;
    const found = new Set<string>();
    for await (const { stream, data } of store.readAll({ filter: { streamPrefixes: ['group-'] } })) {
      const { basis } = data as { basis?: { point: number } };
      if (basis?.point === ref.point) found.add(stream.slice('group-'.length));
    }
    return [...found];
  }

  async function react(): Promise<void> {
    const ended = new AbortController();
    const policy = new AnnulmentVoidsWhatRested(
      { waitFor: () => Promise.resolve(true) } as Partial<ReadModels> as ReadModels,
      { execute: answer } as Partial<QueryBus> as QueryBus,
    );
    let seen = START;
    const head = await store.head();
    await runPolicy(policy, {
      store,
      clock: new DemoClock(NOW),
      signal: ended.signal,
      dispatch: async (message) => {
        const { id: group, change: command, context, options } = message as ChangeGroup;
        return repository.execute(groupAggregate, group, command, context, options);
      },
      checkpoints: {
        load: () => Promise.resolve(seen),
        save: (_name, position) => {
          seen = position;
          if (position >= head) ended.abort();
          return Promise.resolve();
        },
      },
      onFailure: (_name, _event, error) => {
        throw error;
      },
    });
  }

  let judgments = 0;
  async function judged(type: string, data: object): Promise<void> {
    const eventId = id(500 + judgments++);
    const event: NewEvent = {
      eventId,
      type,
      data: { decisionId, appealId: id(600), ...data },
      metadata: {
        schemaVersion: 1,
        recordedAt: NOW,
        actor: { id: 'registrar-1', role: 'registrar' },
        correlationId: eventId,
        commandId: eventId,
        classification: 'public',
        retentionClass: 'permanent',
      },
    };
    await store.append(`decision-${decisionId}`, [event], 'any');
  }
});
