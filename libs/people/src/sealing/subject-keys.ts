import { createHash, randomBytes } from 'node:crypto';
import { inTransaction, type Database, type Transaction } from '@liggare/database';
import { KEY_BYTES } from '@liggare/evidence';
import { Refusal } from '@liggare/kernel';
import { KeyEncryptionKeyUnavailable, type KeyEncryption, type KeyPlace, type WrappedKey } from './key-encryption.js';
import { LeastRecentlyUsed } from './least-recently-used.js';

/** A key that personal values are sealed under. `kid` is `<subject>/<generation>`. */
export interface SubjectKey {
  readonly kid: string;
  readonly key: Uint8Array;
}

/** The subject was forgotten; no new key may be made, so nothing new can be sealed for it. */
export class SubjectErased extends Refusal {
  constructor(readonly subject: string) {
    super('subject-erased', `the personal data of subject ${subject} was erased; no more can be recorded for it`);
    this.name = 'SubjectErased';
  }
}

/** The subject is being erased; whether it will be is known in a moment. */
export class SubjectClosed extends Refusal {
  constructor(readonly subject: string) {
    super(
      'subject-being-erased',
      `the personal data of subject ${subject} is being erased; nothing is recorded for it`,
    );
    this.name = 'SubjectClosed';
  }
}

interface KeyRow {
  readonly kid: string;
  readonly subject: string;
  readonly state: 'active' | 'rotated' | 'erased';
  readonly kek_id: string;
  readonly wrapped: Buffer | null;
}

/** A row, and how many subjects were forgotten when it was read. */
interface ReadRow extends KeyRow {
  readonly forgotten: string;
  readonly closed: boolean;
}

const COLUMNS = 'kid, subject, state, kek_id, wrapped';
const READ = `select ${COLUMNS},
  (select count(*) from keys.erasure_fence) as forgotten,
  exists (select from keys.closed_subject c where c.subject = k.subject) as closed
  from keys.subject_key k`;

/**
 * The keys of all subjects, in the schema `keys`. A subject gets its key when something is first sealed for it.
 * Unwrapped keys are cached, but the table is asked every time whether a key still exists: an erasure made by another
 * process holds at once, and the first time it is noticed all keys in memory are let go.
 */
export class SubjectKeys {
  private unwrapped: LeastRecentlyUsed<string, Uint8Array>;
  /** How many subjects were forgotten when the table was last asked. */
  private forgotten: string | undefined;

  constructor(
    private readonly database: Database,
    private readonly encryption: KeyEncryption,
    private readonly cacheSize = 5_000,
  ) {
    this.unwrapped = new LeastRecentlyUsed(cacheSize);
  }

  /**
   * The key to seal new values of each subject under, made if there is none.
   * @throws SubjectErased, SubjectClosed
   */
  async forSealing(subjects: readonly string[]): Promise<ReadonlyMap<string, SubjectKey>> {
    const active = await this.database.query<ReadRow>(`${READ} where subject = any($1) and state = 'active'`, [
      subjects,
    ]);
    this.forgetErased(active.rows);
    const closed = active.rows.find((row) => row.closed);
    if (closed) throw new SubjectClosed(closed.subject);
    const rows = new Map<string, KeyRow>(active.rows.map((row) => [row.subject, row]));
    const keys = new Map<string, SubjectKey>();
    for (const subject of subjects) {
      const row = rows.get(subject) ?? (await this.provision(subject));
      keys.set(subject, { kid: row.kid, key: await this.unwrap(row) });
    }
    return keys;
  }

  /** The keys behind these ids: `erased` when it was destroyed; ids nobody knows are absent. */
  async forReading(kids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array | 'erased'>> {
    const { rows } = await this.database.query<ReadRow>(`${READ} where kid = any($1)`, [kids]);
    this.forgetErased(rows);
    const keys = new Map<string, Uint8Array | 'erased'>();
    for (const row of rows) keys.set(row.kid, row.state === 'erased' ? 'erased' : await this.unwrap(row));
    return keys;
  }

  private async provision(subject: string): Promise<KeyRow> {
    // Not inside the transaction: many at once would hold every connection, and this may need one.
    await this.encryption.ready();
    return inTransaction(this.database, async (tx) => {
      // One at a time per subject, and never beside an erasure of it, which takes the same lock.
      await lockSubject(tx, subject);
      const existing = await tx.query<KeyRow>(
        `select ${COLUMNS} from keys.subject_key where subject = $1 and state = 'active'`,
        [subject],
      );
      if (existing.rows[0]) return existing.rows[0];
      const fence = await tx.query('select 1 from keys.erasure_fence where subject = $1 and not new_key_allowed', [
        subject,
      ]);
      if (fence.rowCount !== 0) throw new SubjectErased(subject);
      const closed = await tx.query('select 1 from keys.closed_subject where subject = $1', [subject]);
      if (closed.rowCount !== 0) throw new SubjectClosed(subject);
      return insertKey(tx, this.encryption, subject, await nextGeneration(tx, subject));
    });
  }

  /** A key that was destroyed must not live on in memory, and which of them it was need not be known. */
  private forgetErased(rows: readonly ReadRow[]): void {
    const forgotten = rows[0]?.forgotten;
    if (forgotten === undefined || forgotten === this.forgotten) return;
    if (this.forgotten !== undefined) this.unwrapped = new LeastRecentlyUsed(this.cacheSize);
    this.forgotten = forgotten;
  }

  private async opened(row: KeyRow): Promise<Uint8Array> {
    try {
      return await this.encryption.unwrap({ kekId: row.kek_id, wrapped: row.wrapped! }, row);
    } catch (error) {
      // It may have been wrapped anew, and the former key-encryption key destroyed, since the row was read.
      const { rows } = await this.database.query<KeyRow>(
        `select ${COLUMNS} from keys.subject_key where kid = $1 and wrapped is not null and kek_id <> $2`,
        [row.kid, row.kek_id],
      );
      if (!rows[0]) throw error;
      return this.encryption.unwrap({ kekId: rows[0].kek_id, wrapped: rows[0].wrapped! }, row);
    }
  }

  private async unwrap(row: KeyRow): Promise<Uint8Array> {
    const cached = this.unwrapped.get(row.kid);
    if (cached) return cached;
    const key = await this.opened(row);
    this.unwrapped.set(row.kid, key);
    return key;
  }
}

/** Serialises what is done to one subject's keys until the end of the transaction. */
export async function lockSubject(tx: Transaction, subject: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('liggare/subject-key/' || $1, 0))`, [subject]);
}

async function nextGeneration(tx: Transaction, subject: string): Promise<number> {
  const { rows } = await tx.query<{ next: number }>(
    `select greatest(
       (select max(generation) from keys.subject_key where subject = $1),
       (select erased_through from keys.erasure_fence where subject = $1),
       0) + 1 as next`,
    [subject],
  );
  return rows[0]!.next;
}

async function insertKey(
  tx: Transaction,
  encryption: KeyEncryption,
  subject: string,
  generation: number,
): Promise<KeyRow> {
  const key = randomBytes(KEY_BYTES);
  const kid = `${subject}/${generation}`;
  const commitment = createHash('sha256').update('kc').update(key).digest('base64url');
  const { kekId, wrapped } = await wrapInUse(tx, encryption, key, { kid, subject });
  const { rows } = await tx.query<KeyRow>(
    `insert into keys.subject_key (kid, subject, generation, state, kek_id, wrapped, key_commitment)
     values ($1, $2, $3, 'active', $4, $5, $6) returning ${COLUMNS}`,
    [kid, subject, generation, kekId, wrapped, commitment],
  );
  return rows[0]!;
}

/** Until the end of the transaction the key-encryption key is in use: a rotation waits, and then sees the new row. */
async function wrapInUse(
  tx: Transaction,
  encryption: KeyEncryption,
  key: Uint8Array,
  place: KeyPlace,
): Promise<WrappedKey> {
  for (const last of [false, true]) {
    const wrapped = await encryption.wrap(key, place);
    await tx.query('insert into keys.encryption_key (kek_id) values ($1) on conflict do nothing', [wrapped.kekId]);
    const { rows } = await tx.query<{ state: string }>(
      'select state from keys.encryption_key where kek_id = $1 for share',
      [wrapped.kekId],
    );
    if (rows[0]?.state === 'in-use') return wrapped;
    if (last) throw new KeyEncryptionKeyUnavailable(`${wrapped.kekId} is retired, and no newer key is there`);
    encryption.reload();
  }
  throw new Error('unreachable');
}
