import type { Queryable } from '@liggare/database';
import type { ConfiguredWitness } from './witness-list.js';

export type WitnessProblem = 'unavailable' | 'refused' | 'ahead';

/** How far a witness has come. */
export interface WitnessStatus {
  readonly name: string;
  readonly vkey: string;
  /** Size that it cosigned last; 0 for never. */
  readonly size: number;
  readonly cosignedAt?: string;
  /** What stops it: no answer; it will not cosign; it has cosigned a larger tree than ours. */
  readonly problem?: { readonly kind: WitnessProblem; readonly message: string; readonly at: string };
}

interface Row {
  readonly name: string;
  readonly vkey: string;
  readonly last_size: string;
  readonly cosigned_at: Date | null;
  readonly problem: WitnessProblem | null;
  readonly message: string | null;
  readonly problem_at: Date | null;
}

export async function introduce(db: Queryable, { name, key }: ConfiguredWitness): Promise<void> {
  await db.query(
    `insert into evidence.witness (vkey, name) values ($1, $2)
     on conflict (vkey) do update set name = excluded.name`,
    [key.text, name],
  );
}

export async function keepCosignature(
  db: Queryable,
  { key }: ConfiguredWitness,
  size: number,
  line: string,
  time: number,
): Promise<void> {
  await db.query(
    `with kept as (
       insert into evidence.cosignature (size, vkey, line, cosigned_at) values ($1, $2, $3, to_timestamp($4))
       on conflict do nothing
     )
     update evidence.witness
        set last_size = $1, cosigned_at = to_timestamp($4), problem = null, message = null, problem_at = null
      where vkey = $2`,
    [size, key.text, line, time],
  );
}

export async function keepProblem(
  db: Queryable,
  { key }: ConfiguredWitness,
  problem: WitnessProblem,
  message: string,
  at: string,
): Promise<void> {
  await db.query('update evidence.witness set problem = $2, message = $3, problem_at = $4 where vkey = $1', [
    key.text,
    problem,
    message,
    at,
  ]);
}

export async function witnessStatuses(db: Queryable): Promise<readonly WitnessStatus[]> {
  const { rows } = await db.query<Row>(
    `select name, vkey, last_size, cosigned_at, problem, message, problem_at from evidence.witness order by name, vkey`,
  );
  return rows.map((row) => ({
    ...{ name: row.name, vkey: row.vkey, size: Number(row.last_size) },
    ...(row.cosigned_at === null ? {} : { cosignedAt: row.cosigned_at.toISOString() }),
    ...(row.problem === null
      ? {}
      : { problem: { kind: row.problem, message: row.message ?? '', at: row.problem_at!.toISOString() } }),
  }));
}

/** Lines of witnesses under the checkpoint of this size. */
export async function cosignaturesOf(db: Queryable, size: number): Promise<readonly string[]> {
  const { rows } = await db.query<{ line: string }>(
    'select line from evidence.cosignature where size = $1 order by vkey',
    [size],
  );
  return rows.map(({ line }) => line);
}
