import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { connect, createTestDatabase, migrate, type Database, type TestDatabase } from '@liggare/database';
import {
  civilDate,
  commandContext,
  freshId,
  MemoryEventStore,
  Repository,
  type AppendResult,
  type Commitment,
  type RecordedEvent,
} from '@liggare/kernel';
import { dump, layReadModel, rebuild } from '@liggare/projections';
import { erasureEvents } from '../domain/erasure-events.js';
import { personAggregate } from '../domain/person.js';
import { keyMigrations } from '../sealing/key-migrations.js';
import { PostgresRevealer } from '../sealing/postgres-revealer.js';
import { PostgresSealer } from '../sealing/postgres-sealer.js';
import { sealedValuesProjection } from '../sealing/sealed-values.projection.js';
import { KeyEncryptionFile } from '../sealing/key-encryption-file.js';
import { SubjectKeys } from '../sealing/subject-keys.js';
import { affectedValues } from './affected-values.js';
import { eraseAgain } from './erase-again.js';
import { contactSubject, subjectsOf } from '../domain/contact-subject.js';
import { ErasedKeys, type ErasedKey } from './erased-keys.js';
import { ErasureList } from './erasure-list.js';
import { Erasures, type ErasureOrder } from './erasures.js';
import { erasuresProjection } from './erasures.projection.js';

const LOG = 'log.example/test';
const sealedValues = sealedValuesProjection([...personAggregate.catalogue.types, ...erasureEvents.types]);
const order = {
  type: 'ExecuteErasure',
  authority: 'Kommunstyrelsen',
  legalBasis: 'Gallringsbeslut KS 2026:12',
} as const;
const MARKERS = ['Markurella', 'Spökberg'];

/** The process is killed before its next append of an erasure's deed. */
class MortalStore extends MemoryEventStore {
  dies = false;

  override append(...sent: Parameters<MemoryEventStore['append']>): Promise<AppendResult> {
    if (this.dies && sent[1][0]!.type === 'SubjectKeyErased') return Promise.reject(new Error('killed'));
    return super.append(...sent);
  }
}

describe('erasure', () => {
  let server: TestDatabase;
  let database: Database;
  let folder: string;
  let store: MortalStore;
  let keys: SubjectKeys;
  let repository: Repository;
  let erasures: Erasures;
  let revealer: PostgresRevealer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liggare-erasure-'));
    server = await createTestDatabase();
    await migrate(server.url, [keyMigrations]);
    database = connect(server.url);
    await layReadModel(database, sealedValues);
    await layReadModel(database, erasuresProjection);
  });

  beforeEach(async () => {
    await database.query('truncate sealed_values_v2.sealed_value, sealed_values_v2.destroyed_key');
    await database.query('truncate erasures_v1.erasure, erasures_v1.state');
    store = new MortalStore();
    restart();
  });

  afterAll(async () => {
    await database.end();
    await server.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** A process that knows nothing of what another had in memory. */
  function restart(): void {
    store.dies = false;
    keys = new SubjectKeys(database, KeyEncryptionFile.of(join(folder, 'kek'), database));
    repository = new Repository(store, { sealer: new PostgresSealer(keys, LOG) });
    erasures = new Erasures(database, store, repository, new ErasedKeys(join(folder, 'erased-keys')));
    revealer = new PostgresRevealer(database, keys, LOG, () => undefined);
  }

  async function register(): Promise<string> {
    const personId = freshId();
    const [givenName, familyName] = MARKERS as [string, string];
    await repository.execute(
      personAggregate,
      personId,
      { type: 'RegisterPerson', personId, givenName, familyName, contact: { email: 'm@exempel.example' } },
      commandContext(),
    );
    return personId;
  }

  const rename = (personId: string) =>
    repository.execute(
      personAggregate,
      personId,
      { type: 'ChangeName', givenName: 'Ny', familyName: 'Namnberg', from: civilDate('2026-01-01') },
      commandContext(),
    );

  const carryOut = (id: string, what: ErasureOrder, role = 'admin') =>
    erasures.carryOut(id, what, commandContext({ actor: { id: `${role}-1`, role } }));

  async function request(subjectId: string): Promise<string> {
    const erasureId = freshId();
    await carryOut(erasureId, {
      ...{ type: 'RequestErasure', erasureId, subjectId, ground: 'disposal-decision' },
      text: `Gallra ${MARKERS.join(' ')}`,
    });
    return erasureId;
  }

  async function log(): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of store.readAll()) events.push(event);
    return events;
  }

  const erasedEvents = async () => (await log()).filter(({ type }) => type === 'SubjectKeyErased');

  async function digestsUnder(kid: string): Promise<string[]> {
    return (await log()).flatMap(({ data, metadata }) =>
      Object.entries(metadata.sealed ?? {})
        .filter(([, sealed]) => sealed.kid === kid)
        .map(([pointer]) => (data as Record<string, Commitment>)[pointer.slice(1)]!._sd),
    );
  }

  async function catchUp(): Promise<void> {
    await rebuild(database, sealedValues, store);
    await rebuild(database, erasuresProjection, store);
  }

  it('destroys every generation of the key, and that of the contact details, and says of each what was sealed under it', async () => {
    const person = await register();
    await database.query(`update keys.subject_key set state = 'rotated' where subject = $1`, [person]);
    await rename(person);
    const id = await request(person);
    const before = await database.query<{ kid: string; key_commitment: string }>(
      `select kid, key_commitment from keys.subject_key where subject = any($1)
       order by subject <> $1[1], kid`,
      [subjectsOf(person)],
    );
    const { state } = await carryOut(id, { ...order, decision: { decisionId: freshId(), point: 2 } });
    expect(state).toMatchObject({ status: 'executed', execution: { on: '2026-11-23', decision: { point: 2 } } });
    const events = await erasedEvents();
    expect(events.map(({ data }) => data)).toMatchObject(
      await Promise.all(
        before.rows.map(async ({ kid: keyId, key_commitment: keyCommitment }) => {
          const { count: affectedCount, digest: affectedDigest } = affectedValues(await digestsUnder(keyId));
          const { authority, legalBasis } = order;
          return { subjectId: person, keyId, keyCommitment, authority, legalBasis, affectedCount, affectedDigest };
        }),
      ),
    );
    expect(events.map(({ data }) => (data as { affectedCount: number }).affectedCount)).toEqual([2, 3, 1]);
  });

  it('names what is gone by the SHA-256 of the canonical JSON of the sorted digests', () => {
    const digest = createHash('sha256').update('["A","a","b"]').digest('base64url');
    expect(affectedValues(['b', 'A', 'a'])).toEqual({ count: 3, digest });
  });

  it('leaves nothing to read: the answer is erased, no ciphertext in the read model, no key anywhere', async () => {
    const person = await register();
    const id = await request(person);
    await catchUp();
    const digests = await digestsUnder(`${person}/1`);
    expect((await revealer.reveal(digests)).get(digests[0]!)).toEqual({ value: MARKERS[0] });
    await carryOut(id, order);
    for (const when of ['before the read models know', 'after']) {
      const answers = [...(await revealer.reveal(digests)).values()];
      expect([when, answers]).toEqual([when, digests.map(() => ({ withheld: 'erased' }))]);
      await catchUp();
    }
    const left = await database.query(
      `select from sealed_values.sealed_value where kid = $1 and (ciphertext is not null or nonce is not null)`,
      [`${person}/1`],
    );
    const { rows } = await database.query('select state, wrapped from keys.subject_key where subject = $1', [person]);
    expect([left.rowCount, rows]).toEqual([0, [{ state: 'erased', wrapped: null }]]);
  });

  it('leaves the log as it is: the commitments are what they were', async () => {
    const person = await register();
    const id = await request(person);
    const before = await log();
    await carryOut(id, order);
    expect((await log()).slice(0, before.length)).toEqual(before);
  });

  it('forgets the subject for good: nothing is recorded for it any more, and it is not erased twice', async () => {
    const person = await register();
    const [id, other] = [await request(person), await request(person)];
    await carryOut(id, order);
    await expect(rename(person)).rejects.toMatchObject({ rule: 'subject-erased' });
    await expect(request(person)).rejects.toMatchObject({ rule: 'subject-erased' });
    await expect(carryOut(other, order)).rejects.toMatchObject({ rule: 'subject-erased' });
    expect(await erasedEvents()).toHaveLength(2);
  });

  it('leaves others alone, in the table and in memory', async () => {
    const [person, neighbour] = [await register(), await register()];
    await carryOut(await request(person), order);
    await catchUp();
    await rename(neighbour);
    const digests = await digestsUnder(`${neighbour}/1`);
    expect((await revealer.reveal(digests)).get(digests[1]!)).toEqual({ value: MARKERS[1] });
  });

  it('is for what the register holds', async () => {
    await expect(request(freshId())).rejects.toMatchObject({ rule: 'unknown-subject', field: '/subjectId' });
    await expect(carryOut(freshId(), order)).rejects.toThrow('erasure');
  });

  it.each(['by the same order sent again', 'by whoever starts next'])(
    'killed between the deed and its event is made up for %s, in the name of who had it done',
    async (how) => {
      const person = await register();
      const id = await request(person);
      store.dies = true;
      await expect(carryOut(id, order)).rejects.toThrow('killed');
      expect(await erasedEvents()).toEqual([]);
      const digests = await digestsUnder(`${person}/1`);
      restart();
      const otherwise = { ...order, authority: 'Någon annan' };
      if (how.startsWith('by the same')) await carryOut(id, otherwise, 'other');
      else expect(await erasures.finish(commandContext())).toBe(1);
      const [event, ofContact, ...more] = await erasedEvents();
      expect([(ofContact?.data as ErasedKey).keyId, more]).toEqual([`${contactSubject(person)}/1`, []]);
      const { digest: affectedDigest } = affectedValues(digests);
      expect(event).toMatchObject({
        data: { authority: order.authority, affectedDigest, affectedCount: digests.length },
        metadata: { actor: { id: 'admin-1', role: 'admin' } },
      });
      expect(await erasures.finish(commandContext())).toBe(0);
    },
  );

  it('killed before the deed has destroyed nothing, and can be ordered again or refused', async () => {
    const [person, other] = [await register(), await register()];
    const [id, refused] = [await request(person), await request(other)];
    for (const [erasure, subject] of [
      [id, person],
      [refused, other],
    ]) {
      await database.query('insert into keys.closed_subject (subject, erasure_id) values ($1, $2)', [subject, erasure]);
    }
    await expect(rename(person)).rejects.toMatchObject({ rule: 'subject-being-erased' });
    await carryOut(id, order);
    expect(await erasedEvents()).toHaveLength(2);
    await carryOut(refused, { type: 'RefuseErasure', ground: 'arkivlagen', authority: 'KS', text: 'Bevaras' });
    await rename(other);
  });

  it('ordered by several at once is done once', async () => {
    const person = await register();
    const id = await request(person);
    const all = await Promise.all(Array.from({ length: 5 }, () => carryOut(id, order)));
    expect(new Set(all.map(({ revision }) => revision))).toEqual(new Set([2n]));
    expect(await erasedEvents()).toHaveLength(2);
  });

  it('and a refusal of it never both happen', async () => {
    for (let n = 0; n < 5; n++) {
      const person = await register();
      const id = await request(person);
      const outcomes = await Promise.allSettled([
        carryOut(id, order),
        carryOut(id, { type: 'RefuseErasure', ground: 'gdpr-17-3-b', authority: 'KS' }),
      ]);
      const [done, refused] = outcomes.map(({ status }) => status === 'fulfilled');
      expect(done).not.toBe(refused);
      const { rows } = await database.query<{ wrapped: Buffer | null }>(
        'select wrapped from keys.subject_key where subject = $1',
        [person],
      );
      expect(rows[0]!.wrapped === null).toBe(done);
    }
  });

  it('edge case 56: a request refused for the archive leaves everything readable', async () => {
    const person = await register();
    const id = await request(person);
    await carryOut(id, { type: 'RefuseErasure', ground: 'arkivlagen', authority: 'Kommunstyrelsen' });
    await expect(carryOut(id, order)).rejects.toMatchObject({ rule: 'erasure-refused' });
    await catchUp();
    const digests = await digestsUnder(`${person}/1`);
    expect((await revealer.reveal(digests)).get(digests[0]!)).toEqual({ value: MARKERS[0] });
    await rename(person);
  });

  it('is forgotten by every process that held the key in memory', async () => {
    const [person, neighbour] = [await register(), await register()];
    const elsewhere = new SubjectKeys(database, KeyEncryptionFile.of(join(folder, 'kek'), database));
    await elsewhere.forSealing([person]);
    const inMemory = () => inspect(elsewhere['unwrapped'], { depth: 4 });
    expect(inMemory()).toContain(`${person}/1`);
    await carryOut(await request(person), order);
    await elsewhere.forReading([`${neighbour}/1`]);
    expect(inMemory()).not.toContain(`${person}/1`);
  });

  it('is listed, the latest first, and the same whatever the batches', async () => {
    const [first, second] = [await request(await register()), await request(await register())];
    await carryOut(first, order);
    await carryOut(first, { type: 'CompleteErasure', on: civilDate('2026-11-23') });
    await catchUp();
    const { items, total } = await new ErasureList(database).list({ limit: 10, offset: 0 });
    expect([items.map(({ id, status }) => [id, status]), total]).toEqual([
      [
        [second, 'requested'],
        [first, 'completed'],
      ],
      2,
    ]);
    for (const projection of [sealedValues, erasuresProjection]) {
      expect(await rebuild(database, projection, store, 1)).toEqual(await rebuild(database, projection, store, 100));
    }
  });

  it('stays done when an older backup of the keys is restored: by the list beside them, or else by the log', async () => {
    const person = await register();
    const { rows: backup } = await database.query<{ wrapped: Buffer }>(
      'select wrapped from keys.subject_key where subject = $1',
      [person],
    );
    const restore = async () => {
      await database.query('delete from keys.destroyed_key where subject = $1', [person]);
      await database.query('delete from keys.erasure_fence where subject = $1', [person]);
      await database.query(`update keys.subject_key set state = 'active', wrapped = $2 where subject = $1`, [
        person,
        backup[0]!.wrapped,
      ]);
    };
    const kid = `${person}/1`;
    const list = new ErasedKeys(join(folder, 'erased-keys'));
    await carryOut(await request(person), order);
    const listed = (await list.all()).filter(({ keyId }) => keyId === kid);
    expect(listed).toHaveLength(1);
    for (const again of [
      async () => eraseAgain(database, await list.all()),
      async () => {
        await rm(join(folder, 'erased-keys'));
        return erasures.eraseAgain();
      },
    ]) {
      await restore();
      expect((await keys.forReading([kid])).get(kid)).not.toBe('erased');
      expect(await again()).toBe(1);
      restart();
      expect((await keys.forReading([kid])).get(kid)).toBe('erased');
      await expect(keys.forSealing([person])).rejects.toMatchObject({ rule: 'subject-erased' });
      expect(await list.all()).toContainEqual(listed[0]);
    }
    expect(await eraseAgain(database, await list.all())).toBe(0);
  });

  it('of contact details alone leaves the name; that of the person later on takes what is left', async () => {
    const person = await register();
    await carryOut(await request(contactSubject(person)), order);
    const contact = (email: string) => {
      const change = { type: 'ChangeContactDetails', email } as const;
      return repository.execute(personAggregate, person, change, commandContext());
    };
    await expect(contact('ny@exempel.example')).rejects.toMatchObject({ rule: 'subject-erased' });
    await rename(person);
    await carryOut(await request(person), order);
    expect((await erasedEvents()).map(({ data }) => (data as ErasedKey).keyId)).toEqual([
      `${contactSubject(person)}/1`,
      `${person}/1`,
    ]);
    await expect(rename(person)).rejects.toMatchObject({ rule: 'subject-erased' });
  });

  it('of a person without contact details lets none be recorded afterwards', async () => {
    const personId = freshId();
    const named = { type: 'RegisterPerson', personId, givenName: 'Utan', familyName: 'Adressberg' } as const;
    await repository.execute(personAggregate, personId, named, commandContext());
    await carryOut(await request(personId), order);
    const change = { type: 'ChangeContactDetails', email: 'ny@exempel.example' } as const;
    await expect(repository.execute(personAggregate, personId, change, commandContext())).rejects.toMatchObject({
      rule: 'subject-erased',
    });
  });

  it('a list that a crash cut off is read as far as it is whole, and goes on', async () => {
    const file = join(folder, 'cut-off');
    const key = (n: number) => ({ keyId: `subject/${n}`, keyCommitment: String(n).repeat(43) });
    const list = new ErasedKeys(file);
    await list.add([key(1), key(2)]);
    const whole = await readFile(file, 'utf8');
    for (let length = 0; length < whole.length; length++) {
      await writeFile(file, whole.slice(0, length));
      const before = await list.all();
      await list.add([key(1), key(2), key(3)]);
      expect([length, await list.all()]).toEqual([length, [...before, ...[1, 2, 3].map(key).slice(before.length)]]);
    }
  });

  it('a value that comes into the log after its key was destroyed is not kept either', async () => {
    const person = await register();
    await carryOut(await request(person), order);
    const late = (await log())[0]!;
    const eventId = freshId();
    const data = { ...(late.data as object), givenName: { _sd: 'late' } };
    await store.append(`person-${person}`, [{ eventId, type: late.type, data, metadata: late.metadata }], 'any');
    for (const size of [1, 100]) {
      await rebuild(database, sealedValues, store, size);
      const { rows } = await database.query(`select ciphertext from sealed_values.sealed_value where sd = 'late'`);
      expect(rows).toEqual([{ ciphertext: null }]);
    }
  });

  it('the marker stands nowhere in keys and read models, in no form', async () => {
    const person = await register();
    await carryOut(await request(person), order);
    await catchUp();
    const all = [...(await dump(database, 'keys')), ...(await dump(database, sealedValues))];
    expect(all.length).toBeGreaterThan(3);
    for (const marker of MARKERS) {
      for (const form of [marker, Buffer.from(marker).toString('base64url'), Buffer.from(marker).toString('hex')]) {
        expect(all.filter((line) => line.includes(form))).toEqual([]);
      }
    }
  });
});
