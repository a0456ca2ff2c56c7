import { inTransaction, type Database, type Queryable } from '@liggare/database';
import type { KeyEncryption } from './key-encryption.js';

/** A rotation that came to its end. */
export interface EncryptionKeyRotation {
  /** Ids of the keys that nothing is wrapped with any more. */
  readonly from: readonly string[];
  readonly to: string;
  /** How many subject keys are wrapped with the new one. */
  readonly keys: number;
}

/** Where a rotation is; each was reached for good. */
export type RotationStep = 'renewed' | 'retiring' | 'rewrapped' | 'destroyed' | 'recorded';

/** Another process rotates. */
export class RotationUnderWay extends Error {
  constructor() {
    super('another process is rotating the key-encryption key');
    this.name = 'RotationUnderWay';
  }
}

const AT_ONCE = 500;

/**
 * Wraps every subject key anew with a new key-encryption key, and destroys the old one: what backups hold of subject
 * keys opens no more. Sealed values and the log are not touched. The register goes on working meanwhile. Stopped
 * anywhere, the next call goes on from there.
 * @param record writes the event; called once more when the process was stopped right after it
 * @returns undefined when a key management service has no newer key
 * @throws RotationUnderWay, KeyEncryptionKeyUnavailable
 */
export async function rotateEncryptionKey(
  database: Database,
  encryption: KeyEncryption,
  record: (rotation: EncryptionKeyRotation) => Promise<void>,
  reached: (step: RotationStep) => void | Promise<void> = () => undefined,
): Promise<EncryptionKeyRotation | undefined> {
  const client = await database.connect();
  try {
    const { rows } = await client.query<{ locked: boolean }>(
      `select pg_try_advisory_lock(hashtextextended('liggare/key-encryption-key', 0)) as locked`,
    );
    if (!rows[0]!.locked) throw new RotationUnderWay();
    if ((await retiring(database)).length === 0) await encryption.renew();
    await reached('renewed');
    const { kekId: to } = await encryption.wrap(new Uint8Array(32), { kid: 'none/1', subject: 'none' });
    await inTransaction(database, async (tx) => {
      await tx.query('insert into keys.encryption_key (kek_id) values ($1) on conflict do nothing', [to]);
      await tx.query(`update keys.encryption_key set state = 'retiring' where state = 'in-use' and kek_id <> $1`, [to]);
    });
    await reached('retiring');
    const from = await retiring(database);
    if (from.length === 0) return undefined;
    while ((await rewrap(database, encryption, from)) > 0);
    await reached('rewrapped');
    await encryption.retire(from);
    await reached('destroyed');
    const rotation = { from, to, keys: await wrappedWith(database, to) };
    await record(rotation);
    await reached('recorded');
    await database.query(`update keys.encryption_key set state = 'retired' where kek_id = any($1)`, [from]);
    return rotation;
  } finally {
    // The lock is the connection's: without an answer to this it ends with it.
    await client.query(`select pg_advisory_unlock_all()`).catch(() => undefined);
    client.release(true);
  }
}

async function retiring(database: Queryable): Promise<readonly string[]> {
  const { rows } = await database.query<{ kek_id: string }>(
    `select kek_id from keys.encryption_key where state = 'retiring' order by kek_id`,
  );
  return rows.map(({ kek_id: id }) => id);
}

/** @returns how many were wrapped anew; 0 when none is left */
function rewrap(database: Database, encryption: KeyEncryption, from: readonly string[]): Promise<number> {
  return inTransaction(database, async (tx) => {
    const { rows } = await tx.query<{ kid: string; subject: string; kek_id: string; wrapped: Buffer }>(
      `select kid, subject, kek_id, wrapped from keys.subject_key
       where kek_id = any($1) and wrapped is not null order by kid limit ${AT_ONCE} for update`,
      [from],
    );
    const anew = [];
    for (const { kid, subject, kek_id: kekId, wrapped } of rows) {
      const place = { kid, subject };
      anew.push({ kid, ...(await encryption.wrap(await encryption.unwrap({ kekId, wrapped }, place), place)) });
    }
    await tx.query(
      `update keys.subject_key k set kek_id = n.kek_id, wrapped = n.wrapped
       from unnest($1::text[], $2::text[], $3::bytea[]) as n (kid, kek_id, wrapped) where k.kid = n.kid`,
      [anew.map(({ kid }) => kid), anew.map(({ kekId }) => kekId), anew.map(({ wrapped }) => wrapped)],
    );
    return rows.length;
  });
}

async function wrappedWith(database: Queryable, kekId: string): Promise<number> {
  const { rows } = await database.query<{ keys: number }>(
    'select count(*)::int as keys from keys.subject_key where kek_id = $1 and wrapped is not null',
    [kekId],
  );
  return rows[0]!.keys;
}
