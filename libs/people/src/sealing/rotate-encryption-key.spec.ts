import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createTestDatabase, migrate, type Database, type TestDatabase } from '@liggare/database';
import { KeyEncryptionFile } from './key-encryption-file.js';
import { keyMigrations } from './key-migrations.js';
import {
  rotateEncryptionKey,
  RotationUnderWay,
  type EncryptionKeyRotation,
  type RotationStep,
} from './rotate-encryption-key.js';
import { SubjectKeys } from './subject-keys.js';

const STEPS: readonly RotationStep[] = ['renewed', 'retiring', 'rewrapped', 'destroyed', 'recorded'];

class Killed extends Error {}

describe('rotating the key-encryption key', () => {
  let folder: string;
  let server: TestDatabase;
  let database: Database;
  let file: string;
  let recorded: EncryptionKeyRotation[];
  const subjects = Array.from({ length: 1_200 }, (_, n) => `subject-${n}`);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liggare-rotation-'));
    file = join(folder, 'kek');
    server = await createTestDatabase();
    await migrate(server.url, [keyMigrations]);
    database = connect(server.url);
    recorded = [];
  });

  afterEach(async () => {
    await database.end();
    await server.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** What a process that starts now has. */
  const process = () => new SubjectKeys(database, KeyEncryptionFile.of(file, database), 10);
  const rotate = (reached?: (step: RotationStep) => void | Promise<void>) =>
    rotateEncryptionKey(
      database,
      KeyEncryptionFile.of(file, database),
      (rotation) => {
        recorded.push(rotation);
        return Promise.resolve();
      },
      reached,
    );
  async function all(keys: SubjectKeys, of: readonly string[]): Promise<readonly string[]> {
    const found = await keys.forReading(of.map((subject) => `${subject}/1`));
    return of.map((subject) => Buffer.from(found.get(`${subject}/1`) as Uint8Array).toString('hex'));
  }
  const kekIds = async () =>
    (await database.query<{ kek_id: string }>('select distinct kek_id from keys.subject_key')).rows.map(
      ({ kek_id: id }) => id,
    );

  it('wraps every key anew and destroys the old one; the keys themselves stay, for running processes too', async () => {
    const running = process();
    await running.forSealing(subjects);
    const [before, [former]] = [await all(process(), subjects), await kekIds()];
    const backup = await readFile(file, 'utf8');
    expect(await rotate()).toEqual({ from: [former], to: expect.any(String), keys: subjects.length });
    const [current, ...others] = await kekIds();
    expect([current, others]).toEqual([recorded[0]!.to, []]);
    expect(await all(process(), subjects)).toEqual(before);
    expect(await all(running, subjects)).toEqual(before);
    expect(backup).toContain(former);
    expect(await readFile(file, 'utf8')).not.toContain(former);
    await running.forSealing(['later']);
    expect(await kekIds()).toEqual([current]);
    const { rows } = await database.query('select kek_id, state from keys.encryption_key order by state');
    expect(rows).toEqual([
      { kek_id: current, state: 'in-use' },
      { kek_id: former, state: 'retired' },
    ]);
  }, 30_000);

  it.each(STEPS)('goes on where it was killed: after %s', async (step) => {
    const some = subjects.slice(0, 20);
    await process().forSealing(some);
    const [before, [former]] = [await all(process(), some), await kekIds()];
    await expect(
      rotate((reached) => {
        if (reached === step) throw new Killed();
      }),
    ).rejects.toThrow(Killed);
    // The register works on, whatever was done so far.
    const between = process();
    await between.forSealing(['meanwhile']);
    expect(await all(between, some)).toEqual(before);
    expect(await rotate()).toMatchObject({ from: [former], keys: 21 });
    expect(await kekIds()).toEqual([recorded.at(-1)!.to]);
    expect(new Set(recorded.map(({ to }) => to)).size).toBe(1);
    expect(await all(process(), some)).toEqual(before);
    expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(1);
  });

  it('misses no key that is made meanwhile by processes that still have the old one in memory', async () => {
    const processes = Array.from({ length: 4 }, process);
    for (const keys of processes) await keys.forSealing(['first']);
    const made: string[] = [];
    let rotating = true;
    const writers = processes.map(async (keys, of) => {
      for (let n = 0; rotating || n < 5; n++) {
        await keys.forSealing([`made-${of}-${n}`]);
        made.push(`made-${of}-${n}`);
      }
    });
    for (let round = 0; round < 3; round++) await rotate();
    rotating = false;
    await Promise.all(writers);
    expect(await all(process(), made)).toHaveLength(made.length);
    expect(recorded).toHaveLength(3);
  }, 30_000);

  it('leaves destroyed keys destroyed, and is done by one at a time', async () => {
    await process().forSealing(['erased', 'kept']);
    await database.query(`update keys.subject_key set state = 'erased', wrapped = null where subject = 'erased'`);
    await rotate(async (step) => {
      if (step === 'renewed') await expect(rotate()).rejects.toThrow(RotationUnderWay);
    });
    const found = await process().forReading(['erased/1', 'kept/1']);
    expect([found.get('erased/1'), found.get('kept/1')?.length]).toEqual(['erased', 32]);
    expect(recorded).toMatchObject([{ keys: 1 }]);
  });
});
