import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { embeddedBinaries, type PostgresBinaries } from './embedded-binaries.js';
import { unprivilegedUser, type UserIds } from './unprivileged-user.js';

const run = promisify(execFile);

export interface EmbeddedOptions {
  /** Where the cluster lives; created when it is missing. */
  readonly directory: string;
  /** Server settings, as in `postgresql.conf`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * A PostgreSQL server of our own, from npm, for machines that have none.
 *
 * The server is a daemon in its own session (`pg_ctl`): Ctrl-C does not reach it before the register has let go of
 * it, and after `kill -9` of the register it is found again, running, by the next start. After `kill -9` of the
 * server itself the next start replays its write-ahead log.
 */
export class EmbeddedPostgres {
  private constructor(
    private readonly binaries: PostgresBinaries,
    private readonly user: UserIds | undefined,
    private readonly cluster: string,
    private readonly password: string,
    readonly port: number,
    /** False when the server was found running: then it is not for a short-lived command to stop it. */
    readonly startedHere: boolean,
  ) {}

  /** Starts the cluster in `directory`, or joins the one that is already running there. */
  static async start(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const binaries = await embeddedBinaries();
    const user = unprivilegedUser();
    const directory = resolve(options.directory);
    const cluster = join(directory, 'cluster');
    const password = await ownPassword(directory, user);
    if (!existsSync(join(cluster, 'PG_VERSION'))) {
      await initialise(binaries, user, directory, cluster);
    }
    const running = await runningPort(cluster);
    const port = running ?? (await launch(binaries, user, directory, cluster, options.settings));
    const server = new EmbeddedPostgres(binaries, user, cluster, password, port, running === undefined);
    await server.untilReady();
    return server;
  }

  url(database = 'postgres'): string {
    return `postgresql://liggare:${this.password}@127.0.0.1:${this.port}/${database}`;
  }

  /** Makes the database unless it is there. */
  async ensureDatabase(name: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.url() });
    await client.connect();
    try {
      const found = await client.query('select 1 from pg_database where datname = $1', [name]);
      if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
    } finally {
      await client.end();
    }
  }

  /** Is the server process there and listening? */
  async isRunning(): Promise<boolean> {
    return (await runningPort(this.cluster)) !== undefined;
  }

  /** Stops the server: waiting clients are cut off, nothing committed is lost. */
  async stop(): Promise<void> {
    await run(this.binaries.pg_ctl, ['stop', '-D', this.cluster, '-m', 'fast', '-w'], { ...this.user }).catch(
      (error: unknown) => {
        if (existsSync(join(this.cluster, 'postmaster.pid'))) throw error;
      },
    );
  }

  private async untilReady(): Promise<void> {
    const deadline = performance.now() + 60_000;
    for (;;) {
      const client = new pg.Client({ connectionString: this.url(), connectionTimeoutMillis: 5_000 });
      try {
        await client.connect();
        await client.end();
        return;
      } catch (error) {
        await client.end().catch(() => undefined);
        if (performance.now() > deadline) throw new Error('the embedded PostgreSQL does not answer', { cause: error });
        await new Promise((next) => setTimeout(next, 100));
      }
    }
  }
}

/** The cluster's password, made once and kept where only its owner reads it. */
async function ownPassword(directory: string, user: UserIds | undefined): Promise<string> {
  const file = join(directory, 'password');
  await mkdir(directory, { recursive: true });
  if (user) await chown(directory, user.uid, user.gid);
  if (!existsSync(file)) {
    await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
    if (user) await chown(file, user.uid, user.gid);
  }
  return (await readFile(file, 'utf8')).trim();
}

async function initialise(
  { initdb }: PostgresBinaries,
  user: UserIds | undefined,
  directory: string,
  cluster: string,
): Promise<void> {
  // The cluster is built beside its place and moved into it, so that a crash half-way leaves nothing half-made.
  const building = `${cluster}.building`;
  const passwordFile = `--pwfile=${join(directory, 'password')}`;
  const flags = ['-D', building, '-U', 'liggare', '-A', 'scram-sha-256', passwordFile, '-E', 'UTF8', '--locale=C'];
  try {
    await rm(building, { recursive: true, force: true });
    await run(initdb, [...flags, '--no-instructions'], { ...user, cwd: directory });
    await rename(building, cluster);
  } catch (cause) {
    const hint = user
      ? ` (as root it runs as user ${user.uid}, who must be able to enter ${directory} and read node_modules)`
      : '';
    throw new Error(`the embedded PostgreSQL could not be set up${hint}`, { cause });
  }
  await chmod(cluster, 0o700);
}

async function launch(
  { pg_ctl }: PostgresBinaries,
  user: UserIds | undefined,
  directory: string,
  cluster: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<number> {
  const port = await usualPort(directory);
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    max_connections: '200',
    ...settings,
  };
  const flags = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`);
  const log = join(directory, 'postgres.log');
  const deadline = performance.now() + 30_000;
  for (;;) {
    await forgetZombie(cluster);
    try {
      await run(pg_ctl, ['start', '-D', cluster, '-l', log, '-w', '-t', '60', '-o', flags.join(' ')], {
        ...user,
        cwd: directory,
      });
      break;
    } catch (cause) {
      // Another process of ours may have been faster.
      const running = await runningPort(cluster);
      if (running !== undefined) return running;
      // After kill -9 of the server its children need a moment to notice; until then they hold the shared memory.
      const ending = (await readFile(log, 'utf8').catch(() => '')).slice(-2_000).includes('pre-existing shared memory');
      if (!ending || performance.now() > deadline)
        throw new Error(`the embedded PostgreSQL did not start; its log is ${log}`, { cause });
      await new Promise((next) => setTimeout(next, 200));
    }
  }
  await writeFile(join(directory, 'port'), String(port));
  return port;
}

/** The port of the time before, if it is free: clients of a server that was killed find the new one where it was. */
async function usualPort(directory: string): Promise<number> {
  const before = Number(await readFile(join(directory, 'port'), 'utf8').catch(() => '0'));
  return before > 0 ? freePort(before).catch(() => freePort(0)) : freePort(0);
}

/** The port of the server that runs on this cluster, if one does (line 4 of `postmaster.pid`). */
async function runningPort(cluster: string): Promise<number | undefined> {
  const lines = await readFile(join(cluster, 'postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => undefined,
  );
  if (!lines || !isAlive(Number(lines[0]))) return undefined;
  const port = Number(lines[3]);
  return Number.isInteger(port) && port > 0 && (await accepts(port)) ? port : undefined;
}

/** A process id no Linux kernel gives out (the limit is 2^22). */
const NOBODY = 2 ** 22 + 1;

/**
 * After kill -9 in a container whose first process reaps no orphans, the old server stays as a zombie, and PostgreSQL
 * takes it for alive. The process id in its lock file is replaced, the rest is kept: with it PostgreSQL checks
 * for itself that no other process still uses the old shared memory.
 */
async function forgetZombie(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const lines = await readFile(file, 'utf8').then(
    (text) => text.split('\n'),
    () => undefined,
  );
  if (!lines) return;
  const stat = await readFile(`/proc/${lines[0]!}/stat`, 'utf8').catch(() => '');
  if (/\) Z /.test(stat)) await writeFile(file, [String(NOBODY), ...lines.slice(1)].join('\n'));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function accepts(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      answer(true);
    });
    socket.once('error', () => answer(false));
  });
}

/** @param wanted 0 for any */
function freePort(wanted: number): Promise<number> {
  return new Promise((answer, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => answer(port));
    });
  });
}
