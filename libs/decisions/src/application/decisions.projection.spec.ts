import fc from 'fast-check';
import { connect, createTestDatabase, type Database, type TestDatabase } from '@liggare/database';
import {
  addDays,
  bounds,
  civilDate,
  commandContext,
  derivedId,
  partialDate,
  position,
  Refusal,
  type Commitment,
  type MemoryEventStore,
  type Personal,
  type Position,
  type Repository,
  type Sealer,
} from '@liggare/kernel';
import type { DecisionCommand, RecordDecision } from '../domain/decision-commands.js';
import { presentDecision } from '../domain/decision-view.js';
import { CLEARABLE, OUTCOMES, POINT_CLEARABLE, POINT_KINDS, STATEMENT_KINDS } from '../domain/decision-vocabulary.js';
import { naturalOrder } from '../domain/natural-order.js';
import { decisionAggregate, type DecisionState } from '../domain/decision.js';
import { layReadModel, rebuild } from '@liggare/projections';
import { emptyRegister } from '../testing/registry.js';
import { decisionsProjection } from './decisions.projection.js';

const epoch = civilDate('2023-01-01');
const days = Array.from({ length: 14 }, (_, n) => addDays(epoch, n - 1));
const decisionIds = [0, 1].map((n) => derivedId('decision', n));
const parties = [0, 1, 2].map((n) => derivedId('party', n));

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const day = fc.integer({ min: 0, max: 11 }).map((n) => addDays(epoch, n));
const decidedOn = fc.constantFrom('unknown', '2018-06/2022-10', '../2022-12-31', '2023', '2023-01-05').map(partialDate);
const organ = fc.constantFrom(
  undefined,
  { groupId: derivedId('group', 1) },
  { name: 'Förvaltningsrätten' },
  { candidates: ['Kommunfullmäktige', 'Kommunstyrelsen'] },
);
/** Numbers up to 4, points up to 3: some commands name a point that does not exist, and are refused. */
const point = fc.integer({ min: 1, max: 4 });
const kind = fc.constantFrom(...POINT_KINDS);
const number = fc.constantFrom('18', '§ 018', '9 a', 'extra');
/** The first or second statement of the decision, once there is one. */
const nth = fc.constantFrom('0', '1');
const change = fc.oneof(
  fc.record({ type: fc.constant('CorrectPoint'), point, text: fc.string(), correctedOn: decidedOn }),
  fc.record({
    type: fc.constant('CorrectPointRegistration'),
    point,
    kind: optional(kind),
    text: optional(fc.string()),
    effectiveFrom: optional(day),
    effectiveTo: optional(day),
    clears: fc.subarray([...POINT_CLEARABLE]),
  }),
  fc.record({
    type: fc.constant('SupersedePoint'),
    point,
    from: optional(day),
    basis: optional(fc.record({ decisionId: fc.constantFrom(...decisionIds), point })),
  }),
  fc.record({
    type: fc.constant('AttachStatement'),
    kind: fc.constantFrom(...STATEMENT_KINDS),
    point: optional(point),
    partyIds: fc.subarray(parties),
    personIds: fc.subarray(parties),
    text: optional(fc.string()),
  }),
  fc.record({
    type: fc.constant('RefineDecision'),
    decidedOn: optional(decidedOn),
    organ,
    session: optional(number),
    points: optional(
      fc.uniqueArray(
        fc.record({
          number: point,
          kind: optional(kind),
          text: optional(fc.string()),
          effectiveFrom: optional(day),
          effectiveTo: optional(day),
        }),
        { maxLength: 2, selector: (each) => each.number },
      ),
    ),
  }),
  fc.record({
    type: fc.constant('CorrectDecisionRegistration'),
    outcome: optional(fc.constantFrom(...OUTCOMES)),
    paragraph: optional(number),
    sequence: optional(fc.integer({ min: 1, max: 3 })),
    sourceNote: optional(fc.string()),
    clears: fc.subarray([...CLEARABLE]),
  }),
  fc.record({
    type: fc.constant('RefineStatement'),
    statementId: nth,
    kind: optional(fc.constantFrom(...STATEMENT_KINDS)),
    signatory: optional(fc.string()),
    filedOn: optional(decidedOn),
  }),
  fc.record({
    type: fc.constant('CorrectStatementRegistration'),
    statementId: nth,
    partyIds: optional(fc.subarray(parties)),
    withdrawn: optional(fc.boolean()),
  }),
  fc.record({ type: fc.constant('ReportDecision'), on: decidedOn }),
  fc.record({ type: fc.constant('MarkDuplicate'), duplicateOf: fc.constantFrom(...decisionIds) }),
) as fc.Arbitrary<DecisionCommand>;
const points = fc
  .array(fc.record({ kind, text: fc.string(), effectiveFrom: optional(day), effectiveTo: optional(day) }), {
    maxLength: 3,
  })
  .map((list) => list.map((each, index) => ({ ...each, number: index + 1 })));
const recording = (decisionId: string) =>
  fc.record({
    type: fc.constant('RecordDecision'),
    decisionId: fc.constant(decisionId),
    instrument: fc.constant('meeting'),
    outcome: fc.constantFrom('adopted', 'adopted', ...OUTCOMES),
    confidence: fc.constant('certain'),
    decidedOn,
    organ,
    paragraph: optional(number),
    points,
  }) as fc.Arbitrary<RecordDecision>;
const history = fc.tuple(
  fc.tuple(...decisionIds.map(recording)),
  fc.array(fc.tuple(fc.constantFrom(...decisionIds), change), { maxLength: 20 }),
);
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

describe('the read model of decisions', () => {
  let server: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    server = await createTestDatabase();
    database = connect(server.url);
    await layReadModel(database, decisionsProjection);
  });

  afterAll(async () => {
    await database.end();
    await server.drop();
  });

  async function happened([recordings, changes]: History): Promise<{
    store: MemoryEventStore;
    repository: Repository;
  }> {
    const { store, repository } = emptyRegister();
    const commands = [...recordings.map((command) => [command.decisionId, command] as const), ...changes];
    for (const [id, command] of commands) {
      // A command that does not fit what is there is refused and changes nothing.
      const { state } = await repository.load(decisionAggregate, id);
      await repository.execute(decisionAggregate, id, naming(state, command), commandContext()).catch(unlessRefused);
    }
    return { store, repository };
  }

  /** What SQL says of a decision on each of the days, as known at a position. */
  async function asOf(decisionId: string, knownAt: Position) {
    const known = 'decision_id = $1 and recorded_from <= $2 and (recorded_to is null or recorded_to > $2)';
    const values = [decisionId, String(knownAt)];
    const rows = async (sql: string) => (await database.query<Record<string, unknown>>(sql, values)).rows;
    const inEffect = await database.query<{ line: string }>(
      `select to_char(day, 'YYYY-MM-DD') || ' ' || number as line
       from decisions.decision_point cross join unnest($3::date[]) as day
       where ${known} and valid @> day order by day, number`,
      [...values, days],
    );
    return {
      inEffect: inEffect.rows.map(({ line }) => line),
      points: await rows(`select number, kind, text_sd, superseded, superseded_by_decision_id, superseded_by_point
         from decisions.decision_point where ${known} order by number`),
      statements: await rows(
        `select statement_id, kind, point, party_ids, person_ids, filed_on, signatory_sd, text_sd
         from decisions.statement where ${known} order by statement_id`,
      ),
      decision: await rows(
        `select outcome, decided_on, decided_earliest::text, decided_before::text, organ_group_id, organ_name,
           organ_candidates, session, session_order, sequence, paragraph, paragraph_order, source_note_sd,
           reported_on, duplicate_of from decisions.decision where ${known}`,
      ),
    };
  }

  /** The same out of the events. */
  async function folded(repository: Repository, decisionId: string, knownAt: Position) {
    const { state } = await repository.load(decisionAggregate, decisionId, knownAt);
    const { earliest = null, before = null } = bounds(state.decidedOn);
    const { groupId = null, name = null, candidates = [] } = state.organ ?? {};
    return {
      inEffect: days.flatMap((day) =>
        presentDecision(state, day)
          .points.filter(({ status }) => status === 'in-effect')
          .map(({ number }) => `${day} ${number}`),
      ),
      points: [...state.points]
        .sort((a, b) => a.number - b.number)
        .map(({ number, kind, text, superseded }) => ({
          number,
          kind,
          text_sd: digestOf(text),
          superseded: superseded !== undefined,
          superseded_by_decision_id: superseded?.basis?.decisionId ?? null,
          superseded_by_point: superseded?.basis?.point ?? null,
        })),
      statements: [...state.statements]
        .sort((a, b) => (a.statementId < b.statementId ? -1 : 1))
        .map(({ statementId, kind, point = null, partyIds, personIds, filedOn = null, signatory, text }) => ({
          statement_id: statementId,
          kind,
          point,
          party_ids: partyIds,
          person_ids: personIds,
          filed_on: filedOn,
          signatory_sd: digestOf(signatory),
          text_sd: digestOf(text),
        })),
      decision:
        state.id === ''
          ? []
          : [
              {
                outcome: state.outcome,
                decided_on: state.decidedOn,
                decided_earliest: earliest,
                decided_before: before,
                organ_group_id: groupId,
                organ_name: name,
                organ_candidates: candidates,
                session: state.session ?? null,
                session_order: naturalOrder(state.session),
                sequence: state.sequence ?? null,
                paragraph: state.paragraph ?? null,
                paragraph_order: naturalOrder(state.paragraph),
                source_note_sd: digestOf(state.sourceNote),
                reported_on: state.reported?.on ?? null,
                duplicate_of: state.duplicateOf ?? null,
              },
            ],
    };
  }

  it('says of every day, as known at any position, what folding the events says', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(), async (steps, anywhere) => {
        const { store, repository } = await happened(steps);
        await rebuild(database, decisionsProjection, store, 7);
        const head = await store.head();
        for (const knownAt of head === 0n ? [] : [head, position(1 + (anywhere % Number(head)))]) {
          for (const id of decisionIds) expect(await asOf(id, knownAt)).toEqual(await folded(repository, id, knownAt));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('comes out the same whatever the batches', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.integer({ min: 2, max: 9 }), async (steps, batchSize) => {
        const { store } = await happened(steps);
        const oneByOne = await rebuild(database, decisionsProjection, store, 1);
        expect(await rebuild(database, decisionsProjection, store, batchSize)).toEqual(oneByOne);
        expect(await rebuild(database, decisionsProjection, store, 1000)).toEqual(oneByOne);
      }),
      { numRuns: 30 },
    );
  });

  const recorded: RecordDecision = {
    type: 'RecordDecision',
    decisionId: decisionIds[0]!,
    instrument: 'meeting',
    outcome: 'adopted',
    decidedOn: partialDate('2023-01-05'),
    confidence: 'certain',
    points: [{ number: 1, kind: 'elects', text: 'Nio ledamöter', effectiveFrom: civilDate('2023-02-01') }],
  };

  async function effectAfter(command: RecordDecision, ...changes: readonly DecisionCommand[]): Promise<string | null> {
    const { store, repository } = emptyRegister();
    for (const each of [command, ...changes]) {
      await repository.execute(decisionAggregate, command.decisionId, each, commandContext());
    }
    await rebuild(database, decisionsProjection, store);
    const { rows } = await database.query<{ valid: string | null }>(
      'select valid::text from decisions.decision_point where recorded_to is null',
    );
    return rows[0]!.valid;
  }

  it('gives a point superseded before its first day no effect at all, edge case 11', async () => {
    expect(await effectAfter(recorded)).toBe('[2023-02-01,)');
    expect(await effectAfter(recorded, { type: 'SupersedePoint', point: 1 })).toBe('empty');
    const from = civilDate('2023-03-01');
    expect(await effectAfter(recorded, { type: 'SupersedePoint', point: 1, from })).toBe('[2023-02-01,2023-03-01)');
  });

  it('gives the points of a rejected motion no effect, edge case 38', async () => {
    expect(await effectAfter({ ...recorded, outcome: 'rejected' })).toBe('empty');
  });

  it.each(['0001', '9999', '9999-12', '9999-12-31', '../9999', '0001/..'])(
    'takes every date that an event can hold: %s',
    async (date) => {
      expect(await effectAfter({ ...recorded, decidedOn: partialDate(date) })).toBe('[2023-02-01,)');
    },
  );

  it('never lets a value that was not sealed into a table', async () => {
    const careless: Sealer = { seal: (_id, event) => Promise.resolve({ event }) };
    const { store, repository } = emptyRegister(careless);
    await repository.execute(decisionAggregate, recorded.decisionId, recorded, commandContext());
    await expect(rebuild(database, decisionsProjection, store)).rejects.toThrow(/was not sealed/);
    const { rows } = await database.query('select from decisions.decision');
    expect(rows).toEqual([]);
  });
});

function unlessRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

/** A statement is named by its place until it has its id. */
function naming(state: DecisionState, command: DecisionCommand): DecisionCommand {
  if (!('statementId' in command)) return command;
  const { statementId = derivedId('statement', command.statementId) } =
    state.statements[Number(command.statementId)] ?? {};
  return { ...command, statementId };
}

function digestOf(text: Personal | undefined): string | null {
  return text === undefined ? null : (text as Commitment)._sd;
}
