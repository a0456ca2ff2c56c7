import { connect, createTestDatabase, type Database, type TestDatabase } from '@liggare/database';
import {
  civilDate,
  commandContext,
  derivedId,
  partialDate,
  position,
  type MemoryEventStore,
  type Repository,
} from '@liggare/kernel';
import type { DecisionCommand, RecordDecision } from '../domain/decision-commands.js';
import { decisionEvents } from '../domain/decision-events.js';
import { decisionAggregate } from '../domain/decision.js';
import { matterEvents } from '../domain/matter-events.js';
import { matterAggregate } from '../domain/matter.js';
import { meetingAggregate } from '../domain/meeting.js';
import { layReadModel, rebuild } from '@liggare/projections';
import { emptyRegister } from '../testing/registry.js';
import type { DecisionFilter } from './decision-list.js';
import { DecisionRegister } from './decision-register.js';
import { decisionsProjection } from './decisions.projection.js';
import { dependentsProjection } from './dependents.projection.js';
import { mattersProjection } from './matters.projection.js';
import { meetingsProjection } from './meetings.projection.js';

const day = civilDate;
const all = { limit: 20, offset: 0 };
const now = {};
const council = derivedId('group', 1);
const [matter, otherMatter] = [derivedId('matter', 1), derivedId('matter', 2)];
const [meeting, extraMeeting] = [derivedId('meeting', 1), derivedId('meeting', 2)];
const [first, second, legacy] = [1, 2, 3].map((n) => derivedId('decision', n)) as [string, string, string];

const decision = (decisionId: string, rest: Partial<RecordDecision>): RecordDecision => ({
  type: 'RecordDecision',
  decisionId,
  instrument: 'meeting',
  outcome: 'adopted',
  decidedOn: partialDate('2023-02-13'),
  confidence: 'certain',
  organ: { groupId: council },
  points: [],
  ...rest,
});

describe('the register of decisions', () => {
  const dependents = dependentsProjection([...decisionEvents.types, ...matterEvents.types]);
  const projections = [mattersProjection, meetingsProjection, decisionsProjection, dependents];
  let server: TestDatabase;
  let database: Database;
  let store: MemoryEventStore;
  let repository: Repository;
  let register: DecisionRegister;

  beforeAll(async () => {
    server = await createTestDatabase();
    database = connect(server.url);
    for (const projection of projections) await layReadModel(database, projection);
    ({ store, repository } = emptyRegister());
    await enter();
    for (const projection of projections) await rebuild(database, projection, store);
    register = new DecisionRegister(database);
  });

  afterAll(async () => {
    await database.end();
    await server.drop();
  });

  /** Positions 1–2 matters, 3–4 meetings, 5–7 decisions, 8–11 what happened to them. */
  async function enter(): Promise<void> {
    const to = {
      matter: (id: string, command: Parameters<typeof matterAggregate.decide>[1]) =>
        repository.execute(matterAggregate, id, command, commandContext()),
      meeting: (id: string, command: Parameters<typeof meetingAggregate.decide>[1]) =>
        repository.execute(meetingAggregate, id, command, commandContext()),
      decision: (id: string, command: Parameters<typeof decisionAggregate.decide>[1]) =>
        repository.execute(decisionAggregate, id, command, commandContext()),
    };
    const openedOn = partialDate('2023-01');
    await to.matter(matter, {
      type: 'OpenMatter',
      matterId: matter,
      registryNumber: 'KS-2023/118',
      title: 'Grupp',
      openedOn,
    });
    await to.matter(otherMatter, { type: 'OpenMatter', matterId: otherMatter, title: 'Utan nummer', openedOn });
    const date = partialDate('2023-02-13');
    await to.meeting(meeting, { type: 'RecordMeeting', meetingId: meeting, organ: { groupId: council }, date });
    await to.meeting(extraMeeting, {
      type: 'RecordMeeting',
      meetingId: extraMeeting,
      organ: { name: 'Länsrätten' },
      date: partialDate('2023-02-13'),
      session: 'extra',
    });
    await to.decision(
      first,
      decision(first, {
        meetingId: meeting,
        matterId: matter,
        paragraph: '18',
        registryNumber: 'KS-2023/118',
        points: [
          { number: 2, kind: 'elects', text: 'Val', effectiveFrom: day('2023-03-01') },
          { number: 1, kind: 'establishes-group', text: 'Grupp' },
        ],
      }),
    );
    await to.decision(second, decision(second, { decidedOn: partialDate('2024-05-13'), paragraph: '18' }));
    await to.decision(
      legacy,
      decision(legacy, {
        decidedOn: partialDate('2018-06/2022-10'),
        confidence: 'uncertain',
        organ: { candidates: ['Kommunfullmäktige', 'Kommunstyrelsen'] },
        agendaItem: '22',
      }),
    );
    const basis = { decisionId: second, point: 1 };
    await to.decision(first, { type: 'SupersedePoint', point: 2, from: day('2024-06-01'), basis });
    await to.decision(first, {
      type: 'CorrectPoint',
      point: 1,
      text: 'Gruppen',
      correctedOn: partialDate('2024-06'),
      basis: { decisionId: second, point: 2 },
    });
    await to.decision(legacy, { type: 'AttachStatement', kind: 'unknown', partyIds: [], personIds: [], text: 'Vi' });
    await to.meeting(extraMeeting, { type: 'CancelMeeting' });
  }

  const ids = async (filter: DecisionFilter) => (await register.decisions(now, filter, all)).items.map(({ id }) => id);

  it('lists decisions latest first, by the first day they may have been made', async () => {
    expect(await ids({})).toEqual([second, first, legacy]);
  });

  it('finds by body, matter, meeting and registry number', async () => {
    expect(await ids({ organGroupId: council })).toEqual([second, first]);
    expect(await ids({ matterId: matter })).toEqual([first]);
    expect(await ids({ matterId: otherMatter })).toEqual([]);
    expect(await ids({ meetingId: meeting })).toEqual([first]);
    expect(await ids({ registryNumber: 'KS-2023/118' })).toEqual([first]);
    expect(await ids({ organGroupId: council, matterId: otherMatter })).toEqual([]);
  });

  it('finds an undated decision in every period in which it may have been made, edge case 58', async () => {
    expect(await ids({ from: day('2022-10-31'), to: day('2023-01-01') })).toEqual([legacy]);
    expect(await ids({ from: day('2022-11-01'), to: day('2023-02-13') })).toEqual([]);
    expect(await ids({ from: day('2023-02-13'), to: day('2023-02-14') })).toEqual([first]);
    expect(await ids({ to: day('2018-06-01') })).toEqual([]);
    expect(await ids({ to: day('2018-06-02') })).toEqual([legacy]);
  });

  it('counts all and gives a page', async () => {
    const page = await register.decisions(now, {}, { limit: 1, offset: 1 });
    expect([page.items.map(({ id }) => id), page.total]).toEqual([[first], 3]);
  });

  it('gives the points in order with commitments for texts and the period of effect', async () => {
    const { items } = await register.decisions(now, { matterId: matter }, all);
    const text = { _sd: expect.any(String) };
    expect(items[0]!.points).toEqual([
      { number: 1, kind: 'establishes-group', text, from: null, to: null, supersededBy: null },
      {
        number: 2,
        kind: 'elects',
        text,
        from: '2023-03-01',
        to: '2024-06-01',
        supersededBy: { decisionId: second, point: 1 },
      },
    ]);
    const { items: old } = await register.decisions(now, { to: day('2022-01-01') }, all);
    expect(old[0]).toMatchObject({
      organName: null,
      organCandidates: ['Kommunfullmäktige', 'Kommunstyrelsen'],
      organGroupId: null,
      paragraph: null,
      agendaItem: '22',
      registryNumber: null,
      decidedOn: '2018-06/2022-10',
      statements: 1,
    });
  });

  it('answers as it was known at a position', async () => {
    const before = { knownAt: position(7) };
    const { items, total } = await register.decisions(before, { matterId: matter }, all);
    expect(items[0]!.points[1]).toMatchObject({ from: '2023-03-01', to: null });
    expect(total).toBe(1);
    expect(items[0]!.points[0]!.text).not.toEqual(
      (await register.decisions(now, { matterId: matter }, all)).items[0]!.points[0]!.text,
    );
    expect((await register.decisions({ knownAt: position(4) }, {}, all)).total).toBe(0);
    expect((await register.meetings(before, {}, all)).items.map(({ cancelled }) => cancelled)).toEqual([false, false]);
  });

  it('lists matters by registry number, those without one last', async () => {
    const { items, total } = await register.matters(now, undefined, all);
    expect([items.map(({ id }) => id), total]).toEqual([[matter, otherMatter], 2]);
    expect(items[0]).toMatchObject({ registryNumber: 'KS-2023/118', openedOn: '2023-01', closedOn: null });
    expect((await register.matters(now, 'KS-2023/118', all)).items.map(({ id }) => id)).toEqual([matter]);
  });

  it('lists two meetings of one day, edge case 72', async () => {
    const { items } = await register.meetings(now, {}, all);
    expect(items.map(({ id, session, cancelled }) => ({ id, session, cancelled }))).toEqual([
      { id: extraMeeting, session: 'extra', cancelled: true },
      { id: meeting, session: null, cancelled: false },
    ]);
    expect((await register.meetings(now, { organGroupId: council }, all)).items.map(({ id }) => id)).toEqual([meeting]);
  });

  it('finds what rests on a decision, or on one of its points, in log order', async () => {
    const { items, total } = await register.dependents(now, second, undefined, all);
    expect(total).toBe(2);
    expect(items).toEqual([
      {
        position: '8',
        point: 1,
        entityType: 'decision',
        entityId: first,
        eventType: 'PointSuperseded',
        eventId: expect.any(String),
        validFrom: '2024-06-01',
        validTo: null,
      },
      expect.objectContaining({ position: '9', point: 2, eventType: 'PointCorrected', validFrom: null }),
    ]);
    expect((await register.dependents(now, second, 2, all)).items).toHaveLength(1);
    expect((await register.dependents({ knownAt: position(8) }, second, undefined, all)).total).toBe(1);
    expect((await register.dependents(now, first, undefined, all)).items).toEqual([]);
  });

  it('finds by outcome, possible body, and paragraph however it is written', async () => {
    expect(await ids({ outcome: 'adopted' })).toEqual([second, first, legacy]);
    expect(await ids({ outcome: 'rejected' })).toEqual([]);
    expect(await ids({ organ: 'Kommunstyrelsen' })).toEqual([legacy]);
    expect(await ids({ organ: 'Länsrätten' })).toEqual([]);
    expect(await ids({ paragraph: '§ 018' })).toEqual([second, first]);
    expect(
      await ids({ organGroupId: council, paragraph: '18', from: day('2023-02-13'), to: day('2023-02-14') }),
    ).toEqual([first]);
  });

  it('finds meetings of a period, also those of which the day is not known', async () => {
    const meetings = async (from: string, to: string) =>
      (await register.meetings(now, { from: day(from), to: day(to) }, all)).items.map(({ id }) => id);
    expect(await meetings('2023-02-13', '2023-02-14')).toEqual([extraMeeting, meeting]);
    expect(await meetings('2023-02-14', '2024-01-01')).toEqual([]);
  });

  it('comes out the same whatever the batches', async () => {
    for (const projection of projections) {
      const whole = await rebuild(database, projection, store, 1000);
      expect(whole.length).toBeGreaterThan(1);
      for (const size of [1, 2, 3, 5]) expect(await rebuild(database, projection, store, size)).toEqual(whole);
    }
  });
});

describe('entries of one day', () => {
  const projections = [meetingsProjection, decisionsProjection];
  const id = (n: number) => derivedId('entry', n);
  const [ordinary, extra] = [derivedId('meeting', 1), derivedId('meeting', 2)];
  let server: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    server = await createTestDatabase();
    database = connect(server.url);
    for (const projection of projections) await layReadModel(database, projection);
  });

  afterAll(async () => {
    await database.end();
    await server.drop();
  });

  type Entry = readonly [n: number, rest: Partial<RecordDecision>];

  /** A register with these entries, of the council's two meetings of 13 February 2023. */
  async function registerOf(entries: readonly Entry[], ...changes: readonly (readonly [number, DecisionCommand])[]) {
    const { store, repository } = emptyRegister();
    const date = partialDate('2023-02-13');
    for (const [meetingId, session] of [
      [ordinary, '1'],
      [extra, '2'],
    ] as const) {
      const record = { type: 'RecordMeeting', meetingId, organ: { groupId: council }, date, session } as const;
      await repository.execute(meetingAggregate, meetingId, record, commandContext());
    }
    const commands = entries.map(([n, rest]) => [n, decision(id(n), rest)] as const);
    for (const [n, command] of [...commands, ...changes]) {
      await repository.execute(decisionAggregate, id(n), command, commandContext());
    }
    for (const projection of projections) await rebuild(database, projection, store);
    return new DecisionRegister(database);
  }

  const sameAs = async (register: DecisionRegister, n: number) =>
    (await register.sameDecision(now, id(n), all)).items.map((item) => item.id);

  it('follow meeting, § and what was recorded to settle the rest, edge case 44', async () => {
    // Ids would put these two the other way round.
    const [earlier, later] = [5, 6].sort((a, b) => (id(a) < id(b) ? -1 : 1)) as [number, number];
    const register = await registerOf([
      [1, { meetingId: ordinary, paragraph: '9' }],
      [2, { meetingId: ordinary, paragraph: '§ 18' }],
      [3, { meetingId: extra, paragraph: '2' }],
      [4, { meetingId: ordinary, paragraph: '§ 101' }],
      [earlier, { session: '1', sequence: 1 }],
      [later, { session: '1', sequence: 2 }],
      [7, { decidedOn: partialDate('2023-02-14'), paragraph: '1' }],
    ]);
    const { items } = await register.decisions(now, {}, all);
    expect(items.map((item) => item.id)).toEqual([7, 3, 4, 2, 1, later, earlier].map(id));
    expect(items.map(({ session }) => session)).toEqual([null, '2', '1', '1', '1', '1', '1']);
  });

  it('are of the same decision when two clerks entered one §, edge case 61', async () => {
    const register = await registerOf([
      [1, { meetingId: ordinary, paragraph: '18' }],
      [2, { session: '1', paragraph: '§ 18' }],
      [3, { meetingId: ordinary, paragraph: '19' }],
      [4, { paragraph: '18', organ: { name: 'Kommunstyrelsen' }, session: '1' }],
    ]);
    expect(await sameAs(register, 1)).toEqual([id(2)]);
    expect(await sameAs(register, 2)).toEqual([id(1)]);
    expect(await sameAs(register, 3)).toEqual([]);
    expect(await sameAs(register, 4)).toEqual([]);
  });

  it('take body, day and session from the meeting where they have none of their own, edge case 61', async () => {
    const { organ: _, ...bare } = decision(id(1), {
      decidedOn: partialDate('2023'),
      meetingId: ordinary,
      paragraph: '18',
    });
    const { store, repository } = emptyRegister();
    const date = partialDate('2023-02-13');
    const record = { type: 'RecordMeeting', meetingId: ordinary, organ: { groupId: council }, date } as const;
    await repository.execute(meetingAggregate, ordinary, record, commandContext());
    await repository.execute(decisionAggregate, id(1), bare, commandContext());
    await repository.execute(decisionAggregate, id(2), decision(id(2), { paragraph: '18' }), commandContext());
    for (const projection of projections) await rebuild(database, projection, store);
    const register = new DecisionRegister(database);
    expect(await sameAs(register, 2)).toEqual([id(1)]);
    const { items } = await register.decisions(now, { organGroupId: council, meetingId: ordinary }, all);
    expect(items).toMatchObject([{ id: id(1), organGroupId: council, organName: null }]);
  });

  it('are not the same decision for a § alone: not of another session, day, or year, edge cases 71 and 72', async () => {
    const register = await registerOf([
      [1, { meetingId: ordinary, paragraph: '18' }],
      [2, { meetingId: extra, paragraph: '18' }],
      [3, { session: '1', paragraph: '18', decidedOn: partialDate('2023-05-15') }],
      [4, { session: '1', paragraph: '18', decidedOn: partialDate('2023') }],
      [5, { session: '1', paragraph: '18', decidedOn: partialDate('2023') }],
      [6, { session: '1' }],
      [7, { session: '1' }],
    ]);
    for (const n of [1, 2, 3, 4, 5, 6, 7]) expect(await sameAs(register, n)).toEqual([]);
  });

  it('show what is marked as a duplicate from both sides, as it was known then, edge case 61', async () => {
    const register = await registerOf(
      [
        [1, { paragraph: '18' }],
        [2, { agendaItem: '22' }],
      ],
      [2, { type: 'MarkDuplicate', duplicateOf: id(1) }],
    );
    expect(await sameAs(register, 1)).toEqual([id(2)]);
    expect(await sameAs(register, 2)).toEqual([id(1)]);
    expect((await register.sameDecision({ knownAt: position(4) }, id(1), all)).total).toBe(0);
  });
});
