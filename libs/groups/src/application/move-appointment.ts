import {
  derivedId,
  NO_EVENTS,
  Refusal,
  StaleRevision,
  withoutUndefined,
  type CommandContext,
  type Executed,
  type ExecuteOptions,
  type Repository,
} from '@liggare/kernel';
import type { MoveAppointment } from '../domain/correction-commands.js';
import { groupAggregate } from '../domain/group.js';
import { established, knownAppointment } from '../domain/refusals.js';
import type { GroupState } from '../domain/state.js';

/**
 * An appointment was registered in the wrong group: it is registered in the right one, with its ends and roles, and then
 * discarded here; each says where the other is. Two streams are not one transaction: when the second half is lost, the
 * same wish again makes up for it, since what the appointment is called there follows from what it is called here.
 * @returns what became of the group it was discarded from
 * @throws Refusal `unknown-group`, `same-group`, `unknown-appointment`, and what the right group's rules say
 */
export async function moveAppointment(
  repository: Repository,
  id: string,
  { appointmentId, groupId, seat }: MoveAppointment,
  context: CommandContext,
  options: ExecuteOptions,
): Promise<Executed<GroupState>> {
  if (groupId === id) throw new Refusal('same-group', 'the appointment is registered in that group', '/groupId');
  const { revision } = await repository.load(groupAggregate, groupId);
  if (revision === NO_EVENTS) throw new Refusal('unknown-group', 'there is no such group in the register', '/groupId');
  const movedTo = { groupId, appointmentId: derivedId('moved', appointmentId, groupId) };
  const discard = { type: 'DiscardAppointment', appointmentId, mistake: 'wrong-group', movedTo } as const;
  const here = await repository.load(groupAggregate, id);
  if (!here.state.appointments.some((a) => a.appointmentId === appointmentId)) {
    // Unknown, or moved by this very command.
    return repository.execute(groupAggregate, id, discard, context, options);
  }
  const { expected } = options;
  // Before anything is registered there.
  if (typeof expected === 'bigint' && expected !== here.revision) throw new StaleRevision(expected, here.revision);
  established(here.state);
  const appointment = knownAppointment(here.state, appointmentId);
  const received = {
    type: 'ReceiveAppointment',
    ...withoutUndefined({ seat }),
    appointmentId: movedTo.appointmentId,
    appointment,
    movedFrom: { groupId: id, appointmentId },
  } as const;
  await repository.execute(groupAggregate, groupId, received, context);
  return repository.execute(groupAggregate, id, discard, context, options);
}
