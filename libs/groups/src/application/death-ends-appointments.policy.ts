import type { Database } from '@liggare/database';
import type { PartialDate, Policy, PolicyCommand, RecordedEvent } from '@liggare/kernel';
import { READ_DATABASE, READ_MODELS, type ReadModels } from '@liggare/platform';
import { Inject, Injectable } from '@nestjs/common';
import { ChangeGroup } from './messages.js';

/** How long a reaction waits for the read model before it fails and is tried again. */
const PATIENCE_MS = 30_000;

/**
 * A person died: whatever they held ends on the day of death, in every group, without a decision (edge case 21).
 * The group decides which of its appointments that concerns; a group where nothing is open answers with nothing.
 */
@Injectable()
export class DeathEndsAppointments implements Policy {
  readonly name = 'death-ends-appointments';
  static readonly handles = ['PersonDied', 'DeathCorrected'];
  readonly handles = DeathEndsAppointments.handles;

  constructor(
    @Inject(READ_DATABASE) private readonly database: Database,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  async react(event: RecordedEvent): Promise<readonly PolicyCommand[]> {
    const { personId, on } = event.data as { personId: string; on: PartialDate };
    // Appointments recorded before the death must be visible, or one could be missed.
    if (!(await this.readModels.waitFor(event.position, PATIENCE_MS))) throw new Error('the read models lag behind');
    const { rows } = await this.database.query<{ group_id: string }>(
      `select distinct group_id from composition.membership
       where person_id = $1 and recorded_to is null order by group_id`,
      [personId],
    );
    return rows.map(({ group_id: groupId }) => ({
      key: groupId,
      message: (context) =>
        new ChangeGroup(groupId, { type: 'EndAppointmentsOfDeceased', personId, on }, context, {
          expected: 'existing',
        }),
    }));
  }
}
