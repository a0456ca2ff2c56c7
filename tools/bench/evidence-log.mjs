/** Events of a party: registered, then renamed. */
const PER_STREAM = 10;

/**
 * A log of parties, ten events each, the streams interleaved, written straight into the table: what is measured is not the
 * writing.
 *
 * @param {import('@liggare/database').Database} database
 * @param {number} size
 */
export async function fillWithParties(database, size) {
  const streams = Math.ceil(size / PER_STREAM);
  const id = (what, n) => `md5('${what}' || ${n})::uuid::text`;
  const at = `to_char(timestamp '2020-01-01' + n * interval '1 minute', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')`;
  const from = `to_char(date '2020-01-01' + revision * 100, 'YYYY-MM-DD')`;
  await database.query(
    `insert into event_store.event
       (position, stream, revision, event_id, type, recorded_at, known_at, data, metadata)
     select n, 'party-' || party, revision, ${id('event', 'n')}::uuid,
            case revision when 0 then 'PartyRegistered' else 'PartyRenamed' end, at::timestamptz, at::timestamptz,
            json_build_object('partyId', party, 'nameId', ${id('name', 'n')}, 'name', 'Exempelpartiet ' || n, 'from', day),
            json_build_object('schemaVersion', 1, 'recordedAt', at,
              'actor', json_build_object('id', 'user-' || n % 7, 'role', 'registrar'), 'validFrom', day,
              'commandId', ${id('command', 'n')}, 'correlationId', ${id('command', 'n')},
              'classification', 'public', 'retentionClass', 'permanent')
       from (select n, (n - 1) / ${streams} as revision, ${id('party', `(n - 1) % ${streams}`)} as party, ${at} as at
               from generate_series(1, ${size}) n) each,
            lateral (select ${from} as day) days`,
  );
  await database.query(
    `update event_store.head set position = $1, known_at = (select max(known_at) from event_store.event)`,
    [size],
  );
  await database.query('analyze event_store.event');
}
