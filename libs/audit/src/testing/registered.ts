import { groupAggregate } from '@liggare/groups';
import {
  civilDate,
  commandContext,
  derivedId,
  freshId,
  instant,
  MemoryEventStore,
  partialDate,
  Repository,
  sealerWithoutKeys,
  type CommandContext,
  type RecordedEvent,
} from '@liggare/kernel';
import { personAggregate } from '@liggare/people';

export const personId = derivedId('person', 1);
export const otherId = derivedId('person', 2);
export const groupId = derivedId('group', 1);
export const partyId = derivedId('party', 1);
export const decisionId = derivedId('decision', 1);

/** By whom and when: one minute after the last. */
function contexts() {
  let minute = 0;
  return (actor: string, rest: Partial<CommandContext> = {}): CommandContext => {
    const now = instant(`2023-02-14T10:${String(minute++).padStart(2, '0')}:00Z`);
    return commandContext({ actor: { id: actor, role: 'registrar' }, now, ...rest });
  };
}

/**
 * Two persons and a group that one of them is appointed to: what stands at each position of the log is
 * 1 person, 2 other person, 3 group, 4 instruction, 5 appointment, 6 new name of the person, 7 role, 8 other renamed,
 * 9 group renamed.
 */
export async function registered() {
  const store = new CountingStore();
  const repository = new Repository(store, { sealer: sealerWithoutKeys });
  const by = contexts();
  const basis = { decisionId, point: 1 };
  const appointmentId = derivedId('appointment', 1);
  const from = partialDate('2023-02-13');
  type Person = Parameters<typeof personAggregate.decide>[1];
  type Group = Parameters<typeof groupAggregate.decide>[1];
  const person = (id: string, command: Person, context: CommandContext) =>
    repository.execute(personAggregate, id, command, context);
  const group = (command: Group, context: CommandContext) =>
    repository.execute(groupAggregate, groupId, command, context);

  const name = { givenName: 'Amanda', familyName: 'Exempelsson' };
  await person(personId, { type: 'RegisterPerson', personId, ...name }, by('anna'));
  await person(otherId, { type: 'RegisterPerson', personId: otherId, ...name }, by('anna'));
  await group({ type: 'EstablishGroup', name: 'Gruppen', legalForm: 'unknown', from, basis }, by('bertil'));
  await group(
    { type: 'AdoptInstruction', effectiveFrom: from, memberSeats: 9, substituteSeats: 5, basis },
    by('bertil'),
  );
  const appointed = by('bertil', { onBehalfOf: 'cecilia', causationId: freshId() });
  await group(
    { type: 'AppointMember', appointmentId, personId, seat: 1, nominatingPartyId: partyId, from, basis },
    appointed,
  );
  const married = civilDate('2024-06-01');
  await person(
    personId,
    { type: 'ChangeName', givenName: 'Amanda', familyName: 'Fiktberg', from: married },
    by('anna'),
  );
  await group({ type: 'AssignRole', appointmentId, role: 'chair', from: civilDate('2023-02-13') }, by('bertil'));
  await person(otherId, { type: 'ChangeName', ...name, from: married }, by('anna'));
  await group({ type: 'RenameGroup', name: 'Rådet', from: civilDate('2024-01-01'), basis }, by('bertil'));
  return { store, repository, appointmentId, appointed };
}

/** Counts how often each stream is read. */
export class CountingStore extends MemoryEventStore {
  readonly reads: string[] = [];

  override readStream(
    stream: string,
    options: Parameters<MemoryEventStore['readStream']>[1] = {},
  ): AsyncIterable<RecordedEvent> & AsyncGenerator<RecordedEvent> {
    this.reads.push(stream);
    return super.readStream(stream, options) as AsyncGenerator<RecordedEvent>;
  }
}
