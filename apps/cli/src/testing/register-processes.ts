import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** A `liggare …` process that is started again whenever it was killed. */
export class LiggareProcess {
  private child: ChildProcess | undefined;

  constructor(
    private readonly words: readonly string[],
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  start(): void {
    this.child = spawn(process.execPath, [MAIN, ...this.words], { env: this.environment, stdio: 'ignore' });
  }

  kill(): void {
    this.child?.kill('SIGKILL');
  }

  async end(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
}

/** What a command that ended has left. */
export interface Ended {
  /** Null: it was killed. */
  readonly code: number | null;
  readonly printed: string;
  readonly complained: string;
}

/** Runs a command to its end, or until it is killed. */
export function endOf(words: readonly string[], environment: NodeJS.ProcessEnv, killAfterMs?: number): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, ...words], { env: environment });
    const [printed, complained]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => complained.push(chunk));
    const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, printed: Buffer.concat(printed).toString(), complained: Buffer.concat(complained).toString() });
    });
  });
}

/** Runs a short command and gives what it printed. */
export function runLiggare(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...words], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.once('exit', (code) =>
      code === 0 ? resolve(printed) : reject(new Error(`liggare ${words.join(' ')} ended with ${code}`)),
    );
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
