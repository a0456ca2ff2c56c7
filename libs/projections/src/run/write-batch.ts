import { inTransaction, type Database, type Transaction } from '@liggare/database';
import { position, type EventStore, type Position, type Projection, type RecordedEvent } from '@liggare/kernel';
import pg from 'pg';
import type { ProjectionVersion } from '../versions/projection-version.js';
import { AppliedPast } from './applied-past.js';
import { applyCarefully } from './apply-carefully.js';
import { blockedStreams, holdEvents } from './held-events.js';

/** Sent on every commit that moved what readers see; read-your-writes waits for it. */
export const PROGRESS_CHANNEL = 'liggare_read_models';

/** A copy that is being advanced, with the code that does it. */
export interface Member {
  readonly copy: ProjectionVersion;
  readonly projection: Projection<Transaction>;
  readonly handles: ReadonlySet<string>;
  /** As far as this process knows; the database decides. */
  checkpoint: Position;
  /** Events per second, smoothed. */
  rate: number;
}

/** The checkpoint is not where this process left it. */
export class CheckpointElsewhere extends Error {
  constructor(readonly schema: string) {
    super(`the checkpoint of ${schema} was moved by another process`);
    this.name = 'CheckpointElsewhere';
  }
}

/**
 * Moves the checkpoint, sets the search path and notifies, in one statement. The row's lock is held until commit:
 * another leader waits here and then finds the checkpoint elsewhere; commands on held events wait likewise.
 */
const MOVE = `
  update projections.projection_version
     set checkpoint = $3, events = events + $4, rate = $5, updated_at = now()
   where schema_name = $1 and checkpoint = $2 and state in ('building', 'active', 'retired')
  returning set_config('search_path', $6, true),
            case when state = 'active' then pg_notify('${PROGRESS_CHANNEL}', '')::text end`;

const MOVE_IDLE = `
  update projections.projection_version v
     set checkpoint = $3, updated_at = now()
    from unnest($1::text[], $2::numeric[]) as member(schema_name, checkpoint)
   where v.schema_name = member.schema_name and v.checkpoint = member.checkpoint and v.state in ('building', 'active', 'retired')
  returning v.schema_name, case when v.state = 'active' then pg_notify('${PROGRESS_CHANNEL}', '')::text end`;

/**
 * The batch's rows and the checkpoint `to`, in one transaction.
 * @param carefully look for the events that cannot be applied and hold them, instead of failing
 * @returns how many events were held
 * @throws CheckpointElsewhere another process has moved the checkpoint, or the copy is gone
 */
export async function writeBatch(
  { database, store }: { readonly database: Database; readonly store: EventStore },
  member: Member,
  events: readonly RecordedEvent[],
  to: Position,
  carefully: boolean,
): Promise<number> {
  const { copy, projection } = member;
  return inTransaction(database, async (tx) => {
    const path = `${pg.escapeIdentifier(copy.schema)}, public`;
    const values = [copy.schema, member.checkpoint, to, events.length, member.rate, path];
    const moved = await tx.query({ name: 'liggare-move-checkpoint', text: MOVE, values });
    if (moved.rowCount === 0) throw new CheckpointElsewhere(copy.schema);
    const past = new AppliedPast(store, tx, copy.schema, projection);
    const blocked = await blockedStreams(tx, copy.schema);
    if (carefully || blocked.size > 0) {
      const held = await applyCarefully(projection, events, tx, past, blocked);
      await holdEvents(tx, copy, held);
      return held.length;
    }
    if (events.length > 0) await projection.apply(events, tx, past);
    return 0;
  });
}

/** Moves the checkpoints of copies that none of the events concerned. @returns those that were where they should be */
export async function moveIdle(
  database: Database,
  members: readonly Member[],
  to: Position,
): Promise<ReadonlySet<string>> {
  if (members.length === 0) return new Set();
  const { rows } = await database.query<{ schema_name: string }>(MOVE_IDLE, [
    members.map(({ copy }) => copy.schema),
    members.map(({ checkpoint }) => checkpoint),
    to,
  ]);
  return new Set(rows.map((row) => row.schema_name));
}

/** Where the database says the copy is; undefined when it is no longer there. */
export async function readCheckpoint(database: Database, schema: string): Promise<Position | undefined> {
  const { rows } = await database.query<{ checkpoint: string }>(
    `select checkpoint from projections.projection_version where schema_name = $1 and state in ('building', 'active', 'retired')`,
    [schema],
  );
  return rows[0] && position(rows[0].checkpoint);
}
