import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const main = fileURLToPath(new URL('../../apps/cli/dist/main.js', import.meta.url));
const SECONDS = 5;

/**
 * Commands from door to shelf over HTTP, in a server process of their own: with and without waiting for the read models.
 *
 * @param {import('@liggare/database').EmbeddedPostgres} server
 */
export async function run(server) {
  await server.ensureDatabase('bench_http');
  const directory = await mkdtemp(join(tmpdir(), 'liggare-bench-http-'));
  const environment = {
    PATH: process.env.PATH,
    DATABASE_URL: server.url('bench_http'),
    LIGGARE_DATA_DIRECTORY: directory,
    LIGGARE_HTTP_PORT: '3979',
    LIGGARE_LOG_LEVEL: 'silent',
  };
  const child = spawn(process.execPath, [main, 'serve'], { env: environment, stdio: 'ignore' });
  try {
    const words = [main, '--json', 'token', '--role', 'registrar', '--subject', 'bench'];
    const { stdout } = await promisify(execFile)(process.execPath, words, { env: environment });
    const { token } = JSON.parse(stdout);
    const url = 'http://127.0.0.1:3979';
    await untilReady(url);
    const rows = [];
    for (const prefer of ['respond-async', 'wait']) {
      for (const connections of [1, 8, 64]) {
        const { latencies, seconds } = await load(url, token, connections, prefer);
        latencies.sort((a, b) => a - b);
        rows.push({
          'POST /v1/parties': prefer === 'wait' ? 'answered when readable' : 'answered when recorded',
          connections,
          'commands/s': Math.round(latencies.length / seconds),
          'p50 ms': latencies[Math.floor(latencies.length * 0.5)],
          'p99 ms': latencies[Math.floor(latencies.length * 0.99)],
          'server peak MB': await peakMegabytes(child.pid),
        });
      }
    }
    return rows;
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    await rm(directory, { recursive: true, force: true });
  }
}

async function load(url, token, connections, prefer) {
  const latencies = [];
  const started = performance.now();
  const end = started + SECONDS * 1_000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const at = performance.now();
        const response = await fetch(`${url}/v1/parties`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, prefer },
          body: JSON.stringify({ name: 'Fiktionspartiet', abbreviation: 'FiP' }),
        });
        await response.arrayBuffer();
        if (response.status !== 201) throw new Error(`answered ${response.status}`);
        latencies.push(performance.now() - at);
      }
    }),
  );
  return { latencies, seconds: (performance.now() - started) / 1_000 };
}

async function untilReady(url) {
  for (let attempt = 0; attempt < 300; attempt++) {
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    if (response?.ok) return;
    await pause(100);
  }
  throw new Error('the server does not come up');
}

/** The most the process ever held, as Linux knows it; 0 elsewhere. */
async function peakMegabytes(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
}
