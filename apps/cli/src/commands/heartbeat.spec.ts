import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beat } from './heartbeat.js';

describe('the heartbeat of a process without HTTP', () => {
  let directory: string;
  let file: string;
  let stopping: AbortController;
  let asked: number;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'liggare-heartbeat-'));
    file = join(directory, 'alive');
    stopping = new AbortController();
    asked = 0;
  });

  afterEach(() => rm(directory, { recursive: true, force: true }));

  function beating(answer: () => Promise<unknown>): Promise<void> {
    const ask = () => {
      asked++;
      return answer();
    };
    return beat({ file, ask, everyMs: 1, signal: stopping.signal });
  }

  async function until(holds: () => boolean): Promise<void> {
    while (!holds()) await pause(1);
  }

  it('writes again and again while all answers, and takes the file away at the end', async () => {
    const ended = beating(() => Promise.resolve());
    await until(() => existsSync(file));
    await rm(file);
    await until(() => existsSync(file));
    stopping.abort();
    await ended;
    expect(existsSync(file)).toBe(false);
  });

  it('writes nothing while something does not answer, and goes on when it does again', async () => {
    let away = true;
    const ended = beating(() => (away ? Promise.reject(new Error('away')) : Promise.resolve()));
    await until(() => asked >= 3);
    expect(existsSync(file)).toBe(false);
    away = false;
    await until(() => existsSync(file));
    stopping.abort();
    await ended;
  });

  it('writes nothing while an answer is waited for', async () => {
    let resolve = (_: undefined) => {};
    const answer = new Promise<undefined>((resolver) => (resolve = resolver));
    const ended = beating(() => answer);
    await pause(20);
    expect([asked, existsSync(file)]).toEqual([1, false]);
    resolve(undefined);
    await until(() => existsSync(file));
    stopping.abort();
    await ended;
  });

  it('fails where it cannot write: nobody could see that the process is well', async () => {
    file = join(directory, 'missing', 'alive');
    await expect(beating(() => Promise.resolve())).rejects.toThrow(/ENOENT/);
  });
});
