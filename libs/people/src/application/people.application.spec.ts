import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createTestDatabase, migrate, type Database, type TestDatabase } from '@liggare/database';
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
import { keyMigrations } from '../sealing/key-migrations.js';
import { PostgresRevealer } from '../sealing/postgres-revealer.js';
import { PostgresSealer } from '../sealing/postgres-sealer.js';
import { sealedValuesProjection } from '../sealing/sealed-values.projection.js';
import { KeyEncryptionFile } from '../sealing/key-encryption-file.js';
import { SubjectKeys } from '../sealing/subject-keys.js';
import { layReadModel, project } from '@liggare/projections';
import type { PartyCommand } from '../domain/party-commands.js';
import { partyEvents } from '../domain/party-events.js';
import type { PersonCommand } from '../domain/person-commands.js';
import { personEvents } from '../domain/person-events.js';
import { ChangePartyHandler, ChangePersonHandler } from './command-handlers.js';
import { noGroups } from '../testing/no-groups.js';
import { ChangeParty, ChangePerson } from './commands.js';
import { partiesProjection } from './parties.projection.js';
import { PartyList } from './party-list.js';
import { peopleProjection } from './people.projection.js';
import { PersonDirectory } from './person-directory.js';
import { FindParty, FindPerson } from './queries.js';
import { FindPartyHandler, FindPersonHandler } from './query-handlers.js';

const LOG = 'log.example/test';
const day = civilDate;
const [amanda, botvid, amandaToo] = [derivedId('P01'), derivedId('P02'), derivedId('P03')];
const [s, m] = [derivedId('S'), derivedId('M')];
const page = { limit: 20, offset: 0 };

describe('people: commands and queries together', () => {
  let server: TestDatabase;
  let database: Database;
  let folder: string;
  let repository: Repository;
  let keys: SubjectKeys;
  let directory: PersonDirectory;
  let beforeMarriage: Position;
  const store = new MemoryEventStore();

  const person = async (id: string, change: PersonCommand) =>
    new ChangePersonHandler(repository, noGroups).execute(new ChangePerson(id, change, commandContext()));
  const party = async (id: string, change: PartyCommand) =>
    new ChangePartyHandler(repository, noGroups).execute(new ChangeParty(id, change, commandContext()));
  const register = (personId: string, givenName: string, familyName: string) =>
    person(personId, { type: 'RegisterPerson', personId, givenName, familyName });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liggare-people-'));
    server = await createTestDatabase();
    await migrate(server.url, [keyMigrations]);
    database = connect(server.url);
    keys = new SubjectKeys(database, KeyEncryptionFile.of(join(folder, 'kek'), database));
    repository = new Repository(store, { sealer: new PostgresSealer(keys, LOG) });
    const revealer = new PostgresRevealer(database, keys, LOG, () => undefined);
    directory = new PersonDirectory(database, revealer);

    await party(s, { type: 'RegisterParty', partyId: s, name: 'Fiktionspartiet', abbreviation: 'FiP' });
    await party(m, { type: 'RegisterParty', partyId: m, name: 'Attrappartiet' });
    await register(botvid, 'Botvid', 'Fiktberg');
    await register(amanda, 'Amanda', 'Exempelsson');
    await register(amandaToo, 'Amanda', 'Exempelsson');
    await person(botvid, { type: 'StartAffiliation', partyId: s, from: day('2022-10-15') });
    beforeMarriage = (await person(amanda, { type: 'StartAffiliation', partyId: m })).position;
    await person(amanda, { type: 'ChangeName', givenName: 'Amanda', familyName: 'Fiktberg', from: day('2024-06-01') });
    await person(botvid, { type: 'RecordDeath', on: partialDate('2024-01-19') });
    for (const projection of [peopleProjection, partiesProjection, sealedValuesProjection(allTypes())]) {
      await layReadModel(database, projection);
      await project(database, projection, store);
    }
  });

  afterAll(async () => {
    await database.end();
    await server.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('refuses an affiliation with a party that is not in the register, and a successor that is not', async () => {
    const nowhere = freshId();
    await expect(person(amanda, { type: 'StartAffiliation', partyId: nowhere })).rejects.toMatchObject({
      rule: 'unknown-party',
      field: '/partyId',
    });
    await expect(party(s, { type: 'LinkSuccessor', successorId: nowhere, kind: 'merger' })).rejects.toMatchObject({
      rule: 'unknown-party',
      field: '/successorId',
    });
  });

  it('finds what is in the register for the other slices', async () => {
    const persons = new FindPersonHandler(repository);
    expect(await persons.execute(new FindPerson(amanda))).toMatchObject({ id: amanda });
    expect(await persons.execute(new FindPerson(freshId()))).toBeUndefined();
    const parties = new FindPartyHandler(repository);
    expect(await parties.execute(new FindParty(s))).toMatchObject({ id: s });
    expect(await parties.execute(new FindParty(amanda))).toBeUndefined();
  });

  it('tells a caller who expects the person to exist', async () => {
    const change = { type: 'RecordDeath', on: partialDate('2024') } as const;
    const command = new ChangePerson(freshId(), change, commandContext(), { expected: 'existing' });
    await expect(new ChangePersonHandler(repository, noGroups).execute(command)).rejects.toThrow(NotFound);
  });

  it('lists persons in the order of registration, with names as commitments', async () => {
    const { items, total } = await directory.list({ validAt: day('2024-07-01') }, page);
    expect([items.map(({ id }) => id), total]).toEqual([[botvid, amanda, amandaToo], 3]);
    expect(items[0]).toEqual({
      id: botvid,
      givenName: { _sd: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) as string },
      familyName: { _sd: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) as string },
      affiliations: [{ affiliationId: expect.any(String) as string, partyId: s, from: '2022-10-15' }],
      died: '2024-01-19',
    });
  });

  it('pages, and counts beyond the page', async () => {
    const moment = { validAt: day('2024-07-01') };
    const second = await directory.list(moment, { limit: 1, offset: 1 });
    expect([second.items.map(({ id }) => id), second.total]).toEqual([[amanda], 3]);
    expect(await directory.list(moment, { limit: 1, offset: 99 })).toEqual({ items: [], total: 3 });
  });

  it('lists those who represent a party on a day', async () => {
    const of = async (date: string) =>
      (await directory.list({ validAt: day(date) }, page, { partyId: s })).items.map(({ id }) => id);
    expect([await of('2022-10-14'), await of('2022-10-15')]).toEqual([[], [botvid]]);
  });

  it('finds by name, also by a former one, but only by what was known then', async () => {
    const find = async (q: string, knownAt?: Position) => {
      const moment = { validAt: day('2024-07-01'), ...(knownAt === undefined ? {} : { knownAt }) };
      return (await directory.list(moment, page, { q })).items.map(({ id }) => id);
    };
    expect(await find('fiktberg')).toEqual([amanda, botvid]);
    expect(await find('fiktberg', beforeMarriage)).toEqual([botvid]);
    expect(new Set(await find('exempelsson'))).toEqual(new Set([amanda, amandaToo]));
    expect(await find('nobody')).toEqual([]);
  });

  it('finds nobody by a name that was erased, and still lists the person', async () => {
    await database.query(`update keys.subject_key set state = 'erased', wrapped = null where subject = $1`, [
      amandaToo,
    ]);
    const moment = { validAt: day('2024-07-01') };
    expect((await directory.list(moment, page, { q: 'exempelsson' })).items.map(({ id }) => id)).toEqual([amanda]);
    expect((await directory.list(moment, page)).total).toBe(3);
  });

  it('lists parties by name', async () => {
    const { items, total } = await new PartyList(database).list({ validAt: day('2024-07-01') }, page);
    expect([items, total]).toEqual([
      [
        { id: m, name: 'Attrappartiet' },
        { id: s, name: 'Fiktionspartiet', abbreviation: 'FiP' },
      ],
      2,
    ]);
  });

  it('gives a command sent again to another process the commitments that are stored, not new ones', async () => {
    const context = commandContext();
    const personId = freshId();
    const change = { type: 'RegisterPerson', personId, givenName: 'Rut', familyName: 'Skissberg' } as const;
    const command = new ChangePerson(personId, change, context, { expected: 'new' });
    const first = await new ChangePersonHandler(repository, noGroups).execute(command);
    const restarted = new Repository(store, { sealer: new PostgresSealer(keys, LOG) });
    const again = await new ChangePersonHandler(restarted, noGroups).execute(command);
    expect(again).toMatchObject({ repeated: true, revision: first.revision, position: first.position });
    expect(again.state).toEqual(first.state);
    expect(again.events).toEqual(first.events);
  });
});

function allTypes(): readonly string[] {
  return [...personEvents.types, ...partyEvents.types];
}
