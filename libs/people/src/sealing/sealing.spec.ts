import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createTestDatabase, migrate, type Database, type TestDatabase } from '@liggare/database';
import { commit, seal } from '@liggare/evidence';
import { civilDate, commandContext, freshId, MemoryEventStore, Repository, type Commitment } from '@liggare/kernel';
import { personAggregate } from '../domain/person.js';
import { dump, layReadModel, project, rebuild } from '@liggare/projections';
import { keyMigrations } from './key-migrations.js';
import { PostgresRevealer } from './postgres-revealer.js';
import { PostgresSealer } from './postgres-sealer.js';
import { sealedValuesProjection } from './sealed-values.projection.js';
import { KeyEncryptionFile } from './key-encryption-file.js';
import { SubjectErased, SubjectKeys } from './subject-keys.js';

const LOG = 'log.example/test';
const projection = sealedValuesProjection(personAggregate.catalogue.types);

describe('personal data at rest', () => {
  let server: TestDatabase;
  let database: Database;
  let folder: string;
  let kekFile: string;
  let store: MemoryEventStore;
  let keys: SubjectKeys;
  let repository: Repository;
  let revealer: PostgresRevealer;
  let broken: { eventId: string; pointer: string }[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liggare-sealing-'));
    kekFile = join(folder, 'kek');
    server = await createTestDatabase();
    await migrate(server.url, [keyMigrations]);
    database = connect(server.url);
    await layReadModel(database, projection);
  });

  beforeEach(async () => {
    await database.query('truncate sealed_values_v2.sealed_value');
    store = new MemoryEventStore();
    keys = new SubjectKeys(database, KeyEncryptionFile.of(kekFile, database));
    repository = new Repository(store, { sealer: new PostgresSealer(keys, LOG) });
    broken = [];
    revealer = new PostgresRevealer(database, keys, LOG, (place) => broken.push(place));
  });

  afterAll(async () => {
    await database.end();
    await server.drop();
    await rm(folder, { recursive: true, force: true });
  });

  async function register(personId: string): Promise<{ given: string; family: string }> {
    const contact = { email: 'amanda@exempel.example', postalAddress: 'Påhittsgatan 7\n123 45 Fiktionsköping' };
    const { state } = await repository.execute(
      personAggregate,
      personId,
      { type: 'RegisterPerson', personId, givenName: 'Amanda', familyName: 'Exempelsson', contact },
      commandContext(),
      { expected: 'new' },
    );
    await project(database, projection, store);
    const [name] = state.names;
    return { given: (name!.givenName as Commitment)._sd, family: (name!.familyName as Commitment)._sd };
  }

  async function revealed(...digests: string[]) {
    const answers = await revealer.reveal(digests);
    return digests.map((digest) => answers.get(digest));
  }

  it('stands nowhere in clear: not in the log, the keys or the read model', async () => {
    await register(freshId());
    const stored: unknown[] = [];
    for await (const event of store.readAll()) {
      stored.push({ ...event, position: String(event.position), revision: String(event.revision) });
    }
    expect(stored).toHaveLength(2);
    const everything = [
      JSON.stringify(stored),
      ...(await dump(database, 'keys')),
      ...(await dump(database, projection)),
    ];
    expect(everything.length).toBeGreaterThan(5);
    for (const secret of ['Amanda', 'Exempelsson', 'exempel.example', 'Påhittsgatan']) {
      const forms = [secret, Buffer.from(secret).toString('base64url'), Buffer.from(secret).toString('hex')];
      for (const form of forms) expect(everything.filter((text) => text.includes(form))).toEqual([]);
    }
  });

  it('is revealed by its commitment', async () => {
    const { given, family } = await register(freshId());
    expect(await revealed(given, family)).toEqual([{ value: 'Amanda' }, { value: 'Exempelsson' }]);
    expect(broken).toEqual([]);
  });

  it('is unknown when nobody ever sealed it', async () => {
    expect(await revealed('nonsense')).toEqual([{ withheld: 'unknown' }]);
  });

  it('is gone, and said to be gone, once the key is destroyed, also for a process that has the key in memory', async () => {
    const personId = freshId();
    const { given } = await register(personId);
    expect(await revealed(given)).toEqual([{ value: 'Amanda' }]);
    await erase(database, personId);
    expect(await revealed(given)).toEqual([{ withheld: 'erased' }]);
  });

  it('is never recorded again for a subject that was erased', async () => {
    const personId = freshId();
    await register(personId);
    await erase(database, personId);
    const named = { givenName: 'Ny', familyName: 'Namnberg', from: civilDate('2026-01-01') };
    const change = { type: 'ChangeName', ...named } as const;
    const before = await store.head();
    await expect(repository.execute(personAggregate, personId, change, commandContext())).rejects.toThrow(
      SubjectErased,
    );
    expect(await store.head()).toBe(before);
    const keyRows = await database.query('select state from keys.subject_key where subject = $1', [personId]);
    expect(keyRows.rows).toEqual([{ state: 'erased' }]);
  });

  it('gets a new generation of key when a fence allows it', async () => {
    const personId = freshId();
    await register(personId);
    await erase(database, personId);
    await database.query('update keys.erasure_fence set new_key_allowed = true where subject = $1', [personId]);
    expect((await keys.forSealing([personId])).get(personId)?.kid).toBe(`${personId}/2`);
  });

  it('stays readable when the key was rotated, while new values go under the new key', async () => {
    const personId = freshId();
    const { given } = await register(personId);
    await database.query(`update keys.subject_key set state = 'rotated' where subject = $1`, [personId]);
    expect((await keys.forSealing([personId])).get(personId)?.kid).toBe(`${personId}/2`);
    expect(await revealed(given)).toEqual([{ value: 'Amanda' }]);
  });

  it.each([
    ['another event', `event_id = '${freshId()}'`],
    ['another pointer', `pointer = '/familyName'`],
    ['other bytes', `ciphertext = case left(ciphertext, 1) when 'A' then 'B' else 'A' end || substr(ciphertext, 2)`],
    ['another nonce', `nonce = 'AAAAAAAAAAAAAAAA'`],
  ])('is refused when its ciphertext was moved to %s, and that is reported', async (_what, change) => {
    const { given } = await register(freshId());
    await database.query(`update sealed_values_v2.sealed_value set ${change} where sd = $1`, [given]);
    expect(await revealed(given)).toEqual([{ withheld: 'unknown' }]);
    expect(broken).toHaveLength(1);
  });

  it('cannot be exchanged for another text, even by someone who holds the key', async () => {
    const personId = freshId();
    const { given } = await register(personId);
    const { kid, key } = (await keys.forSealing([personId])).get(personId)!;
    const row = await database.query<{ event_id: string; pointer: string }>(
      'select event_id, pointer from sealed_values_v2.sealed_value where sd = $1',
      [given],
    );
    const { event_id: event, pointer: ptr } = row.rows[0]!;
    // A perfectly authentic ciphertext at the right place, of another name.
    const forged = seal(commit(ptr, 'Botvid').disclosure, kid, key, { event, log: LOG, ptr });
    await database.query('update sealed_values_v2.sealed_value set nonce = $2, ciphertext = $3 where sd = $1', [
      given,
      forged.n,
      forged.ct,
    ]);
    expect(await revealed(given)).toEqual([{ withheld: 'unknown' }]);
    expect(broken).toEqual([{ eventId: event, pointer: ptr }]);
  });

  it('does not open in another installation', async () => {
    const { given } = await register(freshId());
    const elsewhere = new PostgresRevealer(database, keys, 'log.example/other', () => undefined);
    expect(await elsewhere.reveal([given])).toEqual(new Map([[given, { withheld: 'unknown' }]]));
  });

  it('builds the same read model whatever the batches', async () => {
    for (let n = 0; n < 4; n++) await register(freshId());
    const one = await rebuild(database, projection, store, 1);
    const all = await rebuild(database, projection, store, 100);
    expect(one).toHaveLength(16);
    expect(one).toEqual(all);
  });
});

/** What an erasure does to the keys: fence first, then the key. */
async function erase(database: Database, subject: string): Promise<void> {
  await database.query(
    `with fence as (
       insert into keys.erasure_fence (subject, erased_through, fingerprints)
       select subject, max(generation), array_agg(key_commitment) from keys.subject_key where subject = $1 group by 1)
     update keys.subject_key set state = 'erased', wrapped = null where subject = $1`,
    [subject],
  );
}
