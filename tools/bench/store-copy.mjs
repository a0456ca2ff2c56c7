import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { copyLog, openLogAt } from '@liggare/assembly';
import { sampleEvent } from './event-store-sample.mjs';

/** More tell nothing new: the work per event does not depend on how many there are. */
const MOST = 100_000;
const STREAMS = 1_000;

/**
 * `liggare store copy` between every two kinds of store: what writes, and what compares. The events come as in a
 * register at work: from one to three for one stream, then for another. The protocol server is a test double, and its
 * figures are nobody's figures.
 */
export async function run(server, options) {
  const events = Math.min(options.events, MOST);
  const doubles = [await startDouble(), await startDouble()];
  const places = { postgres: [], eventstoredb: doubles.map(({ url }) => url) };
  for (const name of ['copied', 'copy']) {
    await server.ensureDatabase(name);
    places.postgres.push(server.url(name));
  }
  try {
    await write(places.postgres[0], events);
    const rows = [];
    // A place may be copied to once, so the copy of one turn is what the next one copies.
    await copied(rows, 'PostgreSQL → EventStoreDB', places.postgres[0], places.eventstoredb[0]);
    await copied(rows, 'EventStoreDB → EventStoreDB', places.eventstoredb[0], places.eventstoredb[1]);
    await copied(rows, 'EventStoreDB → PostgreSQL', places.eventstoredb[1], places.postgres[1]);
    await server.ensureDatabase('copy2');
    await copied(rows, 'PostgreSQL → PostgreSQL', places.postgres[1], server.url('copy2'));
    return rows;
  } finally {
    for (const double of doubles) double.stop();
  }
}

async function copied(rows, task, from, to) {
  const [source, target] = [await openLogAt(from, {}), await openLogAt(to, {})];
  const began = performance.now();
  let verifying;
  const { events } = await copyLog(source, target, ({ doing }) => {
    if (doing === 'verifying') verifying ??= performance.now();
  });
  const ended = performance.now();
  await source.close();
  await target.close();
  const perSecond = (ms) => Math.round((1_000 * events) / ms);
  rows.push({
    task,
    by: 'liggare',
    'events/s': perSecond(ended - began),
    'copying alone': perSecond(verifying - began),
    'verifying alone': perSecond(ended - verifying),
  });
}

async function write(url, events) {
  const log = await openLogAt(url, {});
  await log.openOrigin({ name: 'log.bench/copied', clock: 'system' });
  for (let n = 0; n < events;) {
    const waiting = [];
    for (let i = 0; i < 200 && n < events; i++) {
      const size = Math.min(1 + (i % 3), events - n);
      const batch = Array.from({ length: size }, () => sampleEvent(n++));
      waiting.push(log.store.append(`group-${(n * 7) % STREAMS}`, batch, 'any'));
    }
    await Promise.all(waiting);
  }
  await log.close();
}

async function startDouble() {
  const entry = new URL('./main.js', import.meta.resolve('@liggare/event-store-contract/protocol-server'));
  const child = fork(fileURLToPath(entry), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const { connectionString } = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('the protocol server did not start')));
  });
  return { url: connectionString, stop: () => child.kill() };
}
