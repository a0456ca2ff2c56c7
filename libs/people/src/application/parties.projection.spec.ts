import { connect, createTestDatabase, type Database, type TestDatabase } from '@liggare/database';
import { civilDate, commandContext, derivedId, MemoryEventStore, partialDate, Repository } from '@liggare/kernel';
import type { PartyCommand } from '../domain/party-commands.js';
import { partyAggregate } from '../domain/party.js';
import { dump, layReadModel, project, rebuild } from '@liggare/projections';
import { partiesProjection } from './parties.projection.js';

const [liberals, local] = [derivedId('party', 'L'), derivedId('party', 'DP')];
const day = civilDate;

describe('the read model of parties, edge case 20', () => {
  let server: TestDatabase;
  let database: Database;
  const store = new MemoryEventStore();

  beforeAll(async () => {
    server = await createTestDatabase();
    database = connect(server.url);
    await layReadModel(database, partiesProjection);
    const repository = new Repository(store);
    const ask = (id: string, command: PartyCommand) =>
      repository.execute(partyAggregate, id, command, commandContext());
    await ask(liberals, { type: 'RegisterParty', partyId: liberals, name: 'Folkpartiet', abbreviation: 'FP' });
    await ask(local, { type: 'RegisterParty', partyId: local, name: 'Drevvikenpartiet', abbreviation: 'DP' });
    const done = await ask(liberals, {
      type: 'RenameParty',
      name: 'Liberalerna',
      abbreviation: 'L',
      from: day('2015-11-23'),
    });
    const nameId = done.state.names[1]!.nameId;
    await ask(liberals, {
      type: 'CorrectPartyName',
      nameId,
      name: 'Liberalerna',
      abbreviation: 'L',
      from: day('2015-11-22'),
    });
    const linked = await ask(local, { type: 'LinkSuccessor', successorId: liberals, kind: 'merger' });
    await ask(local, { type: 'DissolveParty', on: partialDate('2022') });
    await ask(local, { type: 'RetractSuccessor', successionId: linked.state.successions[0]!.successionId });
    await project(database, partiesProjection, store, { batches: [3] });
  });

  afterAll(async () => {
    await database.end();
    await server.drop();
  });

  it('has names by period, and remembers what was believed before the correction', async () => {
    const { rows } = await database.query(
      `select name, valid::text, recorded_from::int, recorded_to::int
       from parties.party_name where party_id = $1 order by name, recorded_from`,
      [liberals],
    );
    expect(rows).toEqual([
      { name: 'Folkpartiet', valid: '(,)', recorded_from: 1, recorded_to: 3 },
      { name: 'Folkpartiet', valid: '(,2015-11-23)', recorded_from: 3, recorded_to: 4 },
      { name: 'Folkpartiet', valid: '(,2015-11-22)', recorded_from: 4, recorded_to: null },
      { name: 'Liberalerna', valid: '[2015-11-23,)', recorded_from: 3, recorded_to: 4 },
      { name: 'Liberalerna', valid: '[2015-11-22,)', recorded_from: 4, recorded_to: null },
    ]);
  });

  it('has ends with what is known of the day, and successors that were retracted', async () => {
    const parties = await database.query(
      `select dissolved, dissolved_earliest::text, dissolved_before::text
       from parties.party where party_id = $1 and recorded_to is null`,
      [local],
    );
    expect(parties.rows).toEqual([
      { dissolved: '2022', dissolved_earliest: '2022-01-01', dissolved_before: '2023-01-01' },
    ]);
    const successions = await database.query(
      'select successor_id, kind, recorded_from::int, recorded_to::int from parties.party_succession',
    );
    expect(successions.rows).toEqual([{ successor_id: liberals, kind: 'merger', recorded_from: 5, recorded_to: 7 }]);
  });

  it('comes out the same whatever the batches', async () => {
    const live = await dump(database, partiesProjection);
    for (const batchSize of [1, 2, 100]) {
      expect(await rebuild(database, partiesProjection, store, batchSize)).toEqual(live);
    }
  });
});
