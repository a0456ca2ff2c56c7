import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from './embedded-postgres.js';

describe('the embedded PostgreSQL', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'liggare-embedded-'));
  });

  afterEach(async () => {
    await EmbeddedPostgres.start({ directory }).then((server) => server.stop());
    await rm(directory, { recursive: true, force: true });
  });

  it('starts, is joined by a second start, stops, and starts again with its data', async () => {
    const first = await EmbeddedPostgres.start({ directory });
    await first.ensureDatabase('register');
    await first.ensureDatabase('register');
    await query(first.url('register'), 'create table kept (n int); insert into kept values (7)');
    const second = await EmbeddedPostgres.start({ directory });
    expect(second.port).toBe(first.port);
    expect([first.startedHere, second.startedHere]).toEqual([true, false]);
    expect(await second.isRunning()).toBe(true);
    await first.stop();
    expect(await second.isRunning()).toBe(false);
    const third = await EmbeddedPostgres.start({ directory });
    expect(await query(third.url('register'), 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('starts again after kill -9 of the server, with everything that was committed', async () => {
    const server = await EmbeddedPostgres.start({ directory });
    await query(server.url(), 'create table kept (n int); insert into kept values (1)');
    const pid = Number((await readFile(join(directory, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    const again = await EmbeddedPostgres.start({ directory });
    expect(again.port).toBe(server.port);
    expect(again.startedHere).toBe(true);
    expect(await query(again.url(), 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('keeps its password where only its owner can read it', async () => {
    await EmbeddedPostgres.start({ directory });
    const mode = execFileSync('stat', ['-c', '%a', join(directory, 'password')], { encoding: 'utf8' }).trim();
    expect(mode).toBe('600');
  });

  it('is not touched by Ctrl-C in the terminal it was started from', async () => {
    const server = await EmbeddedPostgres.start({ directory });
    const pid = (await readFile(join(directory, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]!;
    const group = execFileSync('ps', ['-o', 'pgid=', '-p', pid], { encoding: 'utf8' }).trim();
    const own = execFileSync('ps', ['-o', 'pgid=', '-p', String(process.pid)], { encoding: 'utf8' }).trim();
    expect(group).not.toBe(own);
    expect(await query(server.url(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const result = (await client.query(text)) as pg.QueryResult;
    return result.rows;
  } finally {
    await client.end();
  }
}
