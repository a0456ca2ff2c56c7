import { EventIdConflict, type NewEvent } from '@liggare/kernel';

/** An event as its bytes were when it was appended, whatever its writer does to it while it waits. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/**
 * JSON is made here and nowhere else: the client would make it inside a promise that nobody can see fail.
 * @throws RangeError there are no events
 * @throws TypeError an event is not plain JSON
 * @throws EventIdConflict an id stands twice
 */
export function encoded(stream: string, events: readonly NewEvent[]): readonly EncodedEvent[] {
  if (events.length === 0) throw new RangeError('an append has at least one event');
  const made = events.map(({ eventId, type, data, metadata }) => ({
    id: eventId,
    type,
    data: json(data),
    metadata: json(metadata),
  }));
  if (new Set(made.map(({ id }) => id)).size < made.length) throw new EventIdConflict(stream);
  return made;
}

function json(value: unknown): Uint8Array {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError('an event is plain JSON');
  return Buffer.from(text);
}
