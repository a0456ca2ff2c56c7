import { registerReducers } from '@liggare/bundle';
import { systemClock } from '@liggare/kernel';
import { SignedProgress } from '@liggare/transparency';
import { FilesInDirectory, verifyBundle } from '@liggare/verifier';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { runRegister, type RunningRegister } from '../testing/running-register.js';

const PATH = '/v1/audit/bundle?purpose=revision%202026';

describe('the evidence bundle, over HTTP', () => {
  let running: RunningRegister;
  let place: string;
  /** Where the register makes its bundles: of this process alone. */
  let spool: string;
  let before: string | undefined;

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'liggare-bundle-over-http-'));
    spool = await mkdtemp(join(tmpdir(), 'liggare-spool-'));
    running = await runRegister(systemClock);
    before = process.env['TMPDIR'];
    process.env['TMPDIR'] = spool;
  }, 60_000);

  afterAll(async () => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    await running.stop();
    for (const directory of [place, spool]) await rm(directory, { recursive: true, force: true });
  });

  const nothingLeft = async () => {
    for (let tries = 0; (await readdir(spool)).length > 0 && tries < 200; tries++) await pause(10);
    return readdir(spool);
  };

  it('there is none before something was signed', async () => {
    expect((await running.get(PATH, 'auditor')).status).toBe(404);
    expect(await nothingLeft()).toEqual([]);
  });

  it('is the one that the command line makes, and verifies; nothing of it is left behind', async () => {
    await running.post('/v1/persons', { givenName: 'Amanda', familyName: 'Exempelsson' });
    await running.post('/v1/groups', { name: 'Beredningen', legalForm: 'reference-group', from: '2023' });
    await new SignedProgress(running.register.database).waitFor(await running.register.store.head(), 30_000);
    for (const disclose of ['none', 'all']) {
      const response = await running.get(`${PATH}&disclose=${disclose}`, 'auditor');
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/x-tar']);
      expect(response.headers.get('content-disposition')).toMatch(/filename="liggare-bundle-\d+\.tar"/);
      const archive = join(place, `${disclose}.tar`);
      await writeFile(archive, Buffer.from(await response.arrayBuffer()));
      await promisify(execFile)('tar', ['-xf', archive, '-C', place]);
      const [name] = (await readdir(place)).filter((each) => /^liggare-bundle-\d+$/.test(each));
      const directory = join(place, name!);
      const policy = await readFile(join(directory, 'policy.txt'), 'utf8');
      const files = new FilesInDirectory(directory);
      const { exitCode, levels } = await verifyBundle(files, { policy, reducers: registerReducers });
      expect(levels.flatMap(({ problems }) => problems)).toEqual([]);
      expect(exitCode).toBe(0);
      const events = await readFile(join(directory, 'events.jsonl'), 'utf8');
      expect(events.includes('"disclosures":{}')).toBe(true);
      expect(/"disclosures":\{"/.test(events)).toBe(disclose === 'all');
      expect(await readFile(join(directory, 'bundle.json'), 'utf8')).toContain('"purpose":"revision 2026"');
      expect(await readdir(join(directory, 'tools'))).toContain('verify.sh');
      await rm(directory, { recursive: true });
    }
    expect(await nothingLeft()).toEqual([]);
  });

  it('leaves nothing behind when the receiver hangs up', async () => {
    const response = await running.get(PATH, 'auditor');
    await response.body!.cancel();
    expect(await nothingLeft()).toEqual([]);
  });

  it('is for auditors and administrators, and says why it is asked for', async () => {
    for (const role of ['registrar', 'coordinator', 'bi'] as const)
      expect([role, (await running.get(PATH, role)).status]).toEqual([role, 403]);
    const head = await running.get(PATH, 'admin');
    expect(head.status).toBe(200);
    await head.body!.cancel();
    expect((await running.get('/v1/audit/bundle', 'auditor')).status).toBe(422);
    expect((await running.get(`${PATH}&disclose=some`, 'auditor')).status).toBe(422);
    expect(await nothingLeft()).toEqual([]);
  });
});
