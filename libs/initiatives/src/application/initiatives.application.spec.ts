import { connect, createTestDatabase, type Database, type TestDatabase } from '@liggare/database';
import { FindDecisionPoint } from '@liggare/decisions';
import { FindGroup } from '@liggare/groups';
import {
  civilDate,
  commandContext,
  derivedId,
  freshId,
  MemoryEventStore,
  NotFound,
  partialDate,
  Repository,
  type Position,
} from '@liggare/kernel';
import type { QueryBus } from '@nestjs/cqrs';
import type { InitiativeCommand } from '../domain/initiative-commands.js';
import { layReadModel, project } from '@liggare/projections';
import { ChangeInitiativeHandler, FindInitiativeHandler } from './handlers.js';
import { InitiativeList } from './initiative-list.js';
import { initiativesProjection } from './initiatives.projection.js';
import { ChangeInitiative, FindInitiative } from './messages.js';
import { ReferenceChecks } from './reference-checks.js';

const day = civilDate;
const [breakIns, damage, schoolPackage] = [derivedId('I13'), derivedId('I14'), derivedId('I23')];
const [education, planning] = [derivedId('GSN'), derivedId('SBN')];
const basis = { decisionId: derivedId('B23'), point: 1 };
const page = { limit: 20, offset: 0 };

/** Answers as the other slices do: with what is there. */
const queries = {
  execute: (query: object) => {
    if (query instanceof FindDecisionPoint) return Promise.resolve(query.ref.point === 1 ? {} : undefined);
    if (query instanceof FindGroup) return Promise.resolve([education, planning].includes(query.id) ? {} : undefined);
    throw new Error('an unexpected query');
  },
} as unknown as QueryBus;

describe('initiatives: commands and queries together', () => {
  let server: TestDatabase;
  let database: Database;
  let list: InitiativeList;
  let beforeMerger: Position;
  const store = new MemoryEventStore();
  const repository = new Repository(store);

  const change = (id: string, command: InitiativeCommand) =>
    new ChangeInitiativeHandler(repository, new ReferenceChecks(repository, queries)).execute(
      new ChangeInitiative(id, command, commandContext()),
    );
  const register = (initiativeId: string, title: string, areas: readonly string[]) =>
    change(initiativeId, {
      type: 'RegisterInitiative',
      ...{ initiativeId, title, areas, kinds: ['situational'], level: 'unspecified', confidence: 'certain' },
    });
  const titles = async (...asked: Parameters<InitiativeList['list']>) =>
    (await list.list(...asked)).items.map(({ title }) => title);

  beforeAll(async () => {
    server = await createTestDatabase();
    database = connect(server.url);
    list = new InitiativeList(database);
    await register(breakIns, 'Skolinbrott', ['Segeltorp', 'Trångsund']);
    await register(damage, 'Skadegörelse', []);
    for (const [id, groupId] of [
      [breakIns, education],
      [damage, planning],
    ] as const) {
      await change(id, { type: 'StartInitiative', on: partialDate('2023'), basis });
      const responsibility = { body: { groupId }, role: 'lead', from: partialDate('2023') } as const;
      await change(id, { type: 'AssignResponsibility', ...responsibility });
    }
    beforeMerger = (await register(schoolPackage, 'Skolmiljöpaketet', [])).position;
    for (const id of [breakIns, damage]) {
      const merger = { successorId: schoolPackage, kind: 'merged', on: day('2026-04-13'), basis } as const;
      await change(id, { type: 'SucceedInitiative', ...merger });
    }
    await layReadModel(database, initiativesProjection);
    await project(database, initiativesProjection, store);
  });

  afterAll(async () => {
    await database.end();
    await server.drop();
  });

  it('refuses a reference to nothing', async () => {
    await expect(
      change(damage, { type: 'LinkDecision', relation: 'funds', basis: { ...basis, point: 9 } }),
    ).rejects.toMatchObject({ rule: 'unknown-decision-point', field: '/basis' });
    const responsibility = { body: { groupId: freshId() }, role: 'lead', from: partialDate('2024') } as const;
    await expect(change(damage, { type: 'AssignResponsibility', ...responsibility })).rejects.toMatchObject({
      rule: 'unknown-group',
      field: '/body/groupId',
    });
    const merger = { successorId: freshId(), kind: 'merged', on: day('2026-04-13') } as const;
    await expect(change(damage, { type: 'SucceedInitiative', ...merger })).rejects.toMatchObject({
      rule: 'unknown-initiative',
      field: '/successorId',
    });
  });

  it('tells a caller who expects the initiative to exist, and finds it for the other slices', async () => {
    const command = { type: 'StartInitiative', on: partialDate('2024') } as const;
    const asked = new ChangeInitiative(freshId(), command, commandContext(), { expected: 'existing' });
    await expect(
      new ChangeInitiativeHandler(repository, new ReferenceChecks(repository, queries)).execute(asked),
    ).rejects.toThrow(NotFound);
    const finder = new FindInitiativeHandler(repository);
    expect(await finder.execute(new FindInitiative(damage))).toMatchObject({ id: damage });
    expect(await finder.execute(new FindInitiative(freshId()))).toBeUndefined();
  });

  it('lists by status, body, area and text of the title', async () => {
    const validAt = day('2026-04-12');
    expect(await titles({ validAt }, {}, page)).toEqual(['Skadegörelse', 'Skolinbrott', 'Skolmiljöpaketet']);
    expect(await titles({ validAt }, { status: 'ongoing' }, page)).toEqual(['Skadegörelse', 'Skolinbrott']);
    expect(await titles({ validAt }, { bodyGroupId: planning }, page)).toEqual(['Skadegörelse']);
    expect(await titles({ validAt: day('2022-12-31') }, { bodyGroupId: planning }, page)).toEqual([]);
    expect(await titles({ validAt }, { area: 'Trångsund' }, page)).toEqual(['Skolinbrott']);
    expect(await titles({ validAt }, { q: 'SKOL' }, page)).toEqual(['Skolinbrott', 'Skolmiljöpaketet']);
    expect(await titles({ validAt }, { q: '%' }, page)).toEqual([]);
    expect(await list.list({ validAt }, {}, { limit: 1, offset: 5 })).toEqual({ items: [], total: 3 });
  });

  it('shows the lineage of a merger from both ends: edge case 45', async () => {
    const after = { validAt: day('2026-04-13') };
    const { items } = await list.list(after, {}, page);
    expect(items.map(({ status }) => status)).toEqual(['merged', 'merged', 'registered']);
    expect(items[2]?.predecessors.map(({ id }) => id).toSorted()).toEqual([breakIns, damage].toSorted());
    expect(items[0]?.successors).toEqual([{ id: schoolPackage, kind: 'merged', on: '2026-04-13' }]);
    expect(await titles({ validAt: day('2026-04-12') }, { status: 'merged' }, page)).toEqual([]);
  });

  it('answers as the register knew it then, on any day: edge case 64', async () => {
    const then = { validAt: day('2026-04-13'), knownAt: beforeMerger };
    expect(await titles(then, { status: 'ongoing' }, page)).toEqual(['Skadegörelse', 'Skolinbrott']);
    expect(await titles({ ...then, validAt: day('2022-12-31') }, { status: 'registered' }, page)).toHaveLength(3);
  });

  it('counts what is going on once, on every day of a merger and a split: edge case 45', async () => {
    const ids = ['a', 'b', 'one', 'left', 'right'].map((word) => derivedId('counted', word));
    const [a, b, one, left, right] = ids as [string, string, string, string, string];
    const [merged, split] = [day('2027-03-01'), day('2027-09-01')];
    for (const id of ids) await register(id, 'Räknad en gång', ['Räkneby']);
    for (const id of [a, b]) await change(id, { type: 'StartInitiative', on: partialDate('2027-01-01') });
    await change(one, { type: 'StartInitiative', on: partialDate(merged) });
    for (const id of [a, b]) {
      await change(id, { type: 'SucceedInitiative', successorId: one, kind: 'merged', on: merged });
    }
    for (const id of [left, right]) {
      await change(id, { type: 'StartInitiative', on: partialDate(split) });
      await change(one, { type: 'SucceedInitiative', successorId: id, kind: 'split', on: split });
    }
    await layReadModel(database, initiativesProjection);
    await project(database, initiativesProjection, store);
    const ongoing = async (validAt: string) => {
      const { items } = await list.list({ validAt: day(validAt) }, { status: 'ongoing', area: 'Räkneby' }, page);
      return items.map(({ id }) => ids.indexOf(id)).toSorted((x, y) => x - y);
    };
    expect(await ongoing('2026-12-31')).toEqual([]);
    expect(await ongoing('2027-02-28')).toEqual([0, 1]);
    expect(await ongoing('2027-03-01')).toEqual([2]);
    expect(await ongoing('2027-08-31')).toEqual([2]);
    expect(await ongoing('2027-09-01')).toEqual([3, 4]);
    // On each day each of the five has one status, whatever became of it.
    for (const validAt of ['2027-02-28', '2027-03-01', '2027-09-01']) {
      const all = await list.list({ validAt: day(validAt) }, { area: 'Räkneby' }, page);
      expect([all.total, new Set(all.items.map(({ id }) => id)).size]).toEqual([5, 5]);
    }
  });
});
