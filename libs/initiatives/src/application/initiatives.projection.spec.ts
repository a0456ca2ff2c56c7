import fc from 'fast-check';
import { connect, createTestDatabase, type Database, type TestDatabase } from '@liggare/database';
import {
  addDays,
  civilDate,
  commandContext,
  derivedId,
  MemoryEventStore,
  partialDate,
  position,
  Refusal,
  Repository,
  UNKNOWN_DATE,
} from '@liggare/kernel';
import type { InitiativeCommand } from '../domain/initiative-commands.js';
import { presentInitiative } from '../domain/initiative-view.js';
import { initiativeAggregate, type InitiativeState } from '../domain/initiative.js';
import { layReadModel, rebuild } from '@liggare/projections';
import { InitiativeList } from './initiative-list.js';
import { initiativesProjection } from './initiatives.projection.js';

const epoch = civilDate('2023-01-28');
const days = Array.from({ length: 12 }, (_, n) => addDays(epoch, n - 1));
const initiatives = [0, 1, 2].map((n) => derivedId('initiative', n));
const groups = [0, 1].map((n) => derivedId('group', n));
const day = fc.integer({ min: 0, max: 9 }).map((offset) => addDays(epoch, offset));
const date = fc.oneof(
  { weight: 4, arbitrary: day.map((d) => partialDate(d)) },
  fc.constantFrom(partialDate('2023-02'), partialDate('../2023-02-01'), UNKNOWN_DATE),
);
const nth = fc.integer({ min: 0, max: 5 });
const areas = fc.uniqueArray(fc.constantFrom('Flemingsberg', 'Skogås', 'Vårby'), { maxLength: 3 });

/** What somebody may ask next about an initiative, given what there is by then. */
type Step = (state: InitiativeState) => InitiativeCommand;
const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(fc.constantFrom('DecideInitiative', 'StartInitiative', 'CompleteInitiative' as const), date)
    .map(([type, on]): Step => () => ({ type: type as 'StartInitiative', on })),
  fc
    .tuple(fc.boolean(), day)
    .map(([rests, on]): Step => () => ({ type: rests ? 'PauseInitiative' : 'ResumeInitiative', on })),
  date.map((on): Step => () => ({ type: 'DiscontinueInitiative', on })),
  fc.tuple(day, areas).map(([from, changed]): Step => () => ({ type: 'ReviseInitiative', from, areas: changed })),
  day.map((from): Step => () => ({ type: 'ReviseInitiative', from, title: `Från ${from}` })),
  fc
    .tuple(fc.constantFrom(...groups), fc.boolean(), date, fc.option(date, { nil: undefined }))
    .map(([groupId, leads, from, to]): Step => () => {
      const role = leads ? 'lead' : 'co-responsible';
      return { type: 'AssignResponsibility', body: { groupId }, role, from, ...(to === undefined ? {} : { to }) };
    }),
  fc.tuple(nth, date).map(([n, to]): Step => ({ responsibilities: r }) => {
    return { type: 'EndResponsibility', responsibilityId: r[n % r.length]?.responsibilityId ?? '', to };
  }),
  date.map((from): Step => () => ({ type: 'AddPartner', name: 'Polisen', from })),
  fc.tuple(nth, date).map(([n, to]): Step => ({ partners: p }) => {
    return { type: 'PartnerLeaves', partnerId: p[n % p.length]?.partnerId ?? '', to };
  }),
  fc.tuple(fc.constantFrom(...initiatives), day).map(([successorId, on]): Step => () => {
    return { type: 'SucceedInitiative', successorId, kind: 'merged', on };
  }),
  fc.tuple(nth, date).map(([n, on]): Step => ({ milestones: m }) => {
    return { type: 'CorrectInitiativeRegistration', corrects: m[n % m.length]?.milestoneId ?? '', on };
  }),
  nth.map((n): Step => (state) => {
    const ids = [
      ...state.milestones.map(({ milestoneId }) => milestoneId),
      ...state.responsibilities.map(({ responsibilityId }) => responsibilityId),
      ...state.successors.map(({ successionId }) => successionId),
    ];
    return { type: 'CorrectInitiativeRegistration', corrects: ids[n % ids.length] ?? '', withdrawn: true };
  }),
);
const history = fc.array(fc.tuple(fc.constantFrom(...initiatives), step), { minLength: 1, maxLength: 25 });
const sealer = {
  seal: (_: string, event: { readonly type: string; readonly data: object }) => Promise.resolve({ event }),
};

describe('the read model of initiatives', () => {
  let server: TestDatabase;
  let database: Database;
  let list: InitiativeList;

  beforeAll(async () => {
    server = await createTestDatabase();
    database = connect(server.url);
    await layReadModel(database, initiativesProjection);
    list = new InitiativeList(database);
  });

  afterAll(async () => {
    await database.end();
    await server.drop();
  });

  async function lived(steps: readonly (readonly [string, Step])[]) {
    const store = new MemoryEventStore();
    const repository = new Repository(store, { sealer });
    for (const [n, initiativeId] of initiatives.entries()) {
      const described = { title: `Åtgärd ${n}`, kinds: [], level: 'unspecified', areas: ['Skogås'] } as const;
      const change = { type: 'RegisterInitiative', initiativeId, ...described, confidence: 'certain' } as const;
      await repository.execute(initiativeAggregate, initiativeId, change, commandContext());
    }
    for (const [id, step] of steps) {
      const { state } = await repository.load(initiativeAggregate, id);
      // A step that does not fit what is there is refused and changes nothing.
      await repository.execute(initiativeAggregate, id, step(state), commandContext()).catch(unlessRefused);
    }
    return { store, repository };
  }

  it('says of every day, as known at any position, what folding the events says', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(), fc.constantFrom(...days), async (steps, anywhere, validAt) => {
        const { store, repository } = await lived(steps);
        await rebuild(database, initiativesProjection, store, 7);
        const head = await store.head();
        for (const knownAt of [head, position(1 + (anywhere % Number(head)))]) {
          const { items } = await list.list({ validAt, knownAt }, {}, { limit: 20, offset: 0 });
          const folded = [];
          for (const id of initiatives) {
            const { state } = await repository.load(initiativeAggregate, id, knownAt);
            if (state.id !== '') folded.push(comparable(state, validAt));
          }
          const listed = items.map(({ id, title, status, statusSince, areas, responsible, successors }) => ({
            ...{ id, title, status, statusSince, areas: areas.toSorted() },
            responsible: responsible.map(({ responsibilityId }) => responsibilityId).toSorted(),
            successors: successors.map((successor) => successor.id).toSorted(),
          }));
          expect(listed.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
            folded.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('comes out the same whatever the batches', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.integer({ min: 2, max: 9 }), async (steps, batchSize) => {
        const { store } = await lived(steps);
        const oneByOne = await rebuild(database, initiativesProjection, store, 1);
        expect(oneByOne.length).toBeGreaterThan(initiatives.length);
        expect(await rebuild(database, initiativesProjection, store, batchSize)).toEqual(oneByOne);
        expect(await rebuild(database, initiativesProjection, store, 1000)).toEqual(oneByOne);
      }),
      { numRuns: 30 },
    );
  });

  function comparable(state: InitiativeState, validAt: (typeof days)[number]) {
    const view = presentInitiative(state, validAt);
    return {
      id: view.id,
      title: view.title,
      status: view.status ?? null,
      statusSince: view.statusSince ?? null,
      areas: view.areas.toSorted(),
      responsible: view.responsible.map(({ responsibilityId }) => responsibilityId).toSorted(),
      successors: view.successors.map(({ successorId }) => successorId).toSorted(),
    };
  }
});

function unlessRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
