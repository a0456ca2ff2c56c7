import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeSecretFile, readSecretFile } from './secret-file.js';

const program = fileURLToPath(new URL('../../dist/testing/secret-maker.js', import.meta.url));
/** Long enough to be written in several pieces. */
const secretOf = (n: number) => `${n}`.repeat(300_000);

describe('a secret file', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liggare-secret-'));
    file = join(folder, 'new', 'deep', 'secret');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is for its owner only, and leaves no draft behind', async () => {
    expect(await readSecretFile(file)).toBeUndefined();
    expect(await makeSecretFile(file, Buffer.from('first'))).toEqual(Buffer.from('first'));
    expect(await readSecretFile(file)).toEqual(Buffer.from('first'));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(dirname(file))).toEqual(['secret']);
  });

  it('is never overwritten', async () => {
    await makeSecretFile(file, 'first');
    expect((await makeSecretFile(file, 'second')).toString()).toBe('first');
    expect(await readFile(file, 'utf8')).toBe('first');
  });

  it('is whole for whoever sees it, and the same for all who make it at once', async () => {
    let looking = true;
    const seen: (Buffer | undefined)[] = [];
    const look = async () => {
      while (looking) seen.push(await readSecretFile(file));
    };
    const looks = look();
    const all = await Promise.all(Array.from({ length: 9 }, (_, n) => makeSecretFile(file, secretOf(n))));
    looking = false;
    await looks;
    const kept = await readFile(file, 'utf8');
    expect(kept).toHaveLength(300_000);
    for (const one of [...all, ...seen]) expect(one === undefined || one.toString() === kept).toBe(true);
    expect(await readdir(dirname(file))).toEqual(['secret']);
  });

  it('is the same for processes that start at once', async () => {
    if (!existsSync(program)) throw new Error('libs/platform is not built: run "npm run build" first');
    const makers = Array.from({ length: 4 }, (_, n) =>
      spawn(process.execPath, [program, file, `secret ${n}`], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    await Promise.all(makers.map(({ stdout }) => once(stdout, 'data')));
    const answers = await Promise.all(
      makers.map(async ({ stdin, stdout }) => {
        stdin.write('go\n');
        let answer = '';
        for await (const chunk of stdout) answer += String(chunk);
        return answer;
      }),
    );
    expect(answers[0]).toMatch(/^secret [0-3]$/);
    expect(new Set(answers)).toEqual(new Set([await readFile(file, 'utf8')]));
    expect(await readdir(dirname(file))).toEqual(['secret']);
  });

  it('says what is wrong when its place cannot hold it', async () => {
    await writeFile(join(folder, 'new'), '');
    await expect(makeSecretFile(file, 'secret')).rejects.toThrow(/ENOTDIR|EEXIST/);
  });
});
