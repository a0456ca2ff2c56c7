import type { Database } from '@liggare/database';
import {
  withoutUndefined,
  type PartialDate,
  type Policy,
  type PolicyCommand,
  type RecordedEvent,
} from '@liggare/kernel';
import { FindPerson } from '@liggare/people';
import { knownAtParameter } from '@liggare/projections';
import { READ_DATABASE, READ_MODELS, type ReadModels } from '@liggare/platform';
import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { GroupCommand } from '../domain/commands.js';
import { ChangeGroup } from './messages.js';
import { samePersons } from './same-persons.js';

/** How long a reaction waits for the read model before it fails and is tried again. */
const PATIENCE_MS = 30_000;

const OF_MERGES = ['PersonsMerged', 'PersonMergeUndone'];

/** Who an event is about: one person, or the two of a merge. */
interface Concerned {
  readonly personId?: string;
  readonly survivorId?: string;
  readonly mergedId?: string;
}

/**
 * A person died: whatever they held ends on the day of death, in every group, without a decision (edge case 21). The day
 * proves to be another, or the person to be alive: the ends follow. Two entries prove to be one human being, or not
 * (edge case 55): what is known of one's death holds for the other. The group decides which of its appointments that
 * concerns; a group where nothing does answers with nothing.
 */
@Injectable()
export class DeathEndsAppointments implements Policy {
  readonly name = 'death-ends-appointments';
  static readonly handles = ['PersonDied', 'DeathCorrected', 'DeathRetracted', ...OF_MERGES];
  readonly handles = DeathEndsAppointments.handles;

  constructor(
    @Inject(READ_DATABASE) private readonly database: Database,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly queries: QueryBus,
  ) {}

  async react(event: RecordedEvent): Promise<readonly PolicyCommand[]> {
    // Appointments recorded before the death must be visible, or one could be missed.
    if (!(await this.readModels.waitFor(event.position, PATIENCE_MS))) throw new Error('the read models lag behind');
    const { personId, survivorId, mergedId } = event.data as Concerned;
    const named = [personId, survivorId, mergedId].filter((id) => id !== undefined);
    const persons = new Set((await Promise.all(named.map((id) => this.sameAs(id)))).flat());
    const deaths = new Map<string, PartialDate | undefined>();
    for (const id of persons) deaths.set(id, await this.deathOf(id));
    // Two people whose merge was undone, neither of them dead: no end rested on it.
    if (event.type === 'PersonMergeUndone' && [...deaths.values()].every((on) => on === undefined)) return [];
    const first = event.type === 'PersonDied' || event.type === 'PersonsMerged';
    const commands: PolicyCommand[] = [];
    for (const [id, on] of deaths) {
      if (first && on === undefined) continue;
      const type = first ? 'EndAppointmentsOfDeceased' : 'CorrectEndsByDeath';
      const change = withoutUndefined({ type, personId: id, on }) as GroupCommand;
      for (const groupId of await this.groupsOf(id)) {
        commands.push({
          key: id === personId ? groupId : `${groupId} ${id}`,
          message: (context) => new ChangeGroup(groupId, change, context, { expected: 'existing' }),
        });
      }
    }
    return commands;
  }

  /** What is known by now, not what an event says: a reaction that runs again must not undo a later one's. */
  private async deathOf(personId: string): Promise<PartialDate | undefined> {
    const own = await this.queries.execute(new FindPerson(personId));
    if (own?.death) return own.death.on;
    for (const other of await this.sameAs(personId)) {
      const person = await this.queries.execute(new FindPerson(other));
      if (person?.death) return person.death.on;
    }
    return undefined;
  }

  private async sameAs(personId: string): Promise<readonly string[]> {
    const { rows } = await this.database.query<{ same: string[] }>(`select ${samePersons('$1::uuid', '$2')} as same`, [
      personId,
      knownAtParameter({}),
    ]);
    return rows[0]!.same.toSorted();
  }

  /** Also groups where the person holds nothing any more: what an end left no day of is not among the open rows. */
  private async groupsOf(personId: string): Promise<readonly string[]> {
    const { rows } = await this.database.query<{ group_id: string }>(
      'select distinct group_id from composition.membership where person_id = $1 order by group_id',
      [personId],
    );
    return rows.map(({ group_id }) => group_id);
  }
}
