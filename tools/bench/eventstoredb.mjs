import { fork, execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * The EventStoreDB adapter beside `@eventstore/db-client` called directly, over the protocol server or the server in
 * `EVENTSTOREDB_URL`. What is compared is what the adapter costs; the figures of a test double are nobody's figures.
 * Contenders run in processes of their own, in turns, and each gives its median turn.
 */
const BY = ['adapter', 'client'];
const TASKS = [
  ['append, 1 writer', { task: 'append', writers: 1 }],
  ['append, 16 writers', { task: 'append', writers: 16 }],
  ['append, 64 writers', { task: 'append', writers: 64 }],
  ['read all', { task: 'read' }],
];
const TURNS = 5;

const contender = fileURLToPath(new URL('./eventstoredb-contender.mjs', import.meta.url));

export async function run() {
  const server = await start();
  try {
    const rows = [];
    for (const [task, job] of TASKS) {
      const rates = new Map(BY.map((by) => [by, []]));
      for (let turn = 0; turn < TURNS; turn++)
        for (const by of BY) rates.get(by).push(await measure({ ...job, by, url: server.url }));
      const median = (by) => rates.get(by).sort((a, b) => a - b)[Math.floor(TURNS / 2)];
      for (const by of BY)
        rows.push({ task, by, 'events/s': Math.round(median(by)), '× client': median(by) / median('client') });
    }
    return rows;
  } finally {
    server.stop();
  }
}

async function start() {
  if (process.env.EVENTSTOREDB_URL) return { url: process.env.EVENTSTOREDB_URL, stop: () => undefined };
  const entry = new URL('./main.js', import.meta.resolve('@liggare/event-store-contract/protocol-server'));
  const child = fork(fileURLToPath(entry), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const { connectionString } = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('the protocol server did not start')));
  });
  return { url: connectionString, stop: () => child.kill() };
}

async function measure(job) {
  const { stdout } = await promisify(execFile)(process.execPath, [contender, JSON.stringify(job)]);
  return JSON.parse(stdout).perSecond;
}
