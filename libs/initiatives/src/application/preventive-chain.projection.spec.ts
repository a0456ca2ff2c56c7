import { connect, createTestDatabase, type Database, type TestDatabase } from '@liggare/database';
import { position } from '@liggare/kernel';
import { layReadModel, rebuild } from '@liggare/projections';
import fc from 'fast-check';
import { days, history, initiatives, lived, problems } from '../testing/chain-history.js';
import { foldChain } from '../testing/fold-chain.js';
import { ChainLists } from './chain-lists.js';
import { preventiveChainProjection } from './preventive-chain.projection.js';
import { PreventiveChain } from './preventive-chain.js';

describe('the read model of the preventive chain', () => {
  let server: TestDatabase;
  let database: Database;
  let chain: PreventiveChain;
  let lists: ChainLists;

  beforeAll(async () => {
    server = await createTestDatabase();
    database = connect(server.url);
    await layReadModel(database, preventiveChainProjection);
    [chain, lists] = [new PreventiveChain(database), new ChainLists(database)];
  });

  afterAll(async () => {
    await database.end();
    await server.drop();
  });

  it('says of every day, as known at any position, what folding the events says', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(), fc.constantFrom(...days), async (steps, anywhere, validAt) => {
        const { store, repository } = await lived(steps);
        await rebuild(database, preventiveChainProjection, store, 7);
        const head = await store.head();
        for (const knownAt of [head, position(1 + (anywhere % Number(head)))]) {
          const asOf = { validAt, knownAt };
          const folded = await foldChain(repository, asOf);
          for (const id of problems) {
            expect(idsOf(await chain.ofProblem(asOf, id))).toEqual(folded.from([id], folded.meeting(id)));
          }
          for (const id of initiatives) {
            expect(idsOf(await chain.ofInitiative(asOf, id))).toEqual(folded.from(folded.metBy(id), [id]));
          }
          const listed = await lists.followUps(asOf, {}, { limit: 200, offset: 0 });
          expect(listed.items.map(({ plannedId, status }) => `${plannedId} ${status}`).toSorted()).toEqual(
            folded.planned,
          );
          const measured = await lists.indicators(asOf, {}, { limit: 200, offset: 0 });
          expect(measured.items.map(({ id, latest }) => `${id} ${latest?.value} ${latest?.breakBefore}`)).toEqual(
            folded.latest,
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
        const oneByOne = await rebuild(database, preventiveChainProjection, store, 1);
        expect(oneByOne.length).toBeGreaterThan(problems.length);
        expect(await rebuild(database, preventiveChainProjection, store, batchSize)).toEqual(oneByOne);
        expect(await rebuild(database, preventiveChainProjection, store, 1000)).toEqual(oneByOne);
      }),
      { numRuns: 30 },
    );
  });
});

function idsOf(chain: Awaited<ReturnType<PreventiveChain['ofProblem']>>) {
  const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id).toSorted();
  return {
    problems: chain.problems.map(({ id, status }) => `${id} ${status ?? undefined}`).toSorted(),
    causes: ids(chain.causes),
    initiatives: ids(chain.initiatives),
    indicators: ids(chain.indicators),
    followUps: ids(chain.followUps),
  };
}
