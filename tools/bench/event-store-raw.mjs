import pg from 'pg';
import { connect, migrate } from '@liggare/database';
import { eventStoreMigrations } from '@liggare/event-store-postgres';
import { sampleEvent } from './event-store-sample.mjs';

/**
 * `pg` without an event store: the same rows into a table of the same shape and indexes, under the same lock on the head
 * row, in one prepared statement. It checks nothing and promises nothing; it is what the server and the driver can do.
 */
export async function open(url) {
  await migrate(url, [eventStoreMigrations]);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table if not exists raw_event (like event_store.event including all)');
  const database = connect(url);

  async function insert(rows) {
    await client.query({
      name: 'insert',
      text: INSERT,
      values: [
        rows.map(({ stream }) => stream),
        rows.map(({ revision }) => revision),
        rows.map(({ event }) => event.eventId),
        rows.map(({ event }) => event.type),
        rows.map(({ event }) => event.metadata.recordedAt),
        rows.map(({ event }) => JSON.stringify(event.data)),
        rows.map(({ event }) => JSON.stringify(event.metadata)),
      ],
    });
  }

  return {
    appendTogether: (streams, revision) =>
      insert(streams.map((stream) => ({ stream, revision, event: sampleEvent(revision) }))),
    appendMany: (count, from) =>
      insert(
        Array.from({ length: count }, (_, n) => ({
          stream: `group-${from}-${Math.floor(n / 20)}`,
          revision: n % 20,
          event: sampleEvent(n),
        })),
      ),
    async readAll(limit) {
      let [after, count] = ['0', 0];
      while (count < limit) {
        const { rows } = await database.query({ name: 'page', text: PAGE, values: [after, 1_000], rowMode: 'array' });
        for (const row of rows) {
          const event = { ...row, position: BigInt(row[0]), revision: BigInt(row[2]), data: JSON.parse(row[6]) };
          if (event.data && JSON.parse(row[7])) count++;
        }
        if (rows.length < 1_000) break;
        after = rows.at(-1)[0];
      }
      return count;
    },
    async count() {
      const { rows } = await database.query('select count(*) from raw_event');
      return Number(rows[0].count);
    },
    async close() {
      await client.end();
      await database.end();
    },
  };
}

const INSERT = `with head as (
    update event_store.head set position = position + cardinality($1::text[])
    returning position - cardinality($1::text[]) as base
  )
  insert into raw_event (position, stream, revision, event_id, type, recorded_at, known_at, data, metadata)
  select head.base + e.n, e.stream, e.revision, e.id, e.type, e.at, e.at, e.data, e.metadata
  from head, unnest($1::text[], $2::bigint[], $3::uuid[], $4::text[], $5::timestamptz[], $6::json[], $7::json[])
       with ordinality e(stream, revision, id, type, at, data, metadata, n)`;

const PAGE = `select position, stream, revision, event_id, type, recorded_at, data::text, metadata::text from raw_event
  where position > $1 order by position limit $2`;
