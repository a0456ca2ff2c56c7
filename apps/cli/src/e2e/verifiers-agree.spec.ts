import { exportBundle, registerReducers } from '@liggare/bundle';
import { systemClock } from '@liggare/kernel';
import { verifierFile } from '@liggare/offline-verifier';
import { SignedProgress } from '@liggare/transparency';
import { FilesInDirectory, FilesInMemory, verifyBundle, type Verdict } from '@liggare/verifier';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { changed, changedAndListed, listedAnew, type ChangedBundle, type Files } from '../testing/changed-bundles.js';
import { runRegister } from '../testing/running-register.js';

const CHANGED = 1_000;
/** Of those that are listed anew: the shell takes half a second for each. */
const LISTED_ANEW = 100;

type Examine = (files: Files) => Promise<boolean>;

describe('three verifiers, one verdict', () => {
  let place: string;
  let files: Files;
  let policy: string;
  const verifiers = new Map<string, Examine>();

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'liggare-verifiers-'));
    const running = await runRegister(systemClock);
    try {
      await running.post('/v1/parties', { name: 'Fiktionspartiet' });
      await running.post('/v1/persons', { givenName: 'Amanda', familyName: 'Exempelsson' });
      await running.post('/v1/groups', { name: 'Beredningen', legalForm: 'reference-group', from: '2023' });
      const { store, repository, database, keys, protection, log } = running.register;
      await new SignedProgress(database).waitFor(await store.head(), 30_000);
      const source = { store, repository, database, keys, protection, logName: log.name };
      const about = { disclose: 'all', purpose: 'prov', madeAt: '2026-11-24T09:00:00.000Z' } as const;
      await exportBundle(source, join(place, 'whole'), about);
    } finally {
      await running.stop();
    }
    const whole = new Map(await read(join(place, 'whole')));
    // A quarter of a megabyte that is hashed again for each of so many bundles, and shows nothing that others do not.
    whole.delete('schemas/events.json');
    files = listedAnew(whole);
    policy = new TextDecoder().decode(files.get('policy.txt'));
    verifiers.set('node', async (given) =>
      accepts(await verifyBundle(new FilesInMemory(given), { policy, reducers: registerReducers })),
    );
    verifiers.set('page', await pageVerifier(policy));
    verifiers.set('shell', shellVerifier(join(place, 'shell'), policy.split('\n')[0]!.slice('log '.length)));
  }, 120_000);

  afterAll(() => rm(place, { recursive: true, force: true }));

  async function verdicts(bundles: readonly ChangedBundle[]): Promise<readonly string[]> {
    const wrong: string[] = [];
    for (const { what, files } of bundles) {
      for (const [name, examine] of verifiers) if (await examine(files)) wrong.push(`${name} accepts ${what}`);
    }
    return wrong;
  }

  it('all accept the bundle as it was made', async () => {
    for (const [name, examine] of verifiers) expect([name, await examine(files)]).toEqual([name, true]);
  });

  it(`none accepts any of ${CHANGED} changed bundles`, async () => {
    expect(await verdicts(Array.from({ length: CHANGED }, (_, n) => changed(files, n)))).toEqual([]);
  }, 600_000);

  it(`none accepts any of ${LISTED_ANEW} whose evidence was changed and whose list of hashes was made anew`, async () => {
    expect(await verdicts(Array.from({ length: LISTED_ANEW }, (_, n) => changedAndListed(files, n)))).toEqual([]);
  }, 600_000);
});

function accepts({ exitCode }: Verdict): boolean {
  return exitCode === 0;
}

async function read(directory: string): Promise<Files> {
  const from = new FilesInDirectory(directory);
  const paths = await from.paths();
  return new Map(await Promise.all(paths.map(async (path) => [path, await from.read(path)] as const)));
}

/** The script of the page, with nothing of Node around it. */
async function pageVerifier(policy: string): Promise<Examine> {
  const page = await readFile(verifierFile('verify.html'), 'utf8');
  const [, script = ''] = /<script type="module">([\s\S]*)<\/script>/.exec(page) ?? [];
  const around = {
    TextDecoder,
    TextEncoder,
    // The same bytes inside and outside.
    ...{ Uint8Array, ArrayBuffer },
    document: { getElementById: () => ({ addEventListener: () => undefined }) },
  };
  const context = createContext(around) as { examineBundle?: (files: Files, policy: string) => Promise<Verdict> };
  runInContext(script, context);
  return async (files) => accepts(await context.examineBundle!(files, policy));
}

/** The shell script on a directory in which only what changes is written anew. */
function shellVerifier(directory: string, vkey: string): Examine {
  const written = new Map<string, Uint8Array>();
  return async (files) => {
    for (const path of written.keys()) {
      if (files.has(path)) continue;
      await rm(join(directory, path));
      written.delete(path);
    }
    for (const [path, bytes] of files) {
      if (written.get(path) === bytes) continue;
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), bytes);
      written.set(path, bytes);
    }
    const run = promisify(execFile)('sh', [verifierFile('verify.sh'), directory, vkey], {
      env: { ...process.env, STOP: '1' },
    });
    return run.then(
      () => true,
      (error: unknown) => {
        if ((error as { code?: unknown }).code !== 2) throw error;
        return false;
      },
    );
  };
}
