import { setTimeout } from 'node:timers/promises';
import { connect, migrate } from '@liggare/database';
import { eventStoreMigrations, PostgresEventStore } from '@liggare/event-store-postgres';
import { compositionHistory, compositionProjection } from '@liggare/groups';
import { systemClock } from '@liggare/kernel';
import { prepareReadModels, projectionMigrations, ProjectionWorker, ReadModels } from '@liggare/projections';

/**
 * Rebuilding the composition from nothing with the real runtime, at growing sizes, beside reading the same events raw
 * and beside the fastest writes PostgreSQL offers for as many rows. Each size is a database of its own.
 *
 * @param {import('@liggare/database').EmbeddedPostgres} server
 * @param {{ events: number }} options the largest size
 */
export async function run(server, { events }) {
  const rows = [];
  for (const size of [10_000, 100_000, 1_000_000].filter((n) => n <= events)) {
    rows.push(...(await measure(server, size)));
  }
  return rows;
}

async function measure(server, size) {
  const name = `bench_composition_${size}`;
  await server.ensureDatabase(name);
  const url = server.url(name);
  await migrate(url, [eventStoreMigrations, projectionMigrations]);
  const database = connect(url);
  const store = new PostgresEventStore(database, url);
  await fill(store, size);
  await database.query('analyze');

  const raw = await timed(() => readRaw(database));
  const projections = [compositionProjection()];
  await prepareReadModels(database, projections);
  const readModels = new ReadModels({ database, url, store, clock: systemClock, projections });
  const rebuilt = await timed(async () => {
    const worker = ProjectionWorker.start({ store, database, url, clock: systemClock, projections });
    if (!(await readModels.waitFor(await store.head(), 600_000))) throw new Error('the rebuild does not end');
    // It follows the log once it has its indexes and guards.
    while (worker.status().following.length === 0) await setTimeout(5);
    await worker.stop();
  });
  const upserts = await timed(() => upsert(database, size));

  await readModels.close();
  await store.close();
  await database.end();
  const row = (what, seconds) => ({
    events: size,
    what,
    'events/s': Math.round(size / seconds),
    '× raw read': raw / seconds,
    'µs/event': (seconds / size) * 1e6,
    'rss MB': Math.round(process.memoryUsage().rss / 2 ** 20),
  });
  return [
    row('rebuild of the composition', rebuilt),
    row('raw paged select', raw),
    row('upserts of 2,000 rows with a checkpoint', upserts),
  ];
}

/** Through the store, many appends at once: filling is not what is measured. */
async function fill(store, size) {
  let waiting = [];
  for (const { stream, events } of compositionHistory(size)) {
    waiting.push(store.append(stream, events, 'any'));
    if (waiting.length < 500) continue;
    await Promise.all(waiting);
    waiting = [];
  }
  await Promise.all(waiting);
}

async function readRaw(database) {
  for (let after = 0; ;) {
    const { rows } = await database.query({
      name: 'raw_read',
      text: `select position, stream, revision, event_id, type, recorded_at, data, metadata from event_store.event
        where position > $1 order by position limit 2000`,
      values: [after],
    });
    if (rows.length === 0) return;
    after = rows.at(-1).position;
  }
}

/** What a projection that only upserts one row per event would cost. */
async function upsert(database, size) {
  await database.query(`create table bench_row (id bigint primary key, a text, b date, c numeric);
    create table bench_checkpoint (position bigint); insert into bench_checkpoint values (0)`);
  const client = await database.connect();
  for (let from = 0; from < size; from += 2_000) {
    await client.query('begin');
    await client.query(
      `insert into bench_row select n, 'group-' || n, '2023-02-13'::date + (n % 900)::int, n
       from generate_series($1::bigint, $2::bigint) n
       on conflict (id) do update set a = excluded.a, b = excluded.b, c = excluded.c`,
      [from, from + 1_999],
    );
    await client.query('update bench_checkpoint set position = $1', [from + 2_000]);
    await client.query('commit');
  }
  client.release();
}

async function timed(work) {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}
