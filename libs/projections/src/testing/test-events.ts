import { freshId, instant, type EventStore, type NewEvent, type RecordedEvent } from '@liggare/kernel';

/** What the test projections fold: a letter added to a word. `bad` is what a projection may choke on. */
export interface Letter {
  readonly letter: string;
  readonly bad?: boolean;
}

export const LETTER = 'LetterAdded';

export function newEvent(type: string, data: object): NewEvent {
  return {
    eventId: freshId(),
    type,
    data,
    metadata: {
      schemaVersion: 1,
      recordedAt: instant('2026-11-23T12:00:00Z'),
      actor: { id: 'u', role: 'registrar' },
      correlationId: freshId(),
      commandId: freshId(),
      classification: 'public',
      retentionClass: 'permanent',
    },
  };
}

export async function addLetters(store: EventStore, stream: string, letters: string) {
  const events = [...letters].map((letter) => newEvent(LETTER, { letter, bad: letter === '!' } satisfies Letter));
  const { position } = await store.append(stream, events, 'any');
  return { position, eventIds: events.map(({ eventId }) => eventId) };
}

export function letterOf(event: RecordedEvent): Letter {
  return event.data as Letter;
}
