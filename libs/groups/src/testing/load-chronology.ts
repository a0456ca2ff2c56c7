import {
  commandContext,
  derivedId,
  instant,
  type CommandContext,
  type EventStore,
  type Instant,
  type NewEvent,
  type Repository,
} from '@liggare/kernel';
import { groupAggregate } from '../domain/group.js';
import { CHRONOLOGY, partyOf, personOf, REFERENCE_GROUP } from './chronology.js';

/** Registers the chronology day by day, so that recorded times follow it. */
export async function loadChronology(store: EventStore, repository: Repository): Promise<void> {
  for (const { on, commands, leavesParty } of CHRONOLOGY) {
    const now = instant(`${on}T16:00:00Z`);
    for (const [n, command] of commands.entries()) {
      await repository.execute(groupAggregate, REFERENCE_GROUP, command, contextOf(`${on} ${n}`, now));
    }
    if (leavesParty) await store.append(...affiliationEnded(leavesParty, now), 'any');
  }
}

export function contextOf(key: string, now: Instant): CommandContext {
  const commandId = derivedId('chronology', 'command', key);
  return commandContext({ commandId, now });
}

/** What the people slice writes when somebody leaves a party. */
function affiliationEnded(
  { person, party, on }: { person: string; party: string; on: string },
  now: Instant,
): [string, NewEvent[]] {
  const personId = personOf(person);
  const affiliationId = derivedId('chronology', 'affiliation', person);
  const event = (type: string, data: object): NewEvent => ({
    eventId: derivedId('chronology', 'event', type, person),
    type,
    data,
    metadata: {
      schemaVersion: 1,
      recordedAt: now,
      actor: { id: 'registrar-1', role: 'registrar' },
      correlationId: affiliationId,
      commandId: affiliationId,
      classification: 'internal',
      retentionClass: 'permanent',
    },
  });
  return [
    `person-${personId}`,
    [
      event('AffiliationStarted', { personId, affiliationId, partyId: partyOf(party) }),
      event('AffiliationEnded', { personId, affiliationId, to: on }),
    ],
  ];
}
