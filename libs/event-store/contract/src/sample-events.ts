import { randomUUID } from 'node:crypto';
import { instant, type EventMetadata, type Instant, type NewEvent } from '@liggare/kernel';

const id = '018f0000-0000-7000-8000-000000000001';

export const NOON = instant('2026-03-01T12:00:00.000Z');

export function sampleMetadata(recordedAt: Instant = NOON): EventMetadata {
  return {
    schemaVersion: 1,
    recordedAt,
    actor: { id: 'contract', role: 'registrar' },
    correlationId: id,
    commandId: id,
    classification: 'public',
    retentionClass: 'permanent',
  };
}

/** A new event with an id nobody has. */
export function sampleEvent(data: unknown = {}, type = 'Happened', recordedAt?: Instant): NewEvent {
  return { eventId: randomUUID(), type, data, metadata: sampleMetadata(recordedAt) };
}

/** Events whose data is `{ n: from }`, `{ n: from + 1 }` … */
export function sampleEvents(count: number, from = 0, type?: string): NewEvent[] {
  return Array.from({ length: count }, (_, i) => sampleEvent({ n: from + i }, type));
}
