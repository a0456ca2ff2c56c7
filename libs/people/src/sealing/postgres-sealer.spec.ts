import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createTestDatabase, migrate, type Database, type TestDatabase } from '@liggare/database';
import { freshId, isCommitment, personal } from '@liggare/kernel';
import { keyMigrations } from './key-migrations.js';
import { PostgresSealer } from './postgres-sealer.js';
import { KeyEncryptionFile } from './key-encryption-file.js';
import { SubjectKeys } from './subject-keys.js';

const LOG = 'log.example/test';

describe('a personal value', () => {
  let server: TestDatabase;
  let database: Database;
  let folder: string;
  let kekFile: string;
  let keys: SubjectKeys;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liggare-sealer-'));
    kekFile = join(folder, 'kek');
    server = await createTestDatabase();
    await migrate(server.url, [keyMigrations]);
    database = connect(server.url);
    keys = new SubjectKeys(database, KeyEncryptionFile.of(kekFile, database));
  });

  afterAll(async () => {
    await database.end();
    await server.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is sealed under the key of each subject an event speaks of, wherever it stands', async () => {
    const [first, second] = [freshId(), freshId()];
    const sealer = new PostgresSealer(keys, LOG);
    const event = {
      type: 'Spoken',
      data: {
        'a/b~c': [personal(first, 'Åsa'), { deep: personal(second, 'Bo') }],
        plain: 'kept',
        kept: { _sd: 'old' },
      },
    };
    const { event: closed, sealed } = await sealer.seal(freshId(), event);
    expect(Object.entries(sealed!).map(([pointer, { kid }]) => [pointer, kid])).toEqual([
      ['/a~1b~0c/0', `${first}/1`],
      ['/a~1b~0c/1/deep', `${second}/1`],
    ]);
    const data = closed.data as { 'a/b~c': [unknown, { deep: unknown }]; plain: string; kept: unknown };
    expect(isCommitment(data['a/b~c'][0])).toBe(true);
    expect(isCommitment(data['a/b~c'][1].deep)).toBe(true);
    expect([data.plain, data.kept]).toEqual(['kept', { _sd: 'old' }]);
    expect(event.data['a/b~c'][0]).toEqual(personal(first, 'Åsa'));
  });

  it('passes events without personal data through untouched', async () => {
    const event = { type: 'Plain', data: { n: 1 } };
    expect(await new PostgresSealer(keys, LOG).seal(freshId(), event)).toEqual({ event });
  });

  it('gives one key to a subject that many processes meet at once', async () => {
    const subject = freshId();
    const processes = Array.from(
      { length: 8 },
      () => new SubjectKeys(database, KeyEncryptionFile.of(kekFile, database)),
    );
    const made = await Promise.all(processes.map((process) => process.forSealing([subject])));
    const found = made.map((keys) => keys.get(subject)!);
    expect(new Set(found.map(({ kid }) => kid))).toEqual(new Set([`${subject}/1`]));
    expect(new Set(found.map(({ key }) => Buffer.from(key).toString('hex'))).size).toBe(1);
  });

  it('makes the first keys of many subjects at once, with fewer connections than subjects', async () => {
    const narrow = connect(server.url, { max: 2, connectionTimeoutMillis: 5_000 });
    try {
      const first = join(folder, 'never-opened-kek');
      await database.query('truncate keys.subject_key, keys.encryption_key cascade');
      const fresh = new SubjectKeys(narrow, KeyEncryptionFile.of(first, narrow));
      const subjects = Array.from({ length: 40 }, freshId);
      const made = await Promise.all(subjects.map((subject) => fresh.forSealing([subject])));
      expect(made.map((keys) => [...keys.keys()][0])).toEqual(subjects);
    } finally {
      await narrow.end();
    }
  });
});
