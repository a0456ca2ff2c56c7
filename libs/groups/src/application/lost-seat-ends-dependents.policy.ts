import type { Database } from '@liggare/database';
import { withoutUndefined, type Policy, type PolicyCommand, type RecordedEvent } from '@liggare/kernel';
import { READ_DATABASE, READ_MODELS, type ReadModels } from '@liggare/platform';
import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { sittingsIn } from '../domain/sittings.js';
import type { GroupState } from '../domain/state.js';
import type { FollowUnderlyingSeats, UnderlyingSeat } from '../domain/underlying-seat-commands.js';
import { ChangeGroup, FindGroup } from './messages.js';

/** How long a reaction waits for the read model before it fails and is tried again. */
const PATIENCE_MS = 30_000;

/** What changes who holds a seat in a group, and so what rests on seats in it. */
const OF_UNDERLYING = [
  'AppointmentEnded',
  'AppointmentEndCorrected',
  'AppointmentEndRegisteredInError',
  'AppointmentRegisteredInError',
  'GroupDissolved',
  'GroupRegistrationCorrected',
  'GroupRegisteredInError',
  'BasisAnnulled',
  'BasisAnnulmentRetracted',
];
/** What may rest on a seat that was lost before it was recorded. */
const OF_DEPENDENT = ['UnderlyingSeatRequired', 'UnderlyingSeatNotRequired'];
const OF_EITHER = ['MemberAppointed', 'SubstituteAppointed', 'AppointmentCorrected'];

/**
 * Somebody loses a seat, or the loss proves to be another: what rests on it in other groups follows (edge case 28). The
 * dependent group is told who holds which seat by now, not what the event says, and decides; asked again it has nothing
 * to do. Its events say what they rest on and were caused by the loss.
 */
@Injectable()
export class LostSeatEndsDependents implements Policy {
  readonly name = 'lost-seat-ends-dependents';
  static readonly handles = [...OF_UNDERLYING, ...OF_DEPENDENT, ...OF_EITHER];
  readonly handles = LostSeatEndsDependents.handles;

  constructor(
    @Inject(READ_DATABASE) private readonly database: Database,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly queries: QueryBus,
  ) {}

  async react({ stream, type, position }: RecordedEvent): Promise<readonly PolicyCommand[]> {
    // Groups that were said to depend on this one before must be visible, or one could be missed.
    if (!(await this.readModels.waitFor(position, PATIENCE_MS))) throw new Error('the read models lag behind');
    const groupId = stream.slice('group-'.length);
    const concerned = OF_DEPENDENT.includes(type) ? [] : await this.dependentsOf(groupId);
    if (!OF_UNDERLYING.includes(type)) concerned.push(groupId);
    const commands = await Promise.all(concerned.map((id) => this.follow(id)));
    return commands.flat();
  }

  private async follow(groupId: string): Promise<readonly PolicyCommand[]> {
    const group = await this.queries.execute(new FindGroup(groupId));
    const underlyingId = group?.underlying?.underlyingId;
    if (underlyingId === undefined) return [];
    const underlying = await this.queries.execute(new FindGroup(underlyingId));
    const seats = underlying ? seatsIn(underlying) : [];
    const change: FollowUnderlyingSeats = { type: 'FollowUnderlyingSeats', underlyingId, seats };
    return [
      { key: groupId, message: (context) => new ChangeGroup(groupId, change, context, { expected: 'existing' }) },
    ];
  }

  private async dependentsOf(groupId: string): Promise<string[]> {
    const { rows } = await this.database.query<{ group_id: string }>(
      `select distinct group_id from composition.underlying_seat
       where underlying_id = $1 and recorded_to is null order by group_id`,
      [groupId],
    );
    return rows.map(({ group_id }) => group_id);
  }
}

/** Every seat as it takes effect de jure. That the mandate runs out is no loss: it runs out for the dependent seat, too. */
function seatsIn(state: GroupState): readonly UnderlyingSeat[] {
  return sittingsIn(state, 'dejure').map(({ period, value: { appointment, ending } }) => {
    const { personId, appointmentId } = appointment;
    const lostOn = ending && ending.cause !== 'term-expired' ? period.to : undefined;
    return withoutUndefined({ personId, appointmentId, from: period.from, lostOn });
  });
}
