import { connect, createTestDatabase, type Database, type TestDatabase } from '@liggare/database';
import { compositionHistory } from '@liggare/groups';
import {
  civilDate,
  MemoryEventStore,
  parseStreamName,
  type NewEvent,
  type Position,
  type RecordedEvent,
} from '@liggare/kernel';
import { layReadModel, rebuild } from '@liggare/projections';
import fc from 'fast-check';
import { AGGREGATES, type EntityKind } from '../domain/entity-kinds.js';
import { examineRegistration, type Finding } from '../domain/examine.js';
import { idOf, Known } from '../testing/known.js';
import { FindingRegister } from './finding-register.js';
import { findingsProjection } from './findings.projection.js';
import { acknowledgementsProjection } from './acknowledgements.projection.js';

const days = ['2024-01-10', '2024-02-12', '2024-03-01', '2024-05-20', '2024-09-01'];
const day = fc.constantFrom(...days);
const decisions = [0, 1, 2].map((n) => idOf(`decision ${n}`));
const groups = [0, 1].map((n) => idOf(`group ${n}`));
const people = [0, 1, 2].map((n) => idOf(`person ${n}`));
const number = fc.integer({ min: 1, max: 3 });
const text = { _sd: 'commitment' };

/** Something that may be recorded, whether or not it makes sense where it comes: evolve is total. */
const happened = fc.oneof(
  fc
    .record({ decisionId: fc.constantFrom(...decisions), decidedOn: day, paragraph: fc.constantFrom('1', '2') })
    .map((d) =>
      event(`decision-${d.decisionId}`, 'DecisionRecorded', {
        ...d,
        ...{ instrument: 'meeting', outcome: 'adopted', confidence: 'certain', organ: { groupId: groups[0] } },
        points: [{ number: 1, kind: 'elects', text }],
      }),
    ),
  fc
    .record({ decisionId: fc.constantFrom(...decisions), on: day })
    .chain((d) =>
      fc.constantFrom(
        event(`decision-${d.decisionId}`, 'MinutesAdjusted', { ...d, immediate: false }),
        event(`decision-${d.decisionId}`, 'NoticePosted', { ...d, noticeId: idOf(`notice ${d.on}`) }),
        event(`decision-${d.decisionId}`, 'AppealFiled', { ...d, appealId: idOf('appeal'), court: 'FR' }),
        event(`decision-${d.decisionId}`, 'DecisionMarkedDuplicate', { ...d, duplicateOf: decisions[0] }),
      ),
    ),
  fc.record({ group: fc.constantFrom(...groups), from: day, seats: number }).chain(({ group, from, seats }) =>
    fc.constantFrom(
      event(`group-${group}`, 'GroupEstablished', { name: 'G', legalForm: 'committee', from, to: '2027-01-01' }),
      event(`group-${group}`, 'InstructionAdopted', {
        version: 1,
        effectiveFrom: from,
        memberSeats: seats,
        substituteSeats: 1,
      }),
    ),
  ),
  fc
    .record({ group: fc.constantFrom(...groups), personId: fc.constantFrom(...people), seat: number, from: day })
    .chain(({ group, ...data }) =>
      fc.constantFrom(...decisions).map((decisionId) =>
        event(`group-${group}`, 'MemberAppointed', {
          ...{ ...data, appointmentId: idOf(`${data.personId} ${data.seat}`) },
          basis: { decisionId, point: 1 },
        }),
      ),
    ),
  fc
    .record({ group: fc.constantFrom(...groups), personId: fc.constantFrom(...people), seat: number, on: day })
    .map((e) =>
      event(`group-${e.group}`, 'AppointmentEnded', {
        ...{ endId: idOf(`end ${e.on}`), appointmentId: idOf(`${e.personId} ${e.seat}`), on: e.on, cause: 'recalled' },
        basis: { decisionId: decisions[1], point: 1 },
      }),
    ),
);

/** Problems and the measures that meet them: each is examined with the other. */
const chained = fc
  .record({
    initiative: fc.constantFrom(idOf('i1'), idOf('i2')),
    problem: fc.constantFrom(idOf('p1'), idOf('p2')),
    from: day,
  })
  .chain(({ initiative, problem, from }) =>
    fc.constantFrom(
      event(`problem-${problem}`, 'ProblemRegistered', {
        ...{ problemId: problem, registrationId: idOf('registered'), title: 'P', areas: [], firstNoticed: from },
      }),
      event(`initiative-${initiative}`, 'InitiativeRegistered', {
        ...{ initiativeId: initiative, registrationId: idOf('registered'), title: 'I', kinds: [], level: 'universal' },
        ...{ areas: [], confidence: 'certain', registeredFor: from },
      }),
      event(`initiative-${initiative}`, 'InitiativeStarted', {
        ...{ initiativeId: initiative, milestoneId: idOf(`started ${from}`), on: from },
      }),
      event(`initiative-${initiative}`, 'ProblemAddressed', {
        ...{ initiativeId: initiative, addressId: idOf(`${problem} ${from}`), problemId: problem, from },
      }),
    ),
  );

function event(stream: string, type: string, data: object): { stream: string; event: NewEvent } {
  const metadata = { schemaVersion: 1, actor: { id: 'user-1', role: 'registrar' } };
  return { stream, event: { eventId: crypto.randomUUID(), type, data, metadata } as unknown as NewEvent };
}

describe('the read model of findings', () => {
  let server: TestDatabase;
  let database: Database;
  let register: FindingRegister;

  beforeAll(async () => {
    server = await createTestDatabase();
    database = connect(server.url);
    await layReadModel(database, findingsProjection);
    await layReadModel(database, acknowledgementsProjection);
    register = new FindingRegister(database);
  });

  afterAll(async () => {
    await database.end();
    await server.drop();
  });

  /** The rules by themselves, over everything known at a position. */
  async function expected(store: MemoryEventStore, upTo: Position): Promise<readonly Finding[]> {
    const known = new Known();
    const registered: Finding[] = [];
    for await (const recorded of store.readAll()) {
      if (recorded.position > upTo) break;
      const { category, id } = parseStreamName(recorded.stream);
      known.toldById(category as EntityKind, id, [upcast(recorded)]);
      registered.push(...examineRegistration(recorded, category, id));
    }
    return [...known.findings(), ...registered];
  }

  function upcast({ stream, type, metadata, data }: RecordedEvent): unknown {
    const { catalogue } = AGGREGATES[parseStreamName(stream).category as EntityKind];
    return catalogue.upcast(type, metadata.schemaVersion, data);
  }

  it('has what the rules find in the fold, on every day and at every earlier position, wherever batches end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(happened, chained), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        async (steps, at) => {
          const store = new MemoryEventStore();
          for (const step of steps) await store.append(step.stream, [step.event], 'any');
          const rows = await rebuild(database, findingsProjection, store, 1);
          const head = await store.head();
          const knownAt = (BigInt(at) % head) + 1n;
          const found = await expected(store, knownAt as Position);
          for (const validAt of [...days, '2026-12-01'].map(civilDate)) {
            const { items } = await register.list(
              { validAt, knownAt: knownAt as Position },
              {},
              { limit: 200, offset: 0 },
            );
            const onDay = found.filter(
              ({ raisedOn, clearedOn }) =>
                (raisedOn === undefined || raisedOn <= validAt) && (clearedOn === undefined || validAt < clearedOn),
            );
            expect(new Map(items.map(({ id, facts }) => [id, facts]))).toEqual(
              new Map(onDay.map(({ id, facts }) => [id, facts])),
            );
          }
          for (const batch of [3, 100]) expect(await rebuild(database, findingsProjection, store, batch)).toEqual(rows);
        },
      ),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('follows a long history of groups', async () => {
    const store = new MemoryEventStore();
    for (const { stream, events } of compositionHistory(2_000)) await store.append(stream, events, 'any');
    await rebuild(database, findingsProjection, store, 500);
    const { rows } = await database.query<{ open: number }>(
      'select count(*)::int as open from findings.finding where recorded_to is null',
    );
    const found = await expected(store, await store.head());
    expect(rows[0]!.open).toBe(found.length);
    expect(found.length).toBeGreaterThan(100);
  });
});
