import type { Queryable, Transaction } from '@liggare/database';
import { position, type Position } from '@liggare/kernel';

/**
 * `building`: catching up beside the active one. `active`: what readers see. `retired`: what readers saw before,
 * kept up to date for a rollback. `failed`: its schema could not be made. A fifth state, `discarded`, is only kept so
 * that a schema's name is not used twice, and never loaded.
 */
export type VersionState = 'building' | 'active' | 'retired' | 'failed';

/** One copy of a read model: a version of its code, the how-manieth time it was built, and the schema it is in. */
export interface ProjectionVersion {
  readonly projection: string;
  readonly version: number;
  /** 1 for the first build of a version; each rebuild counts on. */
  readonly generation: number;
  readonly schema: string;
  readonly state: VersionState;
  readonly publishes: readonly string[];
  /** The log that it is built from. */
  readonly logId: string;
  /** A position in that log, and in no other. */
  readonly checkpoint: Position;
  /** How many events its `apply` was given. */
  readonly events: number;
  /** Events per second while it last worked. */
  readonly rate: number;
  readonly switchWhenCaughtUp: boolean;
  /** Has it once caught up and got its indexes and constraints? */
  readonly filled: boolean;
  /** Why it was not made, or not switched to by itself. */
  readonly failure: string | undefined;
}

/** The schema readers use: `group-members` → `group_members`. */
export function stableSchema(projection: string): string {
  return projection.replaceAll('-', '_');
}

/** The schema of one copy: `composition_v1`, and for a rebuild of the same version `composition_v1_g2`. */
export function versionSchema(projection: string, version: number, generation: number): string {
  return `${stableSchema(projection)}_v${version}${generation === 1 ? '' : `_g${generation}`}`;
}

/** All copies, or those of one projection. */
export async function loadVersions(db: Queryable, projection?: string): Promise<readonly ProjectionVersion[]> {
  const { rows } = await db.query<VersionRow>(
    `select * from projections.projection_version
     where ($1::text is null or projection = $1) and state <> 'discarded' order by projection, version, generation`,
    [projection ?? null],
  );
  return rows.map(versionOf);
}

/** The copies of one projection, locked: until the transaction ends none of them moves, and no command touches them. */
export async function lockVersions(tx: Transaction, projection: string): Promise<readonly ProjectionVersion[]> {
  const { rows } = await tx.query<VersionRow>(
    `select * from projections.projection_version where projection = $1 and state <> 'discarded'
      order by version, generation for update`,
    [projection],
  );
  return rows.map(versionOf);
}

export type NewVersion = Omit<ProjectionVersion, 'checkpoint' | 'events' | 'rate' | 'filled' | 'failure'> & {
  readonly failure?: string;
};

/** Enters a copy that begins at the start of the log. */
export async function insertVersion(tx: Transaction, made: NewVersion): Promise<ProjectionVersion> {
  const { rows } = await tx.query<VersionRow>(
    `insert into projections.projection_version
       (projection, version, generation, schema_name, state, publishes, switch_when_caught_up, failure, log_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning *`,
    [
      made.projection,
      made.version,
      made.generation,
      made.schema,
      made.state,
      made.publishes,
      made.switchWhenCaughtUp,
      made.failure ?? null,
      made.logId,
    ],
  );
  return versionOf(rows[0]!);
}

/** The number of the next build of a version: names of schemas are never used twice. */
export async function nextGeneration(tx: Transaction, projection: string, version: number): Promise<number> {
  const { rows } = await tx.query<{ next: number }>(
    `select coalesce(max(generation), 0) + 1 as next from projections.projection_version
      where projection = $1 and version = $2`,
    [projection, version],
  );
  return rows[0]!.next;
}

/** Writes why a copy needs somebody's attention; null when it no longer does. */
export async function noteFailure(db: Queryable, schema: string, failure: string | null): Promise<void> {
  await db.query('update projections.projection_version set failure = $2, updated_at = now() where schema_name = $1', [
    schema,
    failure,
  ]);
}

interface VersionRow {
  projection: string;
  version: number;
  generation: number;
  schema_name: string;
  state: VersionState;
  publishes: string[];
  checkpoint: string;
  events: string;
  rate: number;
  switch_when_caught_up: boolean;
  filled_at: Date | null;
  failure: string | null;
  log_id: string;
}

function versionOf(row: VersionRow): ProjectionVersion {
  return {
    projection: row.projection,
    version: row.version,
    generation: row.generation,
    schema: row.schema_name,
    state: row.state,
    publishes: row.publishes,
    logId: row.log_id,
    checkpoint: position(row.checkpoint),
    events: Number(row.events),
    rate: row.rate,
    switchWhenCaughtUp: row.switch_when_caught_up,
    filled: row.filled_at !== null,
    failure: row.failure ?? undefined,
  };
}
