import type { Database } from '@liggare/database';
import { createHmac } from 'node:crypto';

/** `new`: seen for the first time; `repeat`: the same request again; `clash`: the key stands for another request. */
export type Claim = 'new' | 'repeat' | 'clash';

/** After how many claims of this process those are forgotten that nobody will repeat any more. */
const TIDY_EVERY = 10_000;

/**
 * Which request each Idempotency-Key stood for, so that a key sent with another content is told apart from a repeat
 * (draft-ietf-httpapi-idempotency-key-header). Only a keyed fingerprint is kept: a plain hash of a request with a
 * name in it would be personal data. Losing the table costs this check, not idempotency: that rests on event ids.
 */
export class IdempotencyKeys {
  private claims = 0;

  constructor(
    private readonly database: Database,
    private readonly secret: Buffer,
  ) {}

  async claim(commandId: string, method: string, path: string, body: unknown): Promise<Claim> {
    if (this.claims++ % TIDY_EVERY === 0) await this.forgetOld();
    const fingerprint = createHmac('sha256', this.secret)
      .update(`${method} ${path}\n${JSON.stringify(body) ?? ''}`)
      .digest();
    for (;;) {
      const { rows } = await this.database.query<{ claim: Claim }>(
        `with claimed as (
           insert into api.idempotency_key (command_id, fingerprint) values ($1, $2)
           on conflict (command_id) do nothing returning 'new' as claim
         )
         select claim from claimed
         union all
         select case when fingerprint = $2 then 'repeat' else 'clash' end
           from api.idempotency_key where command_id = $1`,
        [commandId, fingerprint],
      );
      // Neither inserted nor seen: another request took the key after this statement began. It sees it the next time.
      if (rows[0]) return rows[0].claim;
    }
  }

  /** The request was refused and left nothing behind: its key may be used for the mended one. */
  async release(commandId: string): Promise<void> {
    await this.database.query('delete from api.idempotency_key where command_id = $1', [commandId]);
  }

  private async forgetOld(): Promise<void> {
    await this.database.query(`delete from api.idempotency_key where claimed_at < now() - interval '30 days'`);
  }
}
