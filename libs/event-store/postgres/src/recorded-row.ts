import type { EventMetadata, Position, RecordedEvent } from '@liggare/kernel';

/** The columns every read selects, in this order; `rowMode: 'array'` spares an object per row. */
export const COLUMNS = 'position, stream, revision, event_id, type, data::text, metadata::text';

export type Row = readonly [string, string, string, string, string, string, string];

export function recordedEvent([at, stream, revision, eventId, type, data, metadata]: Row): RecordedEvent {
  const parsed = JSON.parse(metadata) as EventMetadata;
  return {
    position: BigInt(at) as Position,
    stream,
    revision: BigInt(revision),
    eventId,
    type,
    recordedAt: parsed.recordedAt,
    data: JSON.parse(data) as unknown,
    metadata: parsed,
  };
}
