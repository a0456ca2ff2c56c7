import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { EventMetadata, Position, RecordedEvent } from '@liggare/kernel';
import { packed } from './packed-position.js';

export type WireEvent = ReadResp.ReadEvent.RecordedEvent;

/** An event in the log that this program cannot have written. Names the place, never the content. */
export class MalformedEvent extends Error {
  constructor(
    readonly position: Position,
    readonly part: 'data' | 'metadata' | 'content type',
  ) {
    super(`the event at position ${position} has malformed ${part}`);
    this.name = 'MalformedEvent';
  }
}

export function positionOf(event: WireEvent): Position {
  return packed(event.getCommitPosition(), event.getPreparePosition());
}

export function streamOf(event: WireEvent): string {
  return bytes(event.getStreamIdentifier()?.getStreamName_asU8()).toString('utf8');
}

export function typeOf(event: WireEvent): string {
  return event.getMetadataMap().get('type') ?? '';
}

/** We ask for ids as text; a server that sends the other form of the protocol is understood all the same. */
export function idOf(event: WireEvent): string {
  const id = event.getId();
  const parts = id?.getStructured();
  if (!parts) return id?.getString() ?? '';
  const digits = [parts.getMostSignificantBits(), parts.getLeastSignificantBits()]
    .map((half) => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, '0'))
    .join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** When the server wrote it, in milliseconds since 1970; on the wire in units of 100 ns. */
export function createdMillisOf(event: WireEvent): number {
  return Number(event.getMetadataMap().get('created') ?? NaN) / 10_000;
}

/** @throws MalformedEvent */
export function metadataOf(event: WireEvent, position: Position): EventMetadata {
  const metadata = parsed(event.getCustomMetadata_asU8(), position, 'metadata') as EventMetadata | null;
  if (typeof metadata?.recordedAt !== 'string') throw new MalformedEvent(position, 'metadata');
  return metadata;
}

/** @throws MalformedEvent */
export function dataOf(event: WireEvent, position: Position): unknown {
  return parsed(event.getData_asU8(), position, 'data');
}

/** @throws MalformedEvent */
export function decoded(event: WireEvent, position: Position): RecordedEvent {
  if (event.getMetadataMap().get('content-type') !== 'application/json')
    throw new MalformedEvent(position, 'content type');
  const metadata = metadataOf(event, position);
  return {
    position,
    stream: streamOf(event),
    revision: BigInt(event.getStreamRevision()),
    eventId: idOf(event),
    type: typeOf(event),
    recordedAt: metadata.recordedAt,
    data: dataOf(event, position),
    metadata,
  };
}

function parsed(content: Uint8Array, position: Position, part: 'data' | 'metadata'): unknown {
  try {
    return JSON.parse(bytes(content).toString('utf8')) as unknown;
  } catch {
    throw new MalformedEvent(position, part);
  }
}

/** The same memory as a Buffer, whose conversion to text is the fast one. */
function bytes(content: Uint8Array | undefined): Buffer {
  return content ? Buffer.from(content.buffer, content.byteOffset, content.byteLength) : Buffer.alloc(0);
}
