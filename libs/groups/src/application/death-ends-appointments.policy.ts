import type { Database } from '@liggare/database';
import { withoutUndefined, type Policy, type PolicyCommand, type RecordedEvent } from '@liggare/kernel';
import { FindPerson } from '@liggare/people';
import { READ_DATABASE, READ_MODELS, type ReadModels } from '@liggare/platform';
import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { GroupCommand } from '../domain/commands.js';
import { ChangeGroup } from './messages.js';

/** How long a reaction waits for the read model before it fails and is tried again. */
const PATIENCE_MS = 30_000;

/**
 * A person died: whatever they held ends on the day of death, in every group, without a decision (edge case 21). The day
 * proves to be another, or the person to be alive: the ends follow. The group decides which of its appointments that
 * concerns; a group where nothing does answers with nothing.
 */
@Injectable()
export class DeathEndsAppointments implements Policy {
  readonly name = 'death-ends-appointments';
  static readonly handles = ['PersonDied', 'DeathCorrected', 'DeathRetracted'];
  readonly handles = DeathEndsAppointments.handles;

  constructor(
    @Inject(READ_DATABASE) private readonly database: Database,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly queries: QueryBus,
  ) {}

  async react(event: RecordedEvent): Promise<readonly PolicyCommand[]> {
    const { personId } = event.data as { personId: string };
    // Appointments recorded before the death must be visible, or one could be missed.
    if (!(await this.readModels.waitFor(event.position, PATIENCE_MS))) throw new Error('the read models lag behind');
    // What is known by now, not what the event says: a reaction that runs again must not undo a later one's.
    const person = await this.queries.execute(new FindPerson(personId));
    const on = person?.death?.on;
    const first = event.type === 'PersonDied';
    if (first && on === undefined) return [];
    const type = first ? 'EndAppointmentsOfDeceased' : 'CorrectEndsByDeath';
    const change = withoutUndefined({ type, personId, on }) as GroupCommand;
    // Also groups where the person holds nothing any more: what an end left no day of is not among the open rows.
    const { rows } = await this.database.query<{ group_id: string }>(
      'select distinct group_id from composition.membership where person_id = $1 order by group_id',
      [personId],
    );
    return rows.map(({ group_id: groupId }) => ({
      key: groupId,
      message: (context) => new ChangeGroup(groupId, change, context, { expected: 'existing' }),
    }));
  }
}
