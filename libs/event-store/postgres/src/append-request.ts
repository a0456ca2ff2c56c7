import type { AppendResult, ExpectedRevision, NewEvent } from '@liggare/kernel';

/** As the event was when it was appended, whatever its writer does to it while it waits. */
export interface SerialisedEvent {
  readonly id: string;
  readonly type: string;
  readonly recordedAt: string;
  readonly data: string;
  readonly metadata: string;
}

/** An append that waits for its turn. */
export interface AppendRequest {
  readonly stream: string;
  readonly events: readonly SerialisedEvent[];
  /** Characters of JSON. */
  readonly size: number;
  readonly expected: ExpectedRevision;
  resolve(result: AppendResult): void;
  reject(error: unknown): void;
}

/** @throws TypeError the event is not plain JSON */
export function serialise({ eventId, type, data, metadata }: NewEvent): SerialisedEvent {
  const json = JSON.stringify(data) as string | undefined;
  if (json === undefined) throw new TypeError('the data of an event is plain JSON');
  return { id: eventId, type, recordedAt: metadata.recordedAt, data: json, metadata: JSON.stringify(metadata) };
}
