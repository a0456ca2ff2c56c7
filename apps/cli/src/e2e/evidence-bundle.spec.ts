import { exportBundle, registerReducers, type BundleSource } from '@liggare/bundle';
import { FilesInDirectory, verifyBundle, type Verdict, type VerifyOptions } from '@liggare/verifier';
import { SignedProgress } from '@liggare/transparency';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDemo } from '../testing/running-demo.js';
import type { RunningRegister } from '../testing/running-register.js';

describe('an evidence bundle of the demo', () => {
  let running: RunningRegister;
  let place: string;
  let policy: string;

  beforeAll(async () => {
    ({ running } = await runDemo());
    const head = await running.register.store.head();
    expect(await new SignedProgress(running.register.database).waitFor(head, 30_000)).toBe(true);
    place = await mkdtemp(join(tmpdir(), 'liggare-bundle-'));
    await exported('all', 'all');
    policy = await readFile(join(place, 'all', 'policy.txt'), 'utf8');
  }, 180_000);

  afterAll(async () => {
    await running.stop();
    await rm(place, { recursive: true, force: true });
  });

  const exported = (name: string, disclose: 'all' | 'none') => {
    const { store, repository, database, keys, protection, log } = running.register;
    const source: BundleSource = { store, repository, database, keys, protection, logName: log.name };
    const options = { disclose, purpose: 'revision', madeAt: '2026-11-24T09:00:00.000Z' } as const;
    return exportBundle(source, join(place, name), options);
  };
  const verified = (name: string, options: VerifyOptions = {}) =>
    verifyBundle(new FilesInDirectory(join(place, name)), { policy, reducers: registerReducers, ...options });
  const statuses = ({ levels }: Verdict) => levels.map(({ status }) => status);
  const problems = ({ levels }: Verdict) => levels.flatMap(({ problems }) => problems);

  it('holds on every level that can be run offline, and says which cannot', async () => {
    const verdict = await verified('all');
    expect(problems(verdict)).toEqual([]);
    expect(statuses(verdict)).toEqual([...Array.from({ length: 8 }, () => 'ok'), 'not-run']);
    expect(verdict.exitCode).toBe(0);
  });

  it('without a policy of the auditor’s own it is incomplete: the keys are only what the bundle says', async () => {
    const { policy: _, ...own } = { policy, reducers: registerReducers };
    const verdict = await verifyBundle(new FilesInDirectory(join(place, 'all')), own);
    expect(verdict.exitCode).toBe(3);
    expect(statuses(verdict)[3]).toBe('incomplete');
  });

  it('can be made without any name in it, and holds all the same', async () => {
    await exported('none', 'none');
    const verdict = await verified('none');
    expect(verdict.exitCode).toBe(0);
    expect(verdict.levels[7]!.notes.join()).toContain('withheld');
    const events = await readFile(join(place, 'none', 'events.jsonl'), 'utf8');
    expect(events).not.toContain('"/givenName":"');
  });

  it('goes on from a checkpoint that the auditor kept, and says so', async () => {
    const pinned = await readFile(join(place, 'all', 'checkpoint'), 'utf8');
    await running.post('/v1/parties', { name: 'Senarepartiet' });
    const head = await running.register.store.head();
    await new SignedProgress(running.register.database).waitFor(head, 30_000);
    await exported('later', 'none');
    expect(statuses(await verified('later', { pinned }))[4]).toBe('ok');
    const now = await readFile(join(place, 'later', 'checkpoint'), 'utf8');
    const cutOff = await verified('all', { pinned: now });
    expect(cutOff.exitCode).toBe(2);
    expect(problems(cutOff)[0]!.what).toContain('cut off');
  });

  it('shows no name that the log did not bind', async () => {
    await cp(join(place, 'all'), join(place, 'changed'), { recursive: true });
    const file = join(place, 'changed', 'events.jsonl');
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text.replace(
        /"disclosures":\{"([^"]+)":"(.)/,
        (_, at: string, c: string) => `"disclosures":{"${at}":"${c === 'W' ? 'X' : 'W'}`,
      ),
    );
    const verdict = await verified('changed');
    expect(verdict.exitCode).toBe(2);
    expect(statuses(verdict)[0]).toBe('tampered');
    expect(statuses(verdict)[7]).toBe('tampered');
  });
});
