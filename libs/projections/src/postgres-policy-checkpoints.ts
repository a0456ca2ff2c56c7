import type { Database } from '@liggare/database';
import { position, START, type PolicyCheckpoints, type Position } from '@liggare/kernel';

/** How far each policy is, in `projections.policy_checkpoint`. It never goes back: a stale leader saves in vain. */
export class PostgresPolicyCheckpoints implements PolicyCheckpoints {
  constructor(private readonly database: Database) {}

  async load(policy: string): Promise<Position> {
    const { rows } = await this.database.query<{ position: string }>(
      'select position from projections.policy_checkpoint where policy = $1',
      [policy],
    );
    return rows[0] ? position(rows[0].position) : START;
  }

  async save(policy: string, to: Position): Promise<void> {
    await this.database.query(
      `insert into projections.policy_checkpoint as kept (policy, position) values ($1, $2)
       on conflict (policy) do update set position = excluded.position, updated_at = now()
        where kept.position < excluded.position`,
      [policy, to],
    );
  }
}
