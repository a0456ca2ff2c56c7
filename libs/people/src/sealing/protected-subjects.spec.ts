import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createTestDatabase, migrate, type Database, type TestDatabase } from '@liggare/database';
import { commandContext, freshId, MemoryEventStore, Repository } from '@liggare/kernel';
import { prepareReadModels, projectionMigrations } from '@liggare/projections';
import { peopleProjection } from '../application/people.projection.js';
import { protectedIdentityProjection } from '../application/protected-identity.projection.js';
import type { PersonCommand } from '../domain/person-commands.js';
import { personAggregate } from '../domain/person.js';
import { keyMigrations } from './key-migrations.js';
import { PostgresSealer } from './postgres-sealer.js';
import { ProtectedSubjects } from './protected-subjects.js';
import { KeyEncryptionFile } from './key-encryption-file.js';
import { SubjectKeys } from './subject-keys.js';

describe('who is protected', () => {
  let folder: string;
  let server: TestDatabase;
  let database: Database;
  let store: MemoryEventStore;
  let repository: Repository;
  let protection: ProtectedSubjects;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liggare-protected-'));
    server = await createTestDatabase();
    await migrate(server.url, [keyMigrations, projectionMigrations]);
    database = connect(server.url);
    await prepareReadModels(database, [peopleProjection, protectedIdentityProjection], { logId: 'unrecorded' });
  });
  beforeEach(async () => {
    await database.query('truncate projections.held_event');
    store = new MemoryEventStore();
    const sealer = new PostgresSealer(
      new SubjectKeys(database, KeyEncryptionFile.of(join(folder, 'kek'), database)),
      'log.example/test',
    );
    repository = new Repository(store, { sealer });
    protection = new ProtectedSubjects(database, store);
  });
  afterAll(async () => {
    await database.end();
    await server.drop();
    await rm(folder, { recursive: true, force: true });
  });

  async function person(): Promise<string> {
    const personId = freshId();
    const named = { type: 'RegisterPerson', personId, givenName: 'Ensam', familyName: 'Kvarlund' } as const;
    await repository.execute(personAggregate, personId, named, commandContext(), { expected: 'new' });
    return personId;
  }
  const change = (id: string, command: PersonCommand) =>
    repository.execute(personAggregate, id, command, commandContext(), { expected: 'existing' });
  const protect = { type: 'ProtectIdentity', kind: 'assumed-identity' } as const;
  const isProtected = async (id: string) => (await protection.among([id, freshId()])).has(id);

  it('is known from the event on, though no read model has it yet', async () => {
    const [one, other] = [await person(), await person()];
    expect(await isProtected(one)).toBe(false);
    await change(one, protect);
    expect([await isProtected(one), await isProtected(other)]).toEqual([true, false]);
    expect(await new ProtectedSubjects(database, store).among([one])).toEqual(new Set([one]));
  });

  it('is known to every one of many readers at once', async () => {
    const one = await person();
    await isProtected(one);
    for (let round = 0; round < 20; round++) {
      const [changed] = await Promise.all([
        change(one, round % 2 === 0 ? protect : { type: 'LiftProtection' }).then(() =>
          Promise.all(Array.from({ length: 5 }, () => isProtected(one))),
        ),
        ...Array.from({ length: 5 }, () => isProtected(one)),
      ]);
      expect(new Set(changed)).toEqual(new Set([round % 2 === 0]));
    }
  });

  it('ends with the protection', async () => {
    const one = await person();
    await change(one, protect);
    expect(await isProtected(one)).toBe(true);
    await change(one, { type: 'LiftProtection' });
    expect(await isProtected(one)).toBe(false);
  });

  it('is taken to be whoever the read model got stuck at', async () => {
    const one = await person();
    await database.query(
      `insert into projections.held_event
       (schema_name, projection, version, stream, revision, position, event_id, type, error, attempts)
       select schema_name, projection, version, $1, 1, 2, $2, 'IdentityProtected', 'stuck', 1
       from projections.projection_version where projection = 'protected-identity'`,
      [`person-${one}`, freshId()],
    );
    expect(await isProtected(one)).toBe(true);
  });
});
