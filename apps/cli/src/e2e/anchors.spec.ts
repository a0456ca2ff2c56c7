import { anchorIfDue, Anchors } from '@liggare/audit';
import { exportBundle, registerReducers } from '@liggare/bundle';
import { parseNote } from '@liggare/evidence';
import { DemoClock, instantFromMillis, millisOf } from '@liggare/kernel';
import type { Role } from '@liggare/platform';
import { SignedProgress } from '@liggare/transparency';
import { FilesInDirectory, verifyBundle } from '@liggare/verifier';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOpensslAuthority, type OpensslAuthority } from '../testing/openssl-authority.js';
import { runRegister, type RunningRegister } from '../testing/running-register.js';

interface Listed {
  readonly items: readonly {
    kind: string;
    size: number;
    root: string;
    time?: string;
    token?: string;
    position: string;
  }[];
}

describe('anchors outside the register', () => {
  let running: RunningRegister;
  let authority: OpensslAuthority;
  let anchors: Anchors;
  let directory: string;
  const clock = new DemoClock();
  const warned: string[] = [];

  const post = (path: string, body: object, role: Role = 'registrar') => running.post(path, body, { role });
  const read = async <T>(path: string, role: Role = 'auditor') => (await (await running.get(path, role)).json()) as T;
  const signed = async () => {
    const { store, database } = running.register;
    expect(await new SignedProgress(database).waitFor(await store.head(), 30_000)).toBe(true);
  };
  const anchor = async () => {
    await signed();
    const log = (_: unknown, message: string) => void warned.push(message);
    return anchorIfDue({ anchors, authorities: [authority.url], clock, log });
  };
  const list = async () => (await read<Listed>('/v1/evidence/anchors')).items;

  beforeAll(async () => {
    running = await runRegister(clock);
    authority = await startOpensslAuthority();
    directory = await mkdtemp(join(tmpdir(), 'liggare-anchors-'));
    const { store, database, repository } = running.register;
    anchors = new Anchors(store, database, repository);
    await post('/v1/parties', { name: 'Ankarpartiet' });
  }, 60_000);

  afterAll(async () => {
    await running.stop();
    await authority.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('an authority that does not answer loses nothing; it is asked again', async () => {
    authority.answers = false;
    expect(await anchor()).toBe(0);
    expect(warned).toEqual(['no timestamp was given']);
    expect(await list()).toEqual([]);
    authority.answers = true;
    expect(await anchor()).toBe(1);
  });

  it('the token is of the checkpoint’s text, and openssl verifies it', async () => {
    const [first] = await list();
    const { database } = running.register;
    const { rows } = await database.query<{ note: string }>(
      'select note from evidence.signed_checkpoint where size = $1',
      [first!.size],
    );
    const { text } = parseNote(rows[0]!.note);
    expect(text.split('\n').slice(1, 3)).toEqual([String(first!.size), first!.root]);
    const token = Buffer.from(first!.token!, 'base64');
    expect(await authority.verify(token, text)).toContain('Verification: OK');
    await expect(authority.verify(token, `${text}x`)).rejects.toThrow();
  });

  it('is made once a day, and not for the anchor alone', async () => {
    await post('/v1/parties', { name: 'Nästa parti' });
    expect(await anchor()).toBe(0);
    clock.set(instantFromMillis(millisOf(clock.now()) + 24 * 3_600_000));
    expect(await anchor()).toBe(1);
    clock.set(instantFromMillis(millisOf(clock.now()) + 24 * 3_600_000));
    // Nothing came after the last one but the anchor itself.
    expect(await anchor()).toBe(0);
    clock.release();
    expect(await list()).toHaveLength(2);
  });

  it('bounds the time of what lies between two of them on both sides', async () => {
    const [first, second] = await list();
    const between = String(BigInt(first!.position) + 1n);
    expect(await read(`/v1/evidence/time-bounds/${between}`)).toEqual({
      notBefore: first!.time,
      notAfter: second!.time,
    });
    const early = await read<{ notBefore?: string }>('/v1/evidence/time-bounds/1');
    expect(early.notBefore).toBeUndefined();
    expect((await running.get('/v1/evidence/time-bounds/999999', 'auditor')).status).toBe(404);
  });

  it('a checkpoint in minutes is recorded when it is of this log, and refused when it is not', async () => {
    const [first] = await list();
    const printed = { size: first!.size, root: first!.root, kind: 'minutes', reference: 'KS 2026-11-24 § 7' };
    const other = `${first!.root.startsWith('A') ? 'B' : 'A'}${first!.root.slice(1)}`;
    for (const [body, code, pointer] of [
      [{ ...printed, root: other }, 'another-root', '/root'],
      [{ ...printed, size: 999_999 }, 'unknown-checkpoint', '/size'],
    ] as const) {
      const refused = await post('/v1/evidence/anchors', body);
      expect([refused.status, await refused.json()]).toMatchObject([422, { code, errors: [{ pointer }] }]);
    }
    expect((await post('/v1/evidence/anchors', printed, 'bi')).status).toBe(403);
    expect((await post('/v1/evidence/anchors', printed)).status).toBe(201);
    expect((await list()).map(({ kind }) => kind)).toEqual(['rfc3161', 'rfc3161', 'minutes']);
  });

  it('an event that claims to be older than an anchor before it fails level 5', async () => {
    const { store, repository, database, keys, protection, log } = running.register;
    const verified = async (name: string) => {
      await signed();
      const source = { store, repository, database, keys, protection, logName: log.name };
      const about = { disclose: 'none', purpose: 'prov', madeAt: clock.now() } as const;
      await exportBundle(source, join(directory, name), about);
      const verdict = await verifyBundle(new FilesInDirectory(join(directory, name)), { reducers: registerReducers });
      return verdict.levels[5]!;
    };
    clock.set(instantFromMillis(millisOf(clock.now()) - 7 * 24 * 3_600_000));
    await post('/v1/parties', { name: 'Tillbakadaterade partiet' });
    clock.release();
    const level = await verified('after');
    expect(level.status).toBe('tampered');
    expect(level.problems.map(({ what }) => what).join()).toMatch(/before an anchor that comes before it/);
  });
});
