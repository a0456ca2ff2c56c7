import type { Database } from '@liggare/database';
import { createHmac } from 'node:crypto';

/**
 * Which request each Idempotency-Key stood for, so that a key sent with another content is told apart from a repeat
 * (draft-ietf-httpapi-idempotency-key-header). Only a keyed fingerprint is kept: a plain hash of a request with a
 * name in it would be personal data. Losing the table costs this check, not idempotency: that rests on event ids.
 */
export class IdempotencyKeys {
  constructor(
    private readonly database: Database,
    private readonly secret: Buffer,
  ) {}

  /** @returns false when the key was used for something else */
  async claim(commandId: string, method: string, path: string, body: unknown): Promise<boolean> {
    const fingerprint = createHmac('sha256', this.secret)
      .update(`${method} ${path}\n${JSON.stringify(body) ?? ''}`)
      .digest();
    const { rows } = await this.database.query<{ same: boolean }>(
      `with claimed as (
         insert into api.idempotency_key (command_id, fingerprint) values ($1, $2)
         on conflict (command_id) do nothing returning true as same
       )
       select same from claimed
       union all
       select fingerprint = $2 from api.idempotency_key where command_id = $1`,
      [commandId, fingerprint],
    );
    return rows[0]?.same ?? true;
  }
}
