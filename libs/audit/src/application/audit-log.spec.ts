import { connect, createTestDatabase, type Database, type TestDatabase } from '@liggare/database';
import { matterAggregate, meetingAggregate } from '@liggare/decisions';
import { groupAggregate } from '@liggare/groups';
import {
  civilDate,
  commandContext,
  derivedId,
  NotFound,
  partialDate,
  position,
  START,
  type Position,
} from '@liggare/kernel';
import { personAggregate } from '@liggare/people';
import { applyChanges } from '../domain/changes.js';
import { layReadModel, rebuild } from '@liggare/projections';
import { decisionId, groupId, otherId, partyId, personId, registered } from '../testing/registered.js';
import { AuditLog, type LogPage } from './audit-log.js';
import { auditTrailProjection } from './audit-trail.projection.js';

const projection = auditTrailProjection([...personAggregate.catalogue.types, ...groupAggregate.catalogue.types]);

describe('the auditor’s questions', () => {
  let server: TestDatabase;
  let database: Database;
  let history: Awaited<ReturnType<typeof registered>>;
  let log: AuditLog;

  beforeAll(async () => {
    server = await createTestDatabase();
    database = connect(server.url);
    await layReadModel(database, projection);
    history = await registered();
    await rebuild(database, projection, history.store);
    log = new AuditLog(history.store, database, history.repository);
  });

  afterAll(async () => {
    await database.end();
    await server.drop();
  });

  const positions = ({ items }: LogPage) => items.map((entry) => Number(entry.position));

  it('the index comes out the same whatever the batches', async () => {
    const whole = await rebuild(database, projection, history.store);
    expect(whole.length).toBeGreaterThan(9);
    for (const size of [1, 2, 4]) expect(await rebuild(database, projection, history.store, size)).toEqual(whole);
  });

  it('finds everything about a person, also in the group’s events', async () => {
    expect(positions(await log.trail('person', personId, START, 20))).toEqual([1, 5, 6, 7]);
    expect(positions(await log.trail('person', otherId, START, 20))).toEqual([2, 8]);
    expect(positions(await log.trail('party', partyId, START, 20))).toEqual([5]);
    expect(positions(await log.trail('decision', decisionId, START, 20))).toEqual([3, 4, 5, 9]);
    expect(positions(await log.trail('group', personId, START, 20))).toEqual([]);
  });

  it('tells who, when, why, and on which decision', async () => {
    const entry = await log.event(position(5));
    const { commandId, causationId } = history.appointed;
    expect(entry).toMatchObject({
      position: '5',
      stream: `group-${groupId}`,
      revision: '2',
      type: 'MemberAppointed',
      kind: 'reality',
      summary: { sv: expect.any(String), en: expect.any(String) },
      recordedAt: '2023-02-14T10:04:00.000Z',
      who: { actor: 'bertil', role: 'registrar', onBehalfOf: 'cecilia' },
      why: { decision: { decisionId, point: 1 }, causedBy: causationId, commandId, correlationId: commandId },
      validFrom: '2023-02-13',
    });
    expect((await log.event(position(1))).why).not.toHaveProperty('decision');
  });

  it('tells field by field what an event changed, names as commitments', async () => {
    const { changes } = await log.event(position(6));
    expect(changes!.length).toBeGreaterThan(0);
    for (const { pointer } of changes!) expect(pointer).toMatch(/^\/names\/\d+/);
    expect(JSON.stringify(changes)).toContain('_sd');
    expect(JSON.stringify(changes)).not.toContain('Fiktberg');
  });

  it('adds up: the changes of an entity’s events, one after the other, make its state', async () => {
    for (const [aggregate, id, own] of [
      [groupAggregate, groupId, `group-${groupId}`],
      [personAggregate, personId, `person-${personId}`],
    ] as const) {
      const { items } = await log.trail(aggregate.category, id, START, 20);
      const state = items
        .filter(({ stream }) => stream === own)
        .reduce<unknown>((before, { changes }) => applyChanges(before, changes!), aggregate.initialState);
      const loaded =
        aggregate === groupAggregate
          ? await history.repository.load(groupAggregate, id)
          : await history.repository.load(personAggregate, id);
      expect(state).toEqual(loaded.state);
    }
  });

  it('gives the events of the log in order, by type, actor and entity, all at once', async () => {
    expect(positions(await log.events({}, START, 20))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(positions(await log.events({ type: 'NameChanged' }, START, 20))).toEqual([6, 8]);
    expect(positions(await log.events({ actor: 'bertil' }, START, 20))).toEqual([3, 4, 5, 7, 9]);
    const person = { entityType: 'person', entityId: personId };
    expect(positions(await log.events(person, START, 20))).toEqual([1, 5, 6, 7]);
    expect(positions(await log.events({ ...person, actor: 'bertil' }, START, 20))).toEqual([5, 7]);
    expect(positions(await log.events({ entityType: 'group', entityId: personId }, START, 20))).toEqual([]);
  });

  it('takes the kind of entity and its id also one without the other', async () => {
    expect(positions(await log.events({ entityId: personId }, START, 20))).toEqual([1, 5, 6, 7]);
    expect(positions(await log.events({ entityType: 'group' }, START, 20))).toEqual([3, 4, 5, 7, 9]);
  });

  it('pages by position until there is no more', async () => {
    const seen: number[] = [];
    let next: string | undefined = '0';
    while (next !== undefined) {
      const page: LogPage = await log.events({}, position(next), 2);
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...positions(page));
      ({ next } = page);
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const trail = await log.trail('person', personId, START, 2);
    expect([positions(trail), trail.next]).toEqual([[1, 5], '5']);
    const rest = await log.trail('person', personId, position(5), 3);
    expect(positions(rest)).toEqual([6, 7]);
    expect(rest).not.toHaveProperty('next');
  });

  it('reads each stream once for a page', async () => {
    history.store.reads.length = 0;
    await log.events({}, START, 20);
    expect(history.store.reads.toSorted()).toEqual(
      [`group-${groupId}`, `person-${personId}`, `person-${otherId}`].toSorted(),
    );
  });

  it('shows an entity on a day as it was known at a position', async () => {
    const march = civilDate('2023-03-01');
    const before = await log.state('group', groupId, march, position(4));
    const after = await log.state('group', groupId, march, position(7));
    expect([before.position, before.revision, after.position, after.revision]).toEqual(['4', '1', '7', '3']);
    expect(JSON.stringify(before.state)).not.toContain(personId);
    expect(JSON.stringify(after.state)).toContain(personId);
    const name = async (day: string, knownAt?: number) => {
      const { state } = await log.state(
        'person',
        personId,
        civilDate(day),
        knownAt === undefined ? undefined : position(knownAt),
      );
      return (state as { familyName: unknown }).familyName;
    };
    expect(await name('2024-05-31')).toEqual(await name('2024-06-01', 5));
    expect(await name('2024-06-01')).not.toEqual(await name('2024-06-01', 5));
  });

  it('shows where a matter and a meeting stand on the day', async () => {
    const { store, repository } = await registered();
    const [matterId, meetingId] = [derivedId('matter', 1), derivedId('meeting', 1)];
    const [opened, closed] = [partialDate('2024-02-01'), partialDate('2024-05-01')];
    const open = { type: 'OpenMatter', matterId, title: 'Ärende', openedOn: opened } as const;
    const record = { type: 'RecordMeeting', meetingId, organ: {}, date: partialDate('2024-03-01') } as const;
    await repository.execute(matterAggregate, matterId, open, commandContext());
    const { position: knownAt } = await repository.execute(meetingAggregate, meetingId, record, commandContext());
    await repository.execute(matterAggregate, matterId, { type: 'CloseMatter', on: closed }, commandContext());
    await repository.execute(meetingAggregate, meetingId, { type: 'CancelMeeting' }, commandContext());
    const all = new AuditLog(store, database, repository);
    const status = async (type: string, id: string, day: string, knownAt?: Position) =>
      ((await all.state(type, id, civilDate(day), knownAt)).state as { status: string }).status;
    const days = ['2024-01-31', '2024-02-01', '2024-03-01', '2024-05-01'];
    const statuses = (type: string, id: string, at?: Position) =>
      Promise.all(days.map((day) => status(type, id, day, at)));
    expect(await statuses('matter', matterId)).toEqual(['not-opened', 'open', 'open', 'closed']);
    expect(await statuses('matter', matterId, knownAt)).toEqual(['not-opened', 'open', 'open', 'open']);
    expect(await statuses('meeting', meetingId)).toEqual(Array(4).fill('cancelled'));
    expect(await statuses('meeting', meetingId, knownAt)).toEqual(['planned', 'planned', 'held', 'held']);
  });

  it('finds no event and no entity where there is none', async () => {
    const day = civilDate('2023-03-01');
    for (const at of [0, 10, 999]) await expect(log.event(position(at))).rejects.toBeInstanceOf(NotFound);
    await expect(log.state('person', derivedId('nobody'), day)).rejects.toBeInstanceOf(NotFound);
    await expect(log.state('group', groupId, day, position(2))).rejects.toBeInstanceOf(NotFound);
    await expect(log.state('planet', groupId, day)).rejects.toBeInstanceOf(NotFound);
  });
});
