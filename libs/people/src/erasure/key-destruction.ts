import type { Queryable, Transaction } from '@liggare/database';
import { civilDate, Refusal, type CivilDate } from '@liggare/kernel';
import type { DestroyedKey, ErasureAuthority } from '../domain/erasure-commands.js';
import { SubjectErased } from '../sealing/subject-keys.js';
import { affectedValues, type AffectedValues } from './affected-values.js';

/** What is to be destroyed, and who says so. */
export interface Destruction extends ErasureAuthority {
  readonly erasureId: string;
  readonly subject: string;
  readonly on: CivilDate;
  readonly actor: { readonly id: string; readonly role: string };
}

/** A destruction that was done, as it was kept beside the keys. */
export interface Destroyed extends Destruction {
  readonly keys: readonly DestroyedKey[];
}

interface DestroyedRow {
  readonly kid: string;
  readonly subject: string;
  readonly key_commitment: string;
  readonly affected_count: number;
  readonly affected_digest: string;
  readonly day: string;
  readonly authority: string;
  readonly legal_basis: string;
  readonly decision_id: string | null;
  readonly decision_point: number | null;
  readonly actor_id: string;
  readonly actor_role: string;
}

/** Of one person or document; the first is what the erasure names. */
export type Subjects = readonly [string, ...string[]];

/** @throws Refusal `unknown-subject` nothing was ever sealed for it; SubjectErased */
export async function checkErasable(database: Queryable, subjects: Subjects): Promise<void> {
  const { rows } = await database.query<{ known: number; left: number }>(
    `select count(*)::int as known, count(wrapped)::int as left from keys.subject_key where subject = any($1)`,
    [subjects],
  );
  const { known, left } = rows[0]!;
  if (known > 0 && left === 0) throw new SubjectErased(subjects[0]);
  if (known === 0) {
    throw new Refusal('unknown-subject', 'the register holds no personal data of this subject', '/subjectId');
  }
}

/** One act at a time: nobody refuses an erasure while somebody executes it. Held until the end of the transaction. */
export async function lockErasure(tx: Transaction, erasureId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('liggare/erasure/' || $1, 0))`, [erasureId]);
}

/** From here on nothing is sealed for the subject, so that what is sealed can be counted. */
export async function closeSubjects(database: Queryable, subjects: Subjects, erasureId: string): Promise<void> {
  await database.query(
    'insert into keys.closed_subject (subject, erasure_id) select unnest($1::text[]), $2 on conflict do nothing',
    [subjects, erasureId],
  );
}

/** The erasure is not to be: the subjects are as they were before. */
export async function reopenSubjects(database: Queryable, erasureId: string): Promise<void> {
  await database.query('delete from keys.closed_subject where erasure_id = $1', [erasureId]);
}

/**
 * Writes the fence, keeps what the log must say, and destroys the keys: in the caller's transaction, which holds
 * the subjects' locks. All of it happens, or none.
 */
export async function destroyKeys(
  tx: Transaction,
  subjects: Subjects,
  destruction: Destruction,
  affected: ReadonlyMap<string, AffectedValues>,
): Promise<void> {
  const { subject, erasureId, on, authority, legalBasis, decision, actor } = destruction;
  await tx.query(
    `insert into keys.erasure_fence (subject, erased_through, fingerprints)
     select s, coalesce(max(k.generation), 1), coalesce(array_agg(k.key_commitment order by k.generation)
       filter (where k.kid is not null), '{}')
     from unnest($1::text[]) s left join keys.subject_key k on k.subject = s group by 1
     on conflict (subject) do update set erased_through = excluded.erased_through,
       fingerprints = excluded.fingerprints, new_key_allowed = false`,
    [subjects],
  );
  const { rows } = await tx.query<{ kid: string; key_commitment: string }>(
    'select kid, key_commitment from keys.subject_key where subject = any($1) and wrapped is not null order by kid',
    [subjects],
  );
  const values = rows.map(({ kid }) => affected.get(kid) ?? affectedValues([]));
  await tx.query(
    `insert into keys.destroyed_key (kid, key_commitment, affected_count, affected_digest, erasure_id, subject,
       destroyed_on, authority, legal_basis, decision_id, decision_point, actor_id, actor_role)
     select k.*, $5, $6, $7, $8, $9, $10, $11, $12, $13
     from unnest($1::text[], $2::text[], $3::int[], $4::text[]) k`,
    [
      rows.map(({ kid }) => kid),
      rows.map(({ key_commitment: commitment }) => commitment),
      values.map(({ count }) => count),
      values.map(({ digest }) => digest),
      ...[erasureId, subject, on, authority, legalBasis, decision?.decisionId ?? null, decision?.point ?? null],
      ...[actor.id, actor.role],
    ],
  );
  await tx.query(`update keys.subject_key set state = 'erased', wrapped = null where subject = any($1)`, [subjects]);
  await tx.query('delete from keys.closed_subject where subject = any($1)', [subjects]);
}

/** What an erasure destroyed; undefined when it destroyed nothing yet. */
export async function destroyedBy(database: Queryable, erasureId: string): Promise<Destroyed | undefined> {
  const { rows } = await database.query<DestroyedRow>(
    `select d.*, d.destroyed_on::text as day from keys.destroyed_key d
     join keys.subject_key k using (kid) where erasure_id = $1 order by k.subject <> d.subject, k.subject, k.generation`,
    [erasureId],
  );
  const [first] = rows;
  if (!first) return undefined;
  const { subject, day, authority, legal_basis: legalBasis, decision_id: decisionId, decision_point: point } = first;
  return {
    ...{ erasureId, subject, on: civilDate(day), authority, legalBasis },
    ...(decisionId === null || point === null ? {} : { decision: { decisionId, point } }),
    actor: { id: first.actor_id, role: first.actor_role },
    keys: rows.map((row) => ({
      keyId: row.kid,
      keyCommitment: row.key_commitment,
      affectedCount: row.affected_count,
      affectedDigest: row.affected_digest,
    })),
  };
}

/** The log says it too, now. */
export async function markRecorded(database: Queryable, erasureId: string): Promise<void> {
  await database.query('update keys.destroyed_key set recorded = true where erasure_id = $1', [erasureId]);
}

/** Erasures that destroyed keys of which the log does not speak yet: a process was killed in between. */
export async function unrecordedErasures(database: Queryable): Promise<readonly string[]> {
  const { rows } = await database.query<{ erasure_id: string }>(
    'select distinct erasure_id from keys.destroyed_key where not recorded order by 1',
  );
  return rows.map(({ erasure_id: id }) => id);
}
