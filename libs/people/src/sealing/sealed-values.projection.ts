import type { Transaction } from '@liggare/database';
import { isCommitment, type Projection } from '@liggare/kernel';
import { atPointer } from './personal-places.js';

/**
 * Every sealed value of the log by its commitment, so that whoever holds a commitment can ask for the text.
 * Ciphertexts only: without the subject's key the table says nothing.
 * @param types all event types of all slices: any event may carry personal values
 */
export function sealedValuesProjection(types: readonly string[]): Projection<Transaction> {
  return {
    name: 'sealed-values',
    version: 1,
    handles: types,
    publishes: ['sealed_value'],
    schema: `
      create table sealed_value (
        sd         text primary key,
        event_id   uuid not null,
        pointer    text not null,
        kid        text not null,
        nonce      text not null,
        ciphertext text not null,
        position   numeric not null
      );
      create index on sealed_value (kid);
      comment on table sealed_value is 'Ciphertexts of personal values by commitment; readable only with the subject''s key';
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
      if (rows.length === 0) return;
      // A commitment that stands in two events is the first one's: salts are random, so the second is a copy.
      await tx.query(
        `insert into sealed_value (sd, event_id, pointer, kid, nonce, ciphertext, position)
         select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::numeric[])
         on conflict (sd) do nothing`,
        [0, 1, 2, 3, 4, 5, 6].map((column) => rows.map((row) => row[column]!)),
      );
    },
  };
}
