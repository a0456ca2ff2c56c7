import fc from 'fast-check';
import { connect, createTestDatabase, type Database, type TestDatabase } from '@liggare/database';
import { civilDate, commandContext, derivedId, partialDate, position, Refusal, type Repository } from '@liggare/kernel';
import { layReadModel, rebuild } from '@liggare/projections';
import type { PlainAttendance } from '../domain/attendance.js';
import { ATTENDANCE_ROLES } from '../domain/attendance-events.js';
import { VOTES } from '../domain/ballot-vocabulary.js';
import type { DecisionCommand } from '../domain/decision-commands.js';
import { decisionAggregate } from '../domain/decision.js';
import { meetingAggregate, type MeetingCommand } from '../domain/meeting.js';
import { participantsIn } from '../domain/participants.js';
import { emptyRegister } from '../testing/registry.js';
import { attendanceProjection } from './attendance.projection.js';
import { ballotsProjection } from './ballots.projection.js';
import { decisionsProjection } from './decisions.projection.js';
import { meetingsProjection } from './meetings.projection.js';
import { ParticipationRegister } from './participation-register.js';

const projections = [meetingsProjection, decisionsProjection, attendanceProjection, ballotsProjection];
const all = { limit: 200, offset: 0 };
const persons = [1, 2, 3].map((n) => derivedId('person', n)) as [string, string, string];
const [anna, botvid, cecilia] = persons;
const meetings = [1, 2].map((n) => derivedId('meeting', n)) as [string, string];
const decisions = [1, 2, 3].map((n) => derivedId('decision', n)) as [string, string, string];
const organ = { groupId: derivedId('group', 1) };

const meeting = (n: number, date = '2024-03-11'): MeetingCommand => ({
  type: 'RecordMeeting',
  meetingId: meetings[n]!,
  organ,
  date: partialDate(date),
});
const decision = (n: number, rest: object): DecisionCommand => ({
  type: 'RecordDecision',
  decisionId: decisions[n]!,
  instrument: 'meeting',
  outcome: 'adopted',
  decidedOn: partialDate('2024-03-11'),
  confidence: 'certain',
  points: [],
  ...rest,
});

describe('the register of participations', () => {
  let server: TestDatabase;
  let database: Database;
  let register: ParticipationRegister;
  let empty: ReturnType<typeof emptyRegister>;

  beforeAll(async () => {
    server = await createTestDatabase();
    database = connect(server.url);
    for (const projection of projections) await layReadModel(database, projection);
    register = new ParticipationRegister(database);
  });

  beforeEach(() => {
    empty = emptyRegister();
  });

  afterAll(async () => {
    await database.end();
    await server.drop();
  });

  const meet = (n: number, command: MeetingCommand) =>
    empty.repository.execute(meetingAggregate, meetings[n]!, command, commandContext());
  const decide = (n: number, command: DecisionCommand) =>
    empty.repository.execute(decisionAggregate, decisions[n]!, command, commandContext());
  const attend = (n: number, ...entries: readonly PlainAttendance[]) => meet(n, { type: 'RecordAttendance', entries });
  const projected = async () => {
    for (const projection of projections) await rebuild(database, projection, empty.store);
  };

  it('says which decisions a person took part in, the latest first, edge cases 32, 33 and 34', async () => {
    await meet(0, meeting(0));
    await attend(
      0,
      { role: 'chair', personId: anna },
      { role: 'disqualified', personId: anna, spans: [{ from: '8', to: '8' }] },
      { role: 'serving-substitute', personId: botvid, servesFor: { personId: anna }, spans: [{ from: '8', to: '8' }] },
    );
    await decide(0, decision(0, { meetingId: meetings[0], paragraph: '§ 8' }));
    await decide(1, decision(1, { meetingId: meetings[0], paragraph: '10' }));
    await decide(2, decision(2, { decidedOn: partialDate('2025') }));
    const votes = [{ personId: anna, vote: 'no' } as const, { name: 'En Oregistrerad', vote: 'yes' } as const];
    await decide(2, { type: 'RecordBallot', method: 'open', votes });
    const beforeCorrection = await empty.store.head();
    const { entryId } = (await empty.repository.load(meetingAggregate, meetings[0])).state.attendance![1]!;
    await meet(0, { type: 'CorrectAttendanceRegistration', entryId, withdrawn: true });
    await projected();

    const of = async (filter: Parameters<typeof register.participations>[1], known = {}) => {
      const { items, total } = await register.participations(known, filter, all);
      expect(total).toBe(items.length);
      return items.map(({ decisionId, participation }) => [decisions.indexOf(decisionId), participation]);
    };
    const known = { knownAt: beforeCorrection };
    expect(await of({ personId: anna }, known)).toEqual([
      [2, 'served'],
      [1, 'served'],
      [0, 'disqualified'],
    ]);
    expect(await of({ personId: anna })).toEqual([
      [2, 'served'],
      [1, 'served'],
      [0, 'served'],
    ]);
    expect(await of({ personId: botvid })).toEqual([
      [1, 'not-known'],
      [0, 'served'],
    ]);
    expect(await of({ personId: cecilia })).toEqual([]);
    expect(await of({ personId: anna, participation: 'disqualified' }, known)).toEqual([[0, 'disqualified']]);
    expect(await of({ personId: anna, from: civilDate('2025-06-01') })).toEqual([[2, 'served']]);
    expect(await of({ personId: anna, to: civilDate('2025-01-01') })).toEqual([
      [1, 'served'],
      [0, 'served'],
    ]);
    const { items } = await register.participations({}, { personId: botvid }, { limit: 1, offset: 1 });
    expect(items).toEqual([
      {
        decisionId: decisions[0],
        meetingId: meetings[0],
        organGroupId: organ.groupId,
        decidedOn: '2024-03-11',
        paragraph: '§ 8',
        outcome: 'adopted',
        participation: 'served',
        role: 'serving-substitute',
        servesForPersonId: anna,
        votes: [],
      },
    ]);
  });

  it('lets jäv that the minutes put to no paragraph go before service in certain ones, edge case 33', async () => {
    await meet(0, meeting(0));
    await attend(0, { role: 'member', personId: anna, spans: [{ to: '9' }] }, { role: 'disqualified', personId: anna });
    await decide(0, decision(0, { meetingId: meetings[0], paragraph: '8' }));
    await projected();
    const { items } = await register.participations({}, { personId: anna }, all);
    expect(items).toMatchObject([{ participation: 'disqualified', role: 'disqualified' }]);
  });

  it('leaves out an entry that another holds in the place of, edge case 61', async () => {
    await meet(0, meeting(0));
    await attend(0, { role: 'chair', personId: anna });
    await decide(0, decision(0, { meetingId: meetings[0] }));
    await decide(1, decision(1, { meetingId: meetings[0] }));
    await decide(1, { type: 'MarkDuplicate', duplicateOf: decisions[0] });
    await projected();
    expect((await register.participations({}, { personId: anna }, all)).total).toBe(1);
  });

  it('has who holds which seat for which list, edge cases 15 and 35', async () => {
    await decide(0, decision(0, { decidedOn: partialDate('2023-02-13') }));
    await decide(0, {
      type: 'RecordElection',
      method: 'proportional',
      office: 'members',
      seats: 2,
      request: { by: 12, present: 30 },
      lists: [
        { number: 1, votes: 20, candidates: [{ personId: anna }, { personId: botvid }] },
        { number: 2, votes: 10, candidates: [{ personId: cecilia }] },
      ],
      lots: [2],
    });
    await projected();
    const seats = await database.query('select place, list, person_id from ballots.seat order by place');
    expect(seats.rows).toEqual([
      { place: 1, list: 1, person_id: anna },
      { place: 2, list: 2, person_id: cecilia },
    ]);
    const elections = await database.query(
      'select statute, statute_stated, quota, requested_by, remarks from ballots.election',
    );
    expect(elections.rows).toEqual([
      { statute: '2022:629', statute_stated: false, quota: 10, requested_by: 12, remarks: [] },
    ]);
  });

  const paragraph = fc.constantFrom('1', '2', '3', '10', '§ 11');
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const entry = fc.record(
    {
      role: fc.constantFrom(...ATTENDANCE_ROLES),
      personId: fc.constantFrom(...persons),
      spans: fc.array(fc.record({ from: optional(paragraph), to: optional(paragraph) }), {
        minLength: 1,
        maxLength: 2,
      }),
    },
    { requiredKeys: ['role', 'personId'] },
  );
  const vote = fc.record({ personId: fc.constantFrom(...persons), vote: fc.constantFrom(...VOTES) });
  const history = fc.record({
    attendances: fc.array(fc.tuple(fc.nat(1), fc.array(entry, { minLength: 1, maxLength: 4 })), { maxLength: 3 }),
    places: fc.tuple(...decisions.map(() => fc.tuple(fc.constantFrom(...meetings, undefined), optional(paragraph)))),
    ballots: fc.array(
      fc.tuple(fc.nat(2), fc.uniqueArray(vote, { minLength: 1, maxLength: 3, selector: ({ personId }) => personId })),
      { maxLength: 2 },
    ),
    moves: fc.array(fc.tuple(fc.nat(2), fc.constantFrom(...meetings)), { maxLength: 2 }),
    withdrawals: fc.array(fc.tuple(fc.nat(1), fc.nat(5)), { maxLength: 2 }),
  });
  type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

  async function happen({ attendances, places, ballots, moves, withdrawals }: History): Promise<Repository> {
    empty = emptyRegister();
    for (const n of [0, 1]) await meet(n, meeting(n));
    for (const [n, entries] of attendances) {
      await attend(n, ...(entries as PlainAttendance[])).catch(unlessRefused);
    }
    for (const [n, [meetingId, at]] of places.entries()) {
      await decide(n, decision(n, { ...(meetingId && { meetingId }), ...(at && { paragraph: at }) }));
    }
    for (const [n, votes] of ballots) await decide(n, { type: 'RecordBallot', method: 'open', votes });
    for (const [n, meetingId] of moves) await decide(n, { type: 'CorrectDecisionRegistration', meetingId });
    for (const [n, nth] of withdrawals) {
      const { attendance = [] } = (await empty.repository.load(meetingAggregate, meetings[n]!)).state;
      const entryId = attendance[nth]?.entryId;
      if (entryId) await meet(n, { type: 'CorrectAttendanceRegistration', entryId, withdrawn: true });
    }
    return empty.repository;
  }

  it('says of every person, as known at any position, what folding the events says', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(), async (steps, anywhere) => {
        const repository = await happen(steps);
        await projected();
        const head = await empty.store.head();
        for (const knownAt of [head, position(1 + (anywhere % Number(head)))]) {
          for (const personId of persons) {
            const { items } = await register.participations({ knownAt }, { personId }, all);
            const told = new Map(items.map((each) => [each.decisionId, each]));
            for (const id of decisions) {
              const { state } = await repository.load(decisionAggregate, id, knownAt);
              const at = state.meetingId && (await repository.load(meetingAggregate, state.meetingId, knownAt)).state;
              const own = participantsIn(state, at || undefined).participants.find((p) => p.personId === personId);
              expect(told.get(id)?.participation).toBe(own?.participation);
              expect(told.get(id)?.role ?? undefined).toBe(own?.role);
              expect(told.get(id)?.votes.length).toBe(own?.votes.length);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each([attendanceProjection, ballotsProjection])(
    'comes out the same whatever the batches: $name',
    async (model) => {
      await fc.assert(
        fc.asyncProperty(history, fc.integer({ min: 2, max: 9 }), async (steps, batchSize) => {
          await happen(steps);
          const oneByOne = await rebuild(database, model, empty.store, 1);
          expect(await rebuild(database, model, empty.store, batchSize)).toEqual(oneByOne);
          expect(await rebuild(database, model, empty.store, 1000)).toEqual(oneByOne);
        }),
        { numRuns: 15 },
      );
    },
  );
});

function unlessRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
