import type { Database } from '@liggare/database';
import { position, START, type PolicyCheckpoints, type Position } from '@liggare/kernel';
import { UNRECORDED_LOG } from './log/unrecorded-log.js';

/** How far each policy is in one log, in `projections.policy_checkpoint`. It never goes back: a stale leader saves in vain. */
export class PostgresPolicyCheckpoints implements PolicyCheckpoints {
  constructor(
    private readonly database: Database,
    private readonly logId = UNRECORDED_LOG,
  ) {}

  async load(policy: string): Promise<Position> {
    const { rows } = await this.database.query<{ position: string }>(
      'select position from projections.policy_checkpoint where policy = $1 and log_id = $2',
      [policy, this.logId],
    );
    return rows[0] ? position(rows[0].position) : START;
  }

  async save(policy: string, to: Position): Promise<void> {
    await this.database.query(
      `insert into projections.policy_checkpoint as kept (policy, position, log_id) values ($1, $2, $3)
       on conflict (policy, log_id) do update set position = excluded.position, updated_at = now()
        where kept.position < excluded.position`,
      [policy, to, this.logId],
    );
  }
}
