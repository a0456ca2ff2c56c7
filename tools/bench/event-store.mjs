import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * The event store beside raw `pg` doing the same I/O and beside Emmett, on one server. Every contender runs in a process
 * of its own (own heap, own compiled code, own peak of memory), one at a time and in turns, so that what else the
 * machine does meets all of them. The figure of each is its best turn: a disturbance only ever makes it slower.
 */
const WRITERS = [1, 8, 64];
const APPENDERS = ['liggare', 'raw', 'emmett'];
/** Emmett has no reading of everything, only consumers. */
const READERS = ['liggare', 'raw'];
const TURNS = 5;

const contender = fileURLToPath(new URL('./event-store-contender.mjs', import.meta.url));

/**
 * @param {import('@liggare/database').EmbeddedPostgres} server
 * @param {{ events: number }} options how many events to read
 */
export async function run(server, { events }) {
  const rows = [];
  for (const writers of WRITERS) {
    const task = `append, ${writers} writer${writers === 1 ? '' : 's'}`;
    rows.push(...(await compare(task, APPENDERS, (name) => measure(server, { name, task: 'append', writers }))));
  }
  for (const name of READERS) await measure(server, { name, task: 'fill', events });
  rows.push(...(await compare('read all', READERS, (name) => measure(server, { name, task: 'read', events }))));
  return rows;
}

async function compare(task, names, measured) {
  const turns = new Map(names.map((name) => [name, []]));
  for (let turn = 0; turn < TURNS; turn++) for (const name of names) turns.get(name).push(await measured(name));
  const best = new Map([...turns].map(([name, results]) => [name, results.sort(byRate)[0]]));
  const rate = (name) => best.get(name)?.perSecond;
  return names.map((name) => ({
    task,
    by: name,
    'events/s': Math.round(rate(name)),
    '× raw': rate(name) / rate('raw'),
    '× Emmett': rate('emmett') === undefined ? '' : rate(name) / rate('emmett'),
    'p50 ms': best.get(name).p50 ?? '',
    'p99 ms': best.get(name).p99 ?? '',
    'peak MB': Math.max(...turns.get(name).map((turn) => turn.peakMegabytes)),
  }));
}

function byRate(a, b) {
  return b.perSecond - a.perSecond;
}

/** What is appended is thrown away; what is filled stays for the readers. */
async function measure(server, job) {
  const database = job.task === 'append' ? `bench_${job.name}` : `bench_read_${job.name}`;
  await server.ensureDatabase(database);
  const { stdout } = await promisify(execFile)(process.execPath, [
    contender,
    JSON.stringify({ ...job, url: server.url(database) }),
  ]);
  return JSON.parse(stdout);
}
