import { connect, createTestDatabase, type Database, type TestDatabase } from '@liggare/database';
import {
  civilDate,
  commandContext,
  derivedId,
  NotFound,
  partialDate,
  type MemoryEventStore,
  type Position,
  type Repository,
} from '@liggare/kernel';
import { dump, layReadModel, project, rebuild } from '@liggare/projections';
import type { DecisionCommand, RecordDecision } from '../domain/decision-commands.js';
import { decisionEvents } from '../domain/decision-events.js';
import { decisionAggregate } from '../domain/decision.js';
import { emptyRegister } from '../testing/registry.js';
import { DecisionRegister } from './decision-register.js';
import { decisionsProjection } from './decisions.projection.js';
import { dependentsProjection } from './dependents.projection.js';
import { DependentsGraph } from './dependents-graph.js';
import { meetingsProjection } from './meetings.projection.js';

const [board, council, execution, other, waiting] = [1, 2, 3, 4, 5].map((n) => derivedId('decision', n)) as [
  string,
  string,
  string,
  string,
  string,
];
const page = { limit: 20, offset: 0 };
const validAt = civilDate('2024-06-01');

describe('what rests on a decision point', () => {
  let server: TestDatabase;
  let database: Database;
  let store: MemoryEventStore;
  let repository: Repository;
  let register: DecisionRegister;
  let graph: DependentsGraph;
  let beforeCouncil: Position;
  const projections = [decisionsProjection, meetingsProjection, dependentsProjection(decisionEvents.types)];

  const change = async (id: string, command: DecisionCommand) =>
    (await repository.execute(decisionAggregate, id, command, commandContext())).position;
  const record = (decisionId: string, on: string, rest: Partial<RecordDecision>) =>
    change(decisionId, {
      type: 'RecordDecision',
      decisionId,
      instrument: 'meeting',
      outcome: 'adopted',
      decidedOn: partialDate(on),
      confidence: 'certain',
      points: [1, 2].map((number) => ({ number, kind: 'elects', text: 'Samma lydelse.' })),
      ...rest,
    });

  beforeAll(async () => {
    server = await createTestDatabase();
    database = connect(server.url);
    ({ store, repository } = emptyRegister());
    register = new DecisionRegister(database);
    graph = new DependentsGraph(repository, register);
    beforeCouncil = await record(board, '2024-03-01', {});
    await record(council, '2024-04-15', {
      refersTo: [
        { decisionId: board, point: 2 },
        { decisionId: board, point: 2 },
      ],
    });
    await record(execution, '2024-05-02', { refersTo: [{ decisionId: council }] });
    await record(other, '2024-05-03', { refersTo: [{ decisionId: board, point: 1 }] });
    await record(waiting, '2024-05-30', { refersTo: [{ decisionId: council }], awaitsAdjustment: true });
    // The council's point 1 takes the place of a point of the other decision: it rests on the council's.
    const basis = { decisionId: council, point: 1 };
    await change(other, { type: 'SupersedePoint', point: 1, from: civilDate('2024-05-10'), basis });
    await change(council, { type: 'PostNotice', on: civilDate('2024-04-23') });
    const appeal = {
      type: 'FileAppeal',
      points: [2],
      court: 'Förvaltningsrätten',
      on: civilDate('2024-05-10'),
    } as const;
    await change(council, appeal);
    for (const projection of projections) {
      await layReadModel(database, projection);
      await project(database, projection, store);
    }
  });

  afterAll(async () => {
    await database.end();
    await server.drop();
  });

  it('edge case 70: the follow-on decisions, nearest first, each with where its own points stand', async () => {
    const { followOn, legalForce, rests } = await graph.of(board, 2, { validAt }, true);
    expect(followOn.map(({ decisionId, about }) => [decisionId, about])).toEqual([
      [council, { decisionId: board, point: 2 }],
      [execution, { decisionId: council }],
      [waiting, { decisionId: council }],
    ]);
    expect([legalForce.status, rests]).toEqual(['unknown', []]);
    const statuses = followOn.map(({ points }) => points.map((point) => point.legalForce.status));
    // The appeal is against the council's point 2 alone, though the board's says the same word for word.
    expect(statuses.slice(0, 2)).toEqual([
      ['gained', 'under-appeal'],
      ['unknown', 'unknown'],
    ]);
    expect(followOn[0]!.rests.map(({ entityId, eventType }) => [entityId, eventType])).toEqual([
      [other, 'PointSuperseded'],
    ]);
  });

  it('edge case 70: of one point only, and as it was known then', async () => {
    const first = await graph.of(board, 1, { validAt }, true);
    expect(first.followOn.map(({ decisionId }) => decisionId)).toEqual([other]);
    const then = await graph.of(board, 2, { validAt, knownAt: beforeCouncil }, true);
    expect(then.followOn).toEqual([]);
    await expect(graph.of(council, 1, { validAt, knownAt: beforeCouncil }, true)).rejects.toThrow(NotFound);
    await expect(graph.of(board, 3, { validAt }, true)).rejects.toThrow(NotFound);
  });

  it('edge case 59: what waits for its adjustment is seen inside only', async () => {
    const seen = async (settled: boolean) => {
      const { items, total } = await register.decisions({}, { settled }, page);
      return [items.map(({ id, provisional }) => [id, provisional]).filter(([, p]) => p), total];
    };
    expect(await seen(false)).toEqual([[[waiting, true]], 5]);
    expect(await seen(true)).toEqual([[], 4]);
    const outside = await graph.of(board, 2, { validAt }, false);
    expect(outside.followOn.map(({ decisionId }) => decisionId)).toEqual([council, execution]);
    await expect(graph.of(waiting, 1, { validAt }, false)).rejects.toThrow(NotFound);
  });

  it('edge case 59: the adjustment promotes it, and rebuilt rows are the live ones', async () => {
    const after = await store.head();
    await change(waiting, { type: 'AdjustMinutes', on: civilDate('2024-06-03'), immediate: false });
    await project(database, decisionsProjection, store, { after });
    expect((await register.decisions({}, { settled: true }, page)).total).toBe(5);
    expect((await register.decisions({ knownAt: after }, { settled: true }, page)).total).toBe(4);
    const live = await dump(database, decisionsProjection);
    expect(await rebuild(database, decisionsProjection, store, 2)).toEqual(live);
  });
});
