import type { Queryable, Transaction } from '@liggare/database';
import { position, type Position } from '@liggare/kernel';
import type { ProjectionVersion } from '../versions/projection-version.js';
import type { Held } from './apply-carefully.js';

/** An event that a copy of a read model holds back. */
export interface HeldEvent {
  readonly projection: string;
  readonly version: number;
  readonly schema: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
  readonly eventId: string;
  readonly type: string;
  /** Kind of error, without values; undefined for an event that only waits behind another of its stream. */
  readonly error: string | undefined;
  /** How often it was tried. */
  readonly attempts: number;
}

/** The streams that copy holds back. Read after its row was locked, so that no command is changing them. */
export async function blockedStreams(tx: Transaction, schema: string): Promise<Set<string>> {
  const { rows } = await tx.query<{ stream: string }>(
    'select distinct stream from projections.held_event where schema_name = $1',
    [schema],
  );
  return new Set(rows.map(({ stream }) => stream));
}

export async function holdEvents(
  tx: Transaction,
  copy: Pick<ProjectionVersion, 'schema' | 'projection' | 'version'>,
  held: readonly Held[],
): Promise<void> {
  if (held.length === 0) return;
  await tx.query(
    `insert into projections.held_event
       (schema_name, projection, version, stream, revision, position, event_id, type, error, attempts)
     select $1, $2, $3, t.stream, t.revision, t.position, t.event_id, t.type, t.error, t.attempts
       from unnest($4::text[], $5::numeric[], $6::numeric[], $7::uuid[], $8::text[], $9::text[], $10::int[])
         as t(stream, revision, position, event_id, type, error, attempts)
     on conflict (schema_name, stream, revision) do update
       set error = excluded.error, attempts = held_event.attempts + excluded.attempts`,
    [
      copy.schema,
      copy.projection,
      copy.version,
      held.map(({ event }) => event.stream),
      held.map(({ event }) => event.revision),
      held.map(({ event }) => event.position),
      held.map(({ event }) => event.eventId),
      held.map(({ event }) => event.type),
      held.map(({ error }) => error ?? null),
      held.map(({ error }) => (error === undefined ? 0 : 1)),
    ],
  );
}

export async function releaseEvents(tx: Transaction, schema: string, events: readonly { readonly eventId: string }[]) {
  await tx.query('delete from projections.held_event where schema_name = $1 and event_id = any($2::uuid[])', [
    schema,
    events.map(({ eventId }) => eventId),
  ]);
}

/** Leaves events out of a copy for good. */
export async function skipEvents(tx: Transaction, schema: string, events: readonly { readonly eventId: string }[]) {
  await tx.query('insert into projections.skipped_event select $1, * from unnest($2::uuid[]) on conflict do nothing', [
    schema,
    events.map(({ eventId }) => eventId),
  ]);
}

/** What a projection (or all of them) hold back, in log order within each stream. */
export async function loadHeldEvents(db: Queryable, projection?: string): Promise<readonly HeldEvent[]> {
  const { rows } = await db.query<HeldRow>(
    `select * from projections.held_event where $1::text is null or projection = $1
      order by schema_name, stream, revision`,
    [projection ?? null],
  );
  return rows.map((row) => ({
    projection: row.projection,
    version: row.version,
    schema: row.schema_name,
    stream: row.stream,
    revision: BigInt(row.revision),
    position: position(row.position),
    eventId: row.event_id,
    type: row.type,
    error: row.error ?? undefined,
    attempts: row.attempts,
  }));
}

interface HeldRow {
  projection: string;
  version: number;
  schema_name: string;
  stream: string;
  revision: string;
  position: string;
  event_id: string;
  type: string;
  error: string | null;
  attempts: number;
}
