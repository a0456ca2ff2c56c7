import type { Transaction } from '@liggare/database';
import { isCommitment, type Projection } from '@liggare/kernel';
import { SubjectKeyErased } from '../domain/erasure-events.js';
import { atPointer } from './personal-places.js';

/**
 * Every sealed value of the log by its commitment, so that whoever holds a commitment can ask for the text.
 * Ciphertexts only: without the subject's key the table says nothing. When the key is destroyed they go too, whether
 * their event stands before the erasure in the log or after.
 * @param types all event types of all slices: any event may carry personal values
 */
export function sealedValuesProjection(types: readonly string[]): Projection<Transaction> {
  return {
    name: 'sealed-values',
    version: 2,
    handles: types,
    publishes: ['sealed_value'],
    schema: `
      create table sealed_value (
        sd         text primary key,
        event_id   uuid not null,
        pointer    text not null,
        kid        text not null,
        nonce      text,
        ciphertext text,
        position   numeric not null,
        check ((nonce is null) = (ciphertext is null))
      );
      create index on sealed_value (kid);
      comment on table sealed_value is 'Ciphertexts of personal values by commitment; readable only with the subject''s key';
      comment on column sealed_value.ciphertext is 'Null once the key was destroyed';

      create table destroyed_key (kid text primary key);
    `,
    async apply(events, tx) {
      const rows = events.flatMap((event) =>
        Object.entries(event.metadata.sealed ?? {}).flatMap(([pointer, { kid, n, ct }]) => {
          const commitment = atPointer(event.data, pointer);
          return isCommitment(commitment)
            ? [[commitment._sd, event.eventId, pointer, kid, n, ct, String(event.position)] as const]
            : [];
        }),
      );
      // A commitment that stands in two events is the first one's: salts are random, so the second is a copy.
      if (rows.length > 0) {
        await tx.query(
          `insert into sealed_value (sd, event_id, pointer, kid, nonce, ciphertext, position)
           select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::numeric[])
           on conflict (sd) do nothing`,
          [0, 1, 2, 3, 4, 5, 6].map((column) => rows.map((row) => row[column]!)),
        );
      }
      const destroyed = events.flatMap((event) =>
        event.type === SubjectKeyErased.type ? [(event.data as { keyId: string }).keyId] : [],
      );
      if (destroyed.length > 0) {
        await tx.query('insert into destroyed_key (kid) select unnest($1::text[]) on conflict do nothing', [destroyed]);
      }
      const kids = [...new Set([...destroyed, ...rows.map(([, , , kid]) => kid)])];
      if (kids.length === 0) return;
      await tx.query(
        `update sealed_value v set nonce = null, ciphertext = null
         from destroyed_key d where d.kid = v.kid and v.kid = any($1) and v.ciphertext is not null`,
        [kids],
      );
    },
  };
}
